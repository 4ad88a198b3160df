package dev.outpace.simulation;

import dev.outpace.engine.FactLog;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what becomes of the targets, and all to a record of the day if there is one: {@link LabTally} counts the events of the world
 * instead.
 */
final class UnwrittenFacts implements FactLog {
    private final LabTargets targets;

    private final @Nullable Yesterday record;

    UnwrittenFacts(LabTargets targets, @Nullable Yesterday record) {
        this.targets = targets;
        this.record = record;
    }

    @Override
    public void write(Fact fact) {
        if (record != null) {
            record.hear(fact);
        }
        if (fact instanceof Fact.CallClosed(var call, var fate)) {
            targets.closed(call, fate);
        }
    }

    @Override
    public boolean hearsNotes() {
        return record != null;
    }

    @Override
    public boolean awaitCommitted() {
        return true;
    }
}
