package dev.outpace.pacing;

/** How many of the people who answered came to a queue, and how many machines were found beside them, lately. */
final class FlowEnds {
    private static final double MEMORY = 500;
    private static final double GUESS_WEIGHT = 10;
    private static final double LOWEST = 0.02;

    private double people = GUESS_WEIGHT;
    private double callers = GUESS_WEIGHT;
    private double machines;

    void observe(boolean toQueue) {
        if (people >= MEMORY) {
            people -= people / MEMORY;
            callers -= callers / MEMORY;
            machines -= machines / MEMORY;
        }
        people++;
        callers += toQueue ? 1 : 0;
    }

    /** The one who was observed last turned out to be a machine. */
    void machine() {
        people = Math.max(callers, people - 1);
        machines++;
    }

    /** It begins at 1 and follows what is observed. */
    double callersPerPerson() {
        return Math.max(LOWEST, callers / people);
    }

    double machinesPerPerson() {
        return machines / people;
    }
}
