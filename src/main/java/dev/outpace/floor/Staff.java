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

    private final Set<FloorAgent> agents = new LinkedHashSet<>();
    private final List<FloorAgent> wrappingUp = new ArrayList<>();
    private final int[] byPhase = new int[PHASES];
    /** Agents with callers whom no campaign called, and how many such talks have ended. */
    private int withOthers;

    private long othersEnded;
    private long changes;

    void add(FloorAgent agent) {
        agents.add(agent);
        count(agent, 1);
    }

    void remove(FloorAgent agent) {
        agents.remove(agent);
        count(agent, -1);
    }

    /**
     * Called before and after a change of phase, or of the caller.
     *
     * @param by -1 before the change, 1 after it
     */
    void count(FloorAgent agent, int by) {
        byPhase[agent.phase.ordinal()] += by;
        changes++;
        withOthers += agent.isWithOther() ? by : 0;
        if (agent.phase == AgentPhase.WRAPPING_UP) {
            if (by > 0) {
                wrappingUp.add(agent);
            } else {
                wrappingUp.remove(agent);
            }
        }
    }

    void otherEnded() {
        othersEnded++;
    }

    long othersTaken() {
        return othersEnded + withOthers;
    }

    int in(AgentPhase phase) {
        return byPhase[phase.ordinal()];
    }

    /** Agents who are not offline. */
    int loggedIn() {
        return agents.size() - in(AgentPhase.OFFLINE);
    }

    /** Passes the seconds that each agent of a phase has been in it. */
    void forEach(AgentPhase phase, long now, DoubleConsumer seconds) {
        for (var agent : phase == AgentPhase.WRAPPING_UP ? wrappingUp : agents) {
            if (agent.phase == phase) {
                seconds.accept((now - agent.since) / NANOS);
            }
        }
    }

    /** A number that grows with each change. */
    long changes() {
        return changes;
    }
}
