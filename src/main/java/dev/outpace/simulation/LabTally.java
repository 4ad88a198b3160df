package dev.outpace.simulation;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.model.AgentStatus;
import dev.outpace.simulation.DayResult.OfCampaign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what the simulated world tells, whatever the engine makes of it. */
final class LabTally {
    private static final double NANOS = 1e9;
    private static final double NANOS_OF_HOUR = 3_600 * NANOS;

    private enum Phase {
        IDLE,
        TALKING,
        WRAPPING_UP,
        /** On a break or not logged in. */
        NOT_STAFFED
    }

    private static final class Call {
        final int campaign;
        boolean answered;
        boolean connected;

        Call(int campaign) {
            this.campaign = campaign;
        }
    }

    private static final class Sums {
        final @Nullable Long targets;
        long placed;
        long dials;
        long answered;
        long abandoned;
        long handled;
        long endedAt;

        Sums(@Nullable Long targets) {
            this.targets = targets;
        }
    }

    private final Scenario scenario;
    private final VirtualClock clock;
    private final Map<UUID, Call> open = new HashMap<>();
    private final List<Sums> campaigns = new ArrayList<>();
    private final Phase[] phases;
    private final long[] since;
    private final long[] nanos = new long[Phase.values().length];
    private long handledInbound;

    LabTally(Scenario scenario, VirtualClock clock, int agents) {
        this.scenario = scenario;
        this.clock = clock;
        scenario.campaigns().forEach(campaign -> campaigns.add(new Sums(campaign.targets())));
        phases = new Phase[agents];
        Arrays.fill(phases, Phase.NOT_STAFFED);
        since = new long[agents];
    }

    /** A target of this campaign was taken for a call. */
    void placed(int campaign, UUID callId) {
        open.put(callId, new Call(campaign));
        campaigns.get(campaign).placed++;
    }

    long placed(int campaign) {
        return campaigns.get(campaign).placed;
    }

    /** Targets whose only call is over. */
    long done(int campaign) {
        return campaigns.get(campaign).dials;
    }

    void hear(EngineInput input) {
        switch (input) {
            case CallAnswered(var id) -> call(id).answered = true;
            case AgentConnected(var id, var agentId) -> {
                call(id).connected = true;
                moves(agentId, Phase.TALKING);
            }
            case CallEnded(var id, var _) -> ended(id);
            case CallRefused(var id, var _) -> open.remove(id);
            case AgentChanged(var agentId, var status, var wrappingUp) -> {
                var phase = phase(status, wrappingUp);
                handledInbound += phase == Phase.TALKING ? 1 : 0;
                moves(agentId, phase);
            }
            case LinkUp(var _, var agents) -> agents.forEach((id, status) -> moves(id, phase(status, false)));
            default -> {}
        }
    }

    private Call call(UUID id) {
        var call = open.get(id);
        if (call == null) {
            throw new IllegalStateException("the world tells of a call that is not open: " + id);
        }
        return call;
    }

    private void ended(UUID id) {
        var call = call(id);
        open.remove(id);
        var sums = campaigns.get(call.campaign);
        sums.dials++;
        sums.endedAt = clock.monotonicNanos();
        if (call.connected) {
            sums.handled++;
        }
        if (call.answered) {
            sums.answered++;
            sums.abandoned += call.connected ? 0 : 1;
        }
    }

    private static Phase phase(AgentStatus status, boolean wrappingUp) {
        return switch (status) {
            case AVAILABLE, RINGING -> Phase.IDLE;
            case BUSY -> wrappingUp ? Phase.WRAPPING_UP : Phase.TALKING;
            case AWAY, OFFLINE -> Phase.NOT_STAFFED;
        };
    }

    private void moves(UUID agentId, Phase phase) {
        int agent = LabIds.number(agentId);
        long now = clock.monotonicNanos();
        nanos[phases[agent].ordinal()] += now - since[agent];
        phases[agent] = phase;
        since[agent] = now;
    }

    /** Up to now. */
    DayResult result() {
        for (int agent = 0; agent < phases.length; agent++) {
            nanos[phases[agent].ordinal()] += clock.monotonicNanos() - since[agent];
            since[agent] = clock.monotonicNanos();
        }
        double talk = nanos[Phase.TALKING.ordinal()] / NANOS;
        double wrapUp = nanos[Phase.WRAPPING_UP.ordinal()] / NANOS;
        double idle = nanos[Phase.IDLE.ordinal()] / NANOS;
        var ofCampaigns = new ArrayList<OfCampaign>();
        for (int i = 0; i < campaigns.size(); i++) {
            ofCampaigns.add(result(scenario.campaigns().get(i).id(), campaigns.get(i)));
        }
        return new DayResult(
                clock.monotonicNanos() / NANOS_OF_HOUR,
                talk,
                wrapUp,
                talk + wrapUp + idle,
                handledInbound,
                ofCampaigns);
    }

    private static OfCampaign result(String id, Sums sums) {
        boolean finished = sums.targets != null && sums.dials == sums.targets;
        return new OfCampaign(
                id,
                sums.dials,
                sums.answered,
                sums.abandoned,
                sums.handled,
                finished ? (Double) (sums.endedAt / NANOS_OF_HOUR) : null);
    }
}
