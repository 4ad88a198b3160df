package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.FromExchange;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import dev.outpace.telephony.distribution.Distributor;
import dev.outpace.telephony.distribution.Phones;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The agents and the callers in queues, as people: who talks to whom is the distributor's to decide. */
final class SimulatedFloor implements Phones {
    private final World world;
    private final Distributor distributor;
    private final Map<UUID, SimulatedAgent> agents = new HashMap<>();
    /** In a queue, or in a talk after one; also those of whom the engine never hears. */
    private final Map<UUID, SimulatedCall> callers = new HashMap<>();

    /** Agents who hear callers without a ring. */
    private final Set<UUID> connected = new HashSet<>();

    SimulatedFloor(World world) {
        this.world = world;
        distributor = new Distributor(world.clock(), this, this::tell);
    }

    void assign(List<Queue> queues, List<Agent> assigned) {
        var ids = new HashSet<UUID>();
        for (var agent : assigned) {
            if (!agent.deleted()) {
                ids.add(agent.id());
                agents.computeIfAbsent(agent.id(), id -> new SimulatedAgent(world, distributor, id));
            }
        }
        distributor.assign(queues, assigned);
        agents.forEach((id, agent) -> {
            if (!ids.contains(id)) {
                agent.ordered();
            }
        });
        agents.entrySet()
                .removeIf(entry ->
                        !ids.contains(entry.getKey()) && !entry.getValue().isTalking());
    }

    private void tell(FromExchange input) {
        switch (input) {
            case CallEvent event -> tell(event);
            case AgentChanged(var at, var id, var now) -> {
                var agent = agents.get(id);
                world.wire().tell(new AgentChanged(at, id, seen(id, now)));
                if (agent != null) {
                    agent.changed(now);
                }
            }
            default -> throw new IllegalArgumentException("not of a queue: " + input);
        }
    }

    private AgentNow seen(UUID agentId, AgentNow now) {
        var agent = agents.get(agentId);
        return agent == null ? now : agent.seen(now);
    }

    private void tell(CallEvent event) {
        var call = callers.get(event.callId());
        if (call == null || !call.isInbound()) {
            world.wire().tell(event);
        } else if (event instanceof AgentRinging(var at, var _, var agentId)) {
            tell(new AgentChanged(at, agentId, AgentNow.of(AgentStatus.RINGING)));
        } else if (event instanceof AgentConnected(var at, var _, var agentId)) {
            tell(new AgentChanged(at, agentId, AgentNow.of(AgentStatus.BUSY)));
        }
        if (call != null && event instanceof QueueLeft(var _, var callId, var how) && how != Left.ABANDONED) {
            callers.remove(callId);
            call.leftQueue();
        }
    }

    void join(SimulatedCall call, UUID queueId, Duration maxWait) {
        boolean finds = distributor.hasQueue(queueId);
        if (finds) {
            callers.put(call.id(), call);
            call.joins(this);
        }
        if (finds || !call.isInbound()) {
            distributor.join(call.id(), queueId, maxWait);
        }
    }

    void withdraw(UUID callId) {
        distributor.leave(callId);
    }

    /** The call is over. */
    void ended(CallEnded end) {
        distributor.ended(end);
        callers.remove(end.callId());
    }

    @Override
    public void ring(UUID agentId, UUID callId) {
        var agent = agents.get(agentId);
        var call = callers.get(callId);
        if (agent != null && call != null) {
            agent.ring(call, connected.contains(agentId));
        }
    }

    @Override
    public boolean connect(UUID agentId) {
        connected.add(agentId);
        return true;
    }

    @Override
    public void disconnect(UUID agentId) {
        connected.remove(agentId);
    }

    @Override
    public void stopRinging(UUID agentId, UUID callId) {
        var agent = agents.get(agentId);
        if (agent != null) {
            agent.stopRinging();
        }
    }

    @Override
    public void hangUp(UUID agentId, UUID callId) {
        release(agentId, Released.US);
    }

    @Override
    public Duration wrapUp(UUID agentId, UUID callId, UUID queueId) {
        var agent = agents.get(agentId);
        return agent == null ? Duration.ZERO : agent.wrapUp();
    }

    boolean has(UUID agentId) {
        return distributor.hasAgent(agentId);
    }

    void change(UUID agentId, AgentStatus status, AwayReason why) {
        ordered(agentId);
        distributor.changeAgent(agentId, status, why);
    }

    void changeAfterwards(UUID agentId, AgentStatus status) {
        ordered(agentId);
        distributor.changeAgentAfterwards(agentId, status);
    }

    private void ordered(UUID agentId) {
        var agent = agents.get(agentId);
        if (agent != null) {
            agent.ordered();
        }
    }

    void comeBackFromMissing(UUID agentId) {
        if (distributor.isSetAwayFor(agentId, AwayReason.MISSED)) {
            change(agentId, AgentStatus.AVAILABLE, AwayReason.BREAK);
        }
    }

    void release(UUID agentId, Released how) {
        var agent = agents.get(agentId);
        if (agent != null) {
            agent.release(how);
        }
    }

    /** Sends a share of the agents at work on a break. */
    void takeBreak(double share, double seconds, Dice dice) {
        var atWork = distributor.agentsAtWork();
        int left = (int) (share * atWork.size() + dice.uniform(0));
        for (int index = 0; index < atWork.size() && left > 0; index++) {
            var agent = agents.get(atWork.get(index));
            if (agent != null && dice.chance(index + 1, (double) left / (atWork.size() - index))) {
                agent.takeBreak(seconds);
                left--;
            }
        }
    }

    Map<UUID, AgentNow> agentsNow() {
        var now = new LinkedHashMap<UUID, AgentNow>();
        distributor.agentsNow().forEach((id, agent) -> now.put(id, seen(id, agent)));
        return now;
    }

    Optional<CallNow> callNow(UUID callId) {
        return distributor.callNow(callId);
    }
}
