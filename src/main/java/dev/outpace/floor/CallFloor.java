package dev.outpace.floor;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.ResourceBook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Owns all counts of the floor; every change goes through this class. An agent counts in each queue that the agent serves, and
 * once in each union of these queues.
 */
public final class CallFloor {
    private static final double NANOS = 1e9;

    private final LongSupplier clock;
    private final Consumer<? super AgentPool> onPool;
    private final Map<UUID, FloorAgent> agents = new LinkedHashMap<>();
    private final Map<UUID, QueueFloor> queues = new LinkedHashMap<>();
    private final Crews crews;
    /** Campaigns that ever came. */
    private int campaigns;

    /**
     * @param clock monotonic time in nanoseconds
     * @param onPool receives each queue and union before anything happens there
     */
    public CallFloor(LongSupplier clock, Consumer<? super AgentPool> onPool) {
        this.clock = clock;
        this.onPool = onPool;
        this.crews = new Crews(onPool);
    }

    public QueueFloor queue(UUID id) {
        var known = queues.get(id);
        if (known == null) {
            known = new QueueFloor(id, clock);
            queues.put(id, known);
            onPool.accept(known);
        }
        return known;
    }

    /**
     * @param pacedBy id of the campaign's queue
     * @param onChange run after each change that a decision about the campaign may depend on, while no queue paces it
     */
    public CampaignFloor campaign(UUID id, UUID pacedBy, Runnable onChange) {
        var campaign = new CampaignFloor(id, campaigns++, queue(pacedBy), onChange);
        campaign.queue().comes(campaign);
        return campaign;
    }

    /** Moves a campaign to another queue. Lines that it has dialed stay with the old one. */
    public void pace(CampaignFloor campaign, UUID pacedBy) {
        campaign.queue().leaves(campaign);
        campaign.movesTo(queue(pacedBy));
        campaign.queue().comes(campaign);
    }

    public void remove(CampaignFloor campaign) {
        campaign.queue().leaves(campaign);
    }

    /** Takes over which agents exist and which queues they serve. Agents who stay keep their state. */
    public void assign(ResourceBook book, Instant now) {
        queues.values().forEach(queue -> queue.exists(false));
        book.queues().forEach(queue -> queue(queue.id()).exists(true));
        agents.values().forEach(agent -> agent.staffs.forEach(staff -> staff.remove(agent)));
        agents.keySet().removeIf(id -> book.agent(id) == null);
        for (Agent resource : book.agents()) {
            var agent = agents.computeIfAbsent(resource.id(), id -> newAgent(id, now));
            agent.queues.clear();
            for (var queue : book.queues()) {
                if (queue.serves(resource)) {
                    agent.queues.add(queue(queue.id()));
                }
            }
        }
        crews.form(agents.values().stream().map(agent -> agent.queues).toList(), queues.values());
        for (var agent : agents.values()) {
            agent.staffs = crews.staffs(agent.queues);
            agent.heardBy = crews.heardBy(agent.queues);
            agent.staffs.forEach(staff -> staff.add(agent));
        }
        queues.values().forEach(QueueFloor::tellCampaigns);
    }

    private FloorAgent newAgent(UUID id, Instant now) {
        var agent = new FloorAgent(id, now);
        agent.since = clock.getAsLong();
        return agent;
    }

    /** @return the agent's moment after the change; null for an unknown agent, and if nothing changed */
    public @Nullable AgentMoment changed(
            UUID agentId, AgentStatus status, boolean wrappingUp, AwayReason awayFor, Remark remark, Instant at) {
        var agent = agents.get(agentId);
        if (agent == null) {
            return null;
        }
        var before = agent.moment;
        boolean sameStatus = before.status() == status && before.wrappingUp() == wrappingUp;
        if (sameStatus && before.awayFor() == awayFor && before.remark() == remark) {
            return null;
        }
        boolean withCall = !wrappingUp && (status == AgentStatus.BUSY || status == AgentStatus.RINGING);
        var since = sameStatus ? before.since() : at;
        return becomes(
                agent,
                new AgentMoment(
                        agentId,
                        status,
                        since,
                        withCall ? before.callId() : Ids.NIL,
                        withCall ? before.campaignId() : Ids.NIL,
                        wrappingUp,
                        awayFor,
                        remark));
    }

    /**
     * Notes which call an agent has.
     *
     * @return the agent's moment after the change; null for an unknown agent
     */
    public @Nullable AgentMoment took(UUID agentId, AgentStatus status, UUID callId, UUID campaignId, Instant at) {
        var agent = agents.get(agentId);
        if (agent == null) {
            return null;
        }
        if (status == AgentStatus.BUSY) {
            agent.missedInRow = 0;
        }
        var before = agent.moment;
        var since = before.status() == status ? before.since() : at;
        var remark = before.remark() == Remark.CONNECTED ? Remark.CONNECTED : Remark.NONE;
        return becomes(
                agent, new AgentMoment(agentId, status, since, callId, campaignId, false, AwayReason.BREAK, remark));
    }

    private AgentMoment becomes(FloorAgent agent, AgentMoment moment) {
        var before = agent.phase;
        var phase = AgentPhase.of(moment);
        boolean otherEnds = agent.isWithOther() && before == AgentPhase.TALKING && phase != before;
        agent.staffs.forEach(staff -> staff.count(agent, -1));
        agent.moment = moment;
        agent.phase = phase;
        agent.staffs.forEach(staff -> staff.count(agent, 1));
        if (phase != before) {
            long now = clock.getAsLong();
            double seconds = (now - agent.since) / NANOS;
            agent.since = now;
            agent.heardBy.forEach(listeners -> listeners.tell(listener -> listener.phaseEnded(before, seconds)));
        }
        if (otherEnds) {
            agent.staffs.forEach(Staff::otherEnded);
            agent.heardBy.forEach(listeners -> listeners.tell(FloorListener::otherEnded));
        }
        // All queues that the agent's crew connects depend on the agent.
        if (!agent.queues.isEmpty()) {
            agent.queues.getFirst().tellCampaigns();
        }
        return moment;
    }

    /**
     * Counts a caller whom an agent did not take.
     *
     * @param mostInRow the count begins again after this many
     * @return whether the agent has now missed this many in a row
     */
    public boolean missed(UUID agentId, int mostInRow) {
        var agent = agents.get(agentId);
        if (agent == null || ++agent.missedInRow < mostInRow) {
            return false;
        }
        agent.missedInRow = 0;
        return true;
    }

    public List<AgentMoment> moments() {
        return agents.values().stream().map(agent -> agent.moment).toList();
    }

    /** @param keepsAgent whether the call is dialed on condition that an agent is reserved for it */
    public Line line(CampaignFloor campaign, UUID pacedBy, boolean keepsAgent) {
        return new Line(campaign, queue(pacedBy), keepsAgent);
    }

    public void dialed(Line line) {
        line.dialedAt = clock.getAsLong();
        line.campaign().dialing++;
        line.queue().dials(line);
        tell(line, listener -> listener.dialed(line));
        changed(line);
    }

    /** @param expected whether the caller is or may be on the way to a queue */
    public void answered(Line line, boolean expected) {
        double seconds = stopsDialing(line);
        line.answeredAt = clock.getAsLong();
        line.inFlow = expected;
        line.campaign().inFlow += expected ? 1 : 0;
        line.queue().answers(line, expected);
        tell(line, listener -> listener.answered(line, seconds));
        changed(line);
    }

    public void unanswered(Line line) {
        double seconds = stopsDialing(line);
        tell(line, listener -> listener.unanswered(line, seconds));
        changed(line);
    }

    private double stopsDialing(Line line) {
        line.campaign().dialing--;
        line.queue().stopsDialing(line);
        return secondsSince(line.dialedAt);
    }

    private void tell(Line line, Consumer<FloorListener> what) {
        line.queue().tell(what);
    }

    public void queued(Line line) {
        line.waitingSince = clock.getAsLong();
        line.hasQueued = true;
        line.queue().waits(line, true);
        leavesFlow(line, true);
        tell(line, listener -> listener.queued(line));
    }

    /**
     * Called when a caller comes to a stage of the flow that takes time.
     *
     * @param stage null when the next thing that happens is no stage
     */
    public void standsAt(Line line, @Nullable UUID stage) {
        if (stage == null && line.stage == null) {
            return;
        }
        var reservedAt = line.reservedAt;
        if (reservedAt != null) {
            reservedAt.release(line);
        }
        line.stage = null;
        if (stage != null) {
            line.comesTo(stage, clock.getAsLong());
        }
        if (reservedAt != null) {
            reservedAt.reserve(line);
            reservedAt.tellCampaigns();
        }
    }

    private void leavesFlow(Line line, boolean toQueue) {
        if (line.inFlow) {
            line.inFlow = false;
            line.campaign().leftFlow(line, toQueue);
            if (!line.visits().isEmpty()) {
                queues.values().forEach(queue -> queue.sharesChanged(line.campaign()));
            }
            tell(line, listener -> listener.leftFlow(line, toQueue));
        }
    }

    /** Called when an agent has the caller or the caller is gone. */
    public void served(Line line) {
        boolean waited = line.waiting;
        ends(line);
        if (waited) {
            double seconds = secondsSince(line.waitingSince);
            tell(line, listener -> listener.served(line, seconds));
        }
    }

    private void ends(Line line) {
        leavesFlow(line, false);
        line.queue().waits(line, false);
        line.queue().expects(line, false);
    }

    /** Called when an agent's phone rings for the caller. */
    public void agentRings(Line line) {
        if (!line.agentRings) {
            line.agentRings = true;
            line.agentRingsSince = clock.getAsLong();
        }
        served(line);
    }

    /**
     * Called when an agent has a caller of a campaign that counts long waits.
     *
     * @param beforeQueue nanoseconds from where the campaign's limit starts to the queue
     * @param late whether the call counts as abandoned
     */
    public void taken(Line line, long beforeQueue, boolean late) {
        agentStopsRinging(line);
        double seconds = (beforeQueue + line.agentsRang) / NANOS;
        if (late) {
            line.queue().abandons();
        }
        tell(line, listener -> listener.taken(line, seconds, late));
    }

    private void agentStopsRinging(Line line) {
        if (line.agentRings) {
            line.agentRings = false;
            line.agentsRang += clock.getAsLong() - line.agentRingsSince;
        }
    }

    /** Called when the offered agent did not take the caller, who keeps waiting. */
    public void missed(Line line) {
        agentStopsRinging(line);
        line.queue().waits(line, true);
        line.queue().expects(line, true);
    }

    /** Called when the caller left the queue without an agent. */
    public void leftQueue(Line line) {
        if (line.waiting) {
            double seconds = secondsSince(line.waitingSince);
            ends(line);
            tell(line, listener -> listener.leftQueue(line, seconds));
            changed(line);
        }
    }

    /**
     * Called when the number of callers changes whom no campaign called.
     *
     * @param callers those who wait while no phone rings for them
     */
    public void othersWait(UUID queueId, int callers) {
        queue(queueId).othersWait(callers);
    }

    /** Called when a machine had answered. */
    public void machine(Line line) {
        served(line);
        tell(line, listener -> listener.machine(line));
    }

    public void abandoned(Line line) {
        leftQueue(line);
        served(line);
        line.queue().abandons();
        tell(line, listener -> listener.abandoned(line));
    }

    /**
     * Reserves an agent of a queue for a caller who is or may be on the way there. The nil id stands for no queue.
     *
     * @return false if the same was reserved before
     */
    public boolean reserve(Line line, UUID queueId) {
        var at = line.reservedAt;
        if (at != null && at.id().equals(queueId)) {
            return false;
        }
        release(line);
        if (!Ids.isNil(queueId)) {
            var queue = queue(queueId);
            line.reservedAt = queue;
            queue.reserve(line);
            queue.tellCampaigns();
        }
        return true;
    }

    public void release(Line line) {
        var queue = line.reservedAt;
        if (queue != null) {
            line.reservedAt = null;
            queue.release(line);
            queue.tellCampaigns();
        }
    }

    /** Called after a change of the call that decisions may depend on. */
    public void changed(Line line) {
        line.campaign().changed();
        if (line.queue() != line.campaign().queue()) {
            line.queue().tellCampaigns();
        }
    }

    private double secondsSince(long nanos) {
        return (clock.getAsLong() - nanos) / NANOS;
    }
}
