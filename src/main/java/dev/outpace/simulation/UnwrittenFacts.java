package dev.outpace.simulation;

import dev.outpace.engine.FactLog;

/** Discards all facts: {@link LabTally} counts the events of the world instead. */
final class UnwrittenFacts implements FactLog {
    @Override
    public void write(Fact fact) {}

    @Override
    public boolean hearsNotes() {
        return false;
    }

    @Override
    public boolean awaitCommitted() {
        return true;
    }
}
