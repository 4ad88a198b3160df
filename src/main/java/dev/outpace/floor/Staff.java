package dev.outpace.floor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** A group of agents, counted by phase. */
@SuppressWarnings("EnumOrdinal") // Counts by phase stand in an array.
final class Staff {
    private static final double NANOS = 1e9;
    private static final int PHASES = AgentPhase.values().length;

    private final Set<Person> people = new LinkedHashSet<>();
    private final List<Person> wrappingUp = new ArrayList<>();
    private final int[] byPhase = new int[PHASES];
    private long changes;

    void joins(Person person) {
        people.add(person);
        counts(person, 1);
    }

    void leaves(Person person) {
        people.remove(person);
        counts(person, -1);
    }

    /**
     * Called before and after a change of phase.
     *
     * @param by -1 before the change, 1 after it
     */
    void counts(Person person, int by) {
        byPhase[person.phase.ordinal()] += by;
        changes++;
        if (person.phase == AgentPhase.WRAPPING_UP) {
            if (by > 0) {
                wrappingUp.add(person);
            } else {
                wrappingUp.remove(person);
            }
        }
    }

    int in(AgentPhase phase) {
        return byPhase[phase.ordinal()];
    }

    /** Agents who are not offline. */
    int loggedIn() {
        return people.size() - in(AgentPhase.OFFLINE);
    }

    /** Passes the seconds that each agent of a phase has been in it. */
    void forEach(AgentPhase phase, long now, DoubleConsumer seconds) {
        for (var person : phase == AgentPhase.WRAPPING_UP ? wrappingUp : people) {
            if (person.phase == phase) {
                seconds.accept((now - person.since) / NANOS);
            }
        }
    }

    /** A number that grows with each change. */
    long changes() {
        return changes;
    }
}
