package dev.outpace.simulation;

import dev.outpace.engine.FactLog;

/** Passes on what becomes of the targets and discards all else: {@link LabTally} counts the events of the world instead. */
final class UnwrittenFacts implements FactLog {
    private final LabTargets targets;

    UnwrittenFacts(LabTargets targets) {
        this.targets = targets;
    }

    @Override
    public void write(Fact fact) {
        if (fact instanceof Fact.CallClosed(var call, var fate)) {
            targets.closed(call, fate);
        }
    }

    @Override
    public boolean hearsNotes() {
        return false;
    }

    @Override
    public boolean awaitCommitted() {
        return true;
    }
}
