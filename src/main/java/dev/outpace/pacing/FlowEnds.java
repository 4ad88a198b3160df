package dev.outpace.pacing;

/** How many of the people who answered came to a queue, lately. Machines are no people. */
final class FlowEnds {
    private static final double MEMORY = 500;
    private static final double GUESS_WEIGHT = 10;
    private static final double LOWEST = 0.02;

    private double people = GUESS_WEIGHT;
    private double callers = GUESS_WEIGHT;

    void observe(boolean toQueue) {
        if (people >= MEMORY) {
            people -= people / MEMORY;
            callers -= callers / MEMORY;
        }
        people++;
        callers += toQueue ? 1 : 0;
    }

    /** The one who was observed last turned out to be a machine. */
    void machine() {
        people = Math.max(callers, people - 1);
    }

    /** It begins at 1 and follows what is observed. */
    double callersPerPerson() {
        return Math.max(LOWEST, callers / people);
    }
}
