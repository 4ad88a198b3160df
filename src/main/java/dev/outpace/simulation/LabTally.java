package dev.outpace.simulation;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Compliance;
import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the events of the simulated world, independently of the engine's own counts. */
final class LabTally implements Truth {
    private static final double NANOS = 1e9;
    private static final double NANOS_OF_HOUR = 3_600 * NANOS;

    private enum Phase {
        IDLE,
        TALKING,
        WRAPPING_UP,
        /** On a break or logged out. */
        NOT_STAFFED
    }

    private static final class Call {
        final int campaign;
        boolean answered;
        boolean connected;
        boolean queued;
        boolean machine;
        boolean mistaken;
        /** From when its wait counts; nanoseconds. */
        long waitsFrom;

        int ordersEnded;
        boolean late;

        Call(int campaign) {
            this.campaign = campaign;
        }
    }

    private static final class Sums {
        final @Nullable Long targets;
        long placed;
        long dials;
        /** Of targets that may be tried again. */
        long done;

        long answered;
        long abandoned;
        long handled;
        long machines;
        long mistaken;
        long queued;
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
    private long talking;
    private long wrappingUp;
    private long idle;
    private long handledInbound;

    LabTally(Scenario scenario, VirtualClock clock, int agents) {
        this.scenario = scenario;
        this.clock = clock;
        scenario.campaigns().forEach(campaign -> campaigns.add(new Sums(campaign.targets())));
        phases = new Phase[agents];
        Arrays.fill(phases, Phase.NOT_STAFFED);
        since = new long[agents];
    }

    /** Counts a call to a target of a campaign. */
    void placed(int campaign, UUID callId) {
        open.put(callId, new Call(campaign));
        campaigns.get(campaign).placed++;
    }

    long placed(int campaign) {
        return campaigns.get(campaign).placed;
    }

    /** Number of targets whose only call has ended. */
    long done(int campaign) {
        return campaigns.get(campaign).dials;
    }

    /** Notes how many targets are done, of a campaign that may try them again. */
    void done(int campaign, long targets) {
        campaigns.get(campaign).done = targets;
    }

    void hear(EngineInput input) {
        switch (input) {
            case CallAnswered(var _, var id) -> answered(call(id));
            case OrderEnded ended -> orderEnded(call(ended.callId()));
            case QueueJoined joined -> queued(call(joined.callId()));
            case AgentConnected(var _, var id, var agentId) -> {
                connected(call(id));
                changePhase(agentId, Phase.TALKING);
            }
            case CallEnded ended -> ended(ended.callId());
            case CallRefused refused -> open.remove(refused.callId());
            case AgentChanged(var _, var agentId, var now) -> {
                var phase = phase(now);
                handledInbound += phase == Phase.TALKING ? 1 : 0;
                changePhase(agentId, phase);
            }
            case LinkUp(var _, var _, var snapshot) ->
                snapshot.agents().forEach((id, now) -> changePhase(id, phase(now)));
            default -> {}
        }
    }

    @Override
    public void machineAnswered(UUID callId) {
        call(callId).machine = true;
    }

    @Override
    public void takenForMachine(UUID callId) {
        call(callId).mistaken = true;
    }

    private Call call(UUID id) {
        var call = open.get(id);
        if (call == null) {
            throw new IllegalStateException("event of a call that is not open: " + id);
        }
        return call;
    }

    private Compliance rules(Call call) {
        return scenario.campaigns().get(call.campaign).rules();
    }

    private void answered(Call call) {
        call.answered = true;
        waits(call, rules(call).abandonFrom() != AbandonFrom.QUEUE);
    }

    private void queued(Call call) {
        call.queued = true;
        waits(call, rules(call).abandonFrom() == AbandonFrom.QUEUE);
    }

    private void waits(Call call, boolean fromNow) {
        if (fromNow) {
            call.waitsFrom = clock.monotonicNanos();
        }
    }

    /** Each stage of the flow is one order; the first detection's is the one that ends the greeting. */
    private void orderEnded(Call call) {
        var stages = scenario.campaigns().get(call.campaign).numbers().flow();
        int stage = call.ordersEnded++;
        boolean greetingEnds = rules(call).abandonFrom() == AbandonFrom.GREETING
                && stage < stages.size()
                && stages.get(stage) instanceof FlowStage.Detection
                && stages.subList(0, stage).stream().noneMatch(FlowStage.Detection.class::isInstance);
        waits(call, greetingEnds);
    }

    private void connected(Call call) {
        call.connected = true;
        long waited = clock.monotonicNanos() - call.waitsFrom;
        call.late =
                rules(call).countsWaits() && waited > rules(call).longestWait().toNanos();
    }

    private void ended(UUID id) {
        var call = call(id);
        open.remove(id);
        var sums = campaigns.get(call.campaign);
        sums.dials++;
        sums.endedAt = clock.monotonicNanos();
        if (call.machine) {
            sums.machines++;
        } else if (call.answered) {
            sums.answered++;
            sums.mistaken += call.mistaken ? 1 : 0;
            sums.queued += call.queued ? 1 : 0;
            sums.handled += call.connected ? 1 : 0;
            sums.abandoned += (call.queued && !call.connected) || call.late || call.mistaken ? 1 : 0;
        }
    }

    private static Phase phase(AgentNow now) {
        return switch (now.status()) {
            case AVAILABLE, RINGING -> Phase.IDLE;
            case BUSY -> now.isWrappingUp() ? Phase.WRAPPING_UP : Phase.TALKING;
            case AWAY, OFFLINE -> Phase.NOT_STAFFED;
        };
    }

    private void changePhase(UUID agentId, Phase phase) {
        int agent = LabIds.number(agentId);
        long now = clock.monotonicNanos();
        count(agent, now);
        phases[agent] = phase;
    }

    /** Adds the time since the agent's last event to the agent's present phase. */
    private void count(int agent, long now) {
        long nanos = now - since[agent];
        since[agent] = now;
        switch (phases[agent]) {
            case IDLE -> idle += nanos;
            case TALKING -> talking += nanos;
            case WRAPPING_UP -> wrappingUp += nanos;
            case NOT_STAFFED -> {}
        }
    }

    /** The sums up to now. */
    DayResult result() {
        for (int agent = 0; agent < phases.length; agent++) {
            count(agent, clock.monotonicNanos());
        }
        var ofCampaigns = new ArrayList<OfCampaign>();
        for (int i = 0; i < campaigns.size(); i++) {
            ofCampaigns.add(result(scenario.campaigns().get(i), campaigns.get(i)));
        }
        return new DayResult(
                clock.monotonicNanos() / NANOS_OF_HOUR,
                talking / NANOS,
                wrappingUp / NANOS,
                (talking + wrappingUp + idle) / NANOS,
                handledInbound,
                ofCampaigns);
    }

    private static OfCampaign result(Calling campaign, Sums sums) {
        long done = campaign.tellsTargetsApart() ? sums.done : sums.dials;
        boolean finished = sums.targets != null && done == sums.targets;
        return new OfCampaign(
                campaign.id(),
                sums.dials,
                sums.answered,
                sums.abandoned,
                sums.handled,
                sums.machines,
                sums.mistaken,
                sums.queued,
                finished ? (Double) (sums.endedAt / NANOS_OF_HOUR) : null);
    }
}
