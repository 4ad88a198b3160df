package dev.outpace.whatif;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What no table has: who is at work, and how long agents wrap up after the calls of a campaign. Any thread. */
public final class WhatIfWatch {
    private static final double MILLIS = 1_000;

    private record WrapUp(UUID campaignId, Instant since) {}

    /** @param perHour 0 where there were too few */
    record OtherCalls(long calls, double perHour) {}

    private final Map<UUID, AgentMoment> agents = new HashMap<>();
    private final Map<UUID, WrapUp> wrappingUp = new HashMap<>();
    private final Map<UUID, Times> wrapUps = new HashMap<>();
    /** By agent, the calls of no campaign. */
    private final Map<UUID, Long> otherCalls = new HashMap<>();

    public synchronized void agentMoved(AgentMoment moment) {
        var before = agents.put(moment.agentId(), moment);
        if (before != null && isOther(moment) && !isOther(before)) {
            otherCalls.merge(moment.agentId(), 1L, Long::sum);
        }
        var begun = wrappingUp.remove(moment.agentId());
        if (moment.wrappingUp()) {
            var after = begun == null ? begin(before, moment) : begun;
            if (after != null) {
                wrappingUp.put(moment.agentId(), after);
            }
        } else if (begun != null) {
            double seconds = Duration.between(begun.since(), moment.since()).toMillis() / MILLIS;
            wrapUps.merge(begun.campaignId(), Times.NONE.with(seconds), (times, _) -> times.with(seconds));
        }
    }

    /** Nothing is known of a wrap-up that was under way already, or that follows a call of no campaign. */
    private static @Nullable WrapUp begin(@Nullable AgentMoment before, AgentMoment moment) {
        return before == null || Ids.isNil(before.campaignId())
                ? null
                : new WrapUp(before.campaignId(), moment.since());
    }

    /** In seconds; of wrap-ups that were seen from their beginning to their end. */
    public synchronized Times wrapUps(UUID campaignId) {
        return wrapUps.getOrDefault(campaignId, Times.NONE);
    }

    private static boolean isOther(AgentMoment moment) {
        return moment.status() == AgentStatus.BUSY && !moment.wrappingUp() && Ids.isNil(moment.campaignId());
    }

    /**
     * Calls that these agents took from elsewhere.
     *
     * @param hours in which they were watched
     */
    synchronized OtherCalls otherCalls(List<Agent> of, double hours) {
        long calls = of.stream()
                .mapToLong(agent -> otherCalls.getOrDefault(agent.id(), 0L))
                .sum();
        return calls < WhatIfValues.ENOUGH_TIMES || hours <= 0
                ? new OtherCalls(0, 0)
                : new OtherCalls(calls, calls / hours);
    }

    synchronized boolean isAtWork(UUID agentId) {
        var moment = agents.get(agentId);
        return moment != null && moment.status() != AgentStatus.AWAY && moment.status() != AgentStatus.OFFLINE;
    }
}
