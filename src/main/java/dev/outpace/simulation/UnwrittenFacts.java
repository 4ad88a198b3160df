package dev.outpace.simulation;

import dev.outpace.engine.FactLog;

/** In the laboratory nothing is kept: the tally counts what the world tells. */
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
