package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Queues and agents: who talks to whom. The caller who waits longest gets the agent who is free longest; so either callers
 * wait in a queue or agents of it are free, never both.
 */
final class SimulatedFloor {
    private final World world;
    private final Map<UUID, SimulatedQueue> queues = new LinkedHashMap<>();
    private final Map<UUID, SimulatedAgent> agents = new LinkedHashMap<>();
    private long joins;
    private long frees;

    /** Not assigned any more, but in a talk. */
    private final Map<UUID, SimulatedAgent> leaving = new LinkedHashMap<>();

    SimulatedFloor(World world) {
        this.world = world;
    }

    /** Agents and callers that stay keep what they are at; callers of a queue that is gone leave it. */
    void assign(List<Queue> newQueues, List<Agent> newAgents) {
        var goneQueues = replaceQueues(newQueues);
        replaceAgents(newAgents);
        freeAgentsInOrder().forEach(this::offer);
        for (var call : List.copyOf(world.calls().values())) {
            if (call.queue() != null && goneQueues.contains(call.queue())) {
                call.queueGone();
            }
        }
        queues.values().forEach(this::handOver);
    }

    private Collection<SimulatedQueue> replaceQueues(List<Queue> newQueues) {
        var before = new LinkedHashMap<>(queues);
        queues.clear();
        for (var queue : newQueues) {
            if (!queue.deleted()) {
                var kept = before.remove(queue.id());
                if (kept == null) {
                    queues.put(queue.id(), new SimulatedQueue(queue));
                } else {
                    kept.change(queue);
                    queues.put(queue.id(), kept);
                }
            }
        }
        return before.values();
    }

    private void replaceAgents(List<Agent> newAgents) {
        var before = new LinkedHashMap<>(agents);
        agents.clear();
        for (var agent : newAgents) {
            if (!agent.deleted()) {
                var kept = before.remove(agent.id());
                var simulated = kept == null ? newlyAssigned(agent) : kept;
                agents.put(agent.id(), simulated);
                simulated.serve(queuesOf(agent));
                if (kept == null) {
                    simulated.tell();
                }
            }
        }
        before.values().forEach(SimulatedAgent::leave);
        leaving.putAll(before);
        leaving.values().removeIf(agent -> !agent.isLeaving());
    }

    private SimulatedAgent newlyAssigned(Agent agent) {
        var talking = leaving.remove(agent.id());
        if (talking == null || !talking.isLeaving()) {
            return new SimulatedAgent(world, this, agent);
        }
        talking.comeBack();
        return talking;
    }

    private List<SimulatedQueue> queuesOf(Agent agent) {
        var served = new ArrayList<SimulatedQueue>();
        for (var queue : queues.values()) {
            if (queue.isServedBy(agent)) {
                served.add(queue);
            }
        }
        return served;
    }

    private List<SimulatedAgent> freeAgentsInOrder() {
        var free = new ArrayList<SimulatedAgent>();
        for (var agent : agents.values()) {
            if (agent.isFree()) {
                free.add(agent);
            }
        }
        free.sort(Comparator.comparingLong(SimulatedAgent::freeOrder));
        return free;
    }

    private void handOver(SimulatedQueue queue) {
        var call = queue.longestWaiting();
        var agent = queue.longestFree();
        while (call != null && agent != null) {
            connect(queue, call, agent);
            call = queue.longestWaiting();
            agent = queue.longestFree();
        }
    }

    void join(SimulatedCall call, UUID queueId, Duration maxWait) {
        var queue = queues.get(queueId);
        if (queue == null) {
            call.foundNoQueue();
            return;
        }
        call.join(queue, maxWait, joins++);
        var agent = queue.longestFree();
        if (agent != null) {
            connect(queue, call, agent);
        }
    }

    private void connect(SimulatedQueue queue, SimulatedCall call, SimulatedAgent agent) {
        queue.leave(call);
        withdraw(agent);
        agent.ring(call);
    }

    /** An agent became free: rings with the caller who waits longest, or is offered to all queues. */
    void seekCaller(SimulatedAgent agent) {
        SimulatedCall longest = null;
        for (var queue : agent.queues()) {
            var call = queue.longestWaiting();
            if (call != null && (longest == null || call.joinOrder() < longest.joinOrder())) {
                longest = call;
            }
        }
        var queue = longest == null ? null : longest.queue();
        if (longest != null && queue != null) {
            connect(queue, longest, agent);
        } else {
            agent.freeSince(frees++);
            offer(agent);
            agent.tell();
        }
    }

    /** Whoever is free longest is rung with a caller whom another missed. */
    void seekAgent(SimulatedCall call) {
        var queue = call.queue();
        var agent = queue == null ? null : queue.longestFree();
        if (call.isWaiting() && queue != null && agent != null) {
            connect(queue, call, agent);
        }
    }

    private void offer(SimulatedAgent agent) {
        for (var queue : agent.queues()) {
            queue.offer(agent);
        }
    }

    void withdraw(SimulatedAgent agent) {
        for (var queue : agent.queues()) {
            queue.withdraw(agent);
        }
    }

    boolean has(UUID agentId) {
        return agents.containsKey(agentId);
    }

    void change(UUID agentId, AgentStatus status, AwayReason why) {
        var agent = agents.get(agentId);
        if (agent != null) {
            agent.change(status, why);
        }
    }

    void changeAfterwards(UUID agentId, AgentStatus status) {
        var agent = agents.get(agentId);
        if (agent != null) {
            agent.changeAfterwards(status);
        }
    }

    void comeBackFromMissing(UUID agentId) {
        var agent = agents.get(agentId);
        if (agent != null) {
            agent.comeBackFromMissing();
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
        var atWork = new ArrayList<SimulatedAgent>();
        for (var agent : agents.values()) {
            if (agent.isAtWork()) {
                atWork.add(agent);
            }
        }
        int left = (int) (share * atWork.size() + dice.uniform(0));
        for (int index = 0; index < atWork.size() && left > 0; index++) {
            if (dice.chance(index + 1, (double) left / (atWork.size() - index))) {
                atWork.get(index).takeBreak(seconds);
                left--;
            }
        }
    }

    Map<UUID, AgentNow> agentsNow() {
        var now = new LinkedHashMap<UUID, AgentNow>();
        agents.forEach((id, agent) -> now.put(id, agent.now()));
        return now;
    }
}
