package dev.outpace.formats;

import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import java.util.Iterator;
import java.util.List;

/**
 * A list with its targets. However many there are, a few are in memory.
 *
 * @param targets can be passed through again and again
 */
public record TargetList(Outdial outdial, long size, Iterable<OutdialTarget> targets) {
    public TargetList(Outdial outdial, List<OutdialTarget> targets) {
        this(outdial, targets.size(), List.copyOf(targets));
    }

    /** The same list with more targets. */
    public TargetList and(TargetList more) {
        return new TargetList(outdial, size + more.size, () -> new Joined(targets.iterator(), more.targets.iterator()));
    }

    /** One behind the other; a stream of both would hold all of one in memory. */
    private record Joined(Iterator<OutdialTarget> first, Iterator<OutdialTarget> second)
            implements Iterator<OutdialTarget> {
        @Override
        public boolean hasNext() {
            return first.hasNext() || second.hasNext();
        }

        @Override
        public OutdialTarget next() {
            return first.hasNext() ? first.next() : second.next();
        }
    }
}
