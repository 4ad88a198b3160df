package dev.outpace.exchange;

import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import java.util.Collections;
import java.util.List;

/** A list as it stands in a file, with its targets, which may be a million. */
public record TargetList(Outdial outdial, List<OutdialTarget> targets) {
    public TargetList {
        targets = Collections.unmodifiableList(targets);
    }
}
