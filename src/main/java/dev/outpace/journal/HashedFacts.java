package dev.outpace.journal;

import dev.outpace.engine.FactLog;

/**
 * Adds every fact to the hash, then passes it on.
 *
 * @param beforeWaiting runs before the engine waits for its commits
 */
record HashedFacts(FactLog facts, DecisionHash hash, Runnable beforeWaiting) implements FactLog {
    @Override
    public void write(Fact fact) {
        hash.fact(fact);
        facts.write(fact);
    }

    @Override
    public boolean awaitCommitted() {
        beforeWaiting.run();
        return facts.awaitCommitted();
    }
}
