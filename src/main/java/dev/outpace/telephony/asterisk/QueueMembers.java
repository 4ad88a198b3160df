package dev.outpace.telephony.asterisk;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Queue;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.asterisk.ami.ExchangeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is a member of those of Asterisk's own queues that the workspace uses, paused or not. An agent who is a member of one of them is
 * set there: what people changed last counts, here or at the phone.
 */
final class QueueMembers {
    private final AsteriskLink link;
    private final CallOrders orders;
    private final ExchangeTime time;
    private final Listener listener;
    /** The phone of each agent who serves such a queue, and the names of these queues. */
    private final Map<UUID, Served> served = new LinkedHashMap<>();

    private final Map<String, Set<UUID>> agentsByPhone = new HashMap<>();
    private final Map<String, Map<String, QueueMember>> members = new HashMap<>();
    /** Names of all queues that Asterisk has. */
    private final Set<String> queues = new LinkedHashSet<>();
    /** Seconds, by the queue. */
    private final Map<String, Long> wrapUps = new HashMap<>();

    private final Map<UUID, Standing> standings = new HashMap<>();
    /** Agents who are just being set, so that what is told of them meanwhile is half of the truth. */
    private final Set<UUID> beingSet = new LinkedHashSet<>();

    /** @param alsoElsewhere whether the agent serves queues that Outpace hands out, too */
    private record Served(String phone, String name, Set<String> queues, boolean alsoElsewhere) {}

    /** How people have set an agent. */
    record Standing(AgentStatus status, AwayReason why) {}

    interface Listener {
        /** People have set an agent otherwise. */
        void set(UUID agentId, Standing standing);

        /** Asterisk keeps an agent from callers after a call. */
        void wrapsUp(UUID agentId, Duration left);
    }

    QueueMembers(AsteriskLink link, CallOrders orders, ExchangeTime time, Listener listener) {
        this.link = link;
        this.orders = orders;
        this.time = time;
        this.listener = listener;
    }

    /** Orders that are open are never answered. */
    void linkIsLost() {
        beingSet.clear();
    }

    void assign(List<Queue> assigned, List<Agent> agents) {
        served.clear();
        agentsByPhone.clear();
        for (var agent : agents) {
            var phone = agent.phone();
            var names = new LinkedHashSet<String>();
            boolean elsewhere = false;
            for (var queue : assigned) {
                var ofExchange = queue.exchangeQueue();
                if (queue.serves(agent) && !queue.deleted()) {
                    elsewhere |= ofExchange == null;
                    Optional.ofNullable(ofExchange).map(ExchangeQueue::name).ifPresent(names::add);
                }
            }
            if (phone != null && !names.isEmpty()) {
                served.put(agent.id(), new Served(phone.dialString(), agent.name(), names, elsewhere));
                agentsByPhone
                        .computeIfAbsent(phone.dialString(), _ -> new LinkedHashSet<>())
                        .add(agent.id());
            }
        }
        standings.keySet().retainAll(served.keySet());
        for (var queue : assigned) {
            var ofExchange = queue.exchangeQueue();
            if (ofExchange != null) {
                readWrapUp(ofExchange.name());
            }
        }
    }

    private void readWrapUp(String queue) {
        link.ask(orders.queueSetting(queue, "wrapuptime"), answer -> {
            if (answer.agrees()) {
                wrapUps.put(queue, (long) answer.number("Value"));
            }
        });
    }

    boolean has(UUID agentId) {
        return served.containsKey(agentId);
    }

    /** Whether Asterisk has a queue. */
    boolean hasQueue(ExchangeQueue queue) {
        return queues.contains(queue.name());
    }

    /**
     * All that Asterisk has.
     *
     * @param restarted whether it began anew, so that members and pauses that came by orders are gone: they are ordered again
     */
    void listed(List<AmiMessage> rows, boolean restarted) {
        var before = new HashMap<>(members);
        queues.clear();
        members.clear();
        for (var row : rows) {
            if (row.event().equals("QueueParams")) {
                queues.add(row.get("Queue"));
            } else if (row.event().equals("QueueMember")) {
                put(QueueMember.of(row));
            }
        }
        if (restarted) {
            before.values().forEach(queue -> queue.values().forEach(this::restore));
        }
        served.keySet().forEach(this::settle);
        served.values().stream()
                .flatMap(one -> one.queues().stream())
                .distinct()
                .forEach(this::readWrapUp);
    }

    private void put(QueueMember member) {
        members.computeIfAbsent(member.queue(), _ -> new LinkedHashMap<>()).put(member.phone(), member);
    }

    private void restore(QueueMember before) {
        var now = member(before.queue(), before.phone());
        boolean ours = agentsByPhone.getOrDefault(before.phone(), Set.of()).stream()
                .anyMatch(agent ->
                        Objects.requireNonNull(served.get(agent)).queues().contains(before.queue()));
        if (ours && now.isEmpty() && before.dynamic()) {
            link.tell(orders.addMember(before.queue(), before.phone(), before.name(), before.paused()));
            put(before);
        } else if (ours && now.isPresent() && before.paused() && !now.get().paused()) {
            link.tell(orders.pauseMember(before.queue(), before.phone(), true, before.pausedFor()));
            put(now.get().paused(true, before.pausedFor()));
        }
    }

    private Optional<QueueMember> member(String queue, String phone) {
        return Optional.ofNullable(members.getOrDefault(queue, Map.of()).get(phone));
    }

    void event(AmiMessage event) {
        switch (event.event()) {
            case "QueueMemberStatus", "QueueMemberPause", "QueueMemberAdded" -> changed(QueueMember.of(event));
            case "QueueMemberRemoved" -> {
                members.getOrDefault(event.get("Queue"), Map.of()).remove(event.get("Interface"));
                agentsAt(event.get("Interface")).forEach(this::settle);
            }
            default -> {
                // Not about members.
            }
        }
    }

    private List<UUID> agentsAt(String phone) {
        return List.copyOf(agentsByPhone.getOrDefault(phone, Set.of()));
    }

    private void changed(QueueMember member) {
        long before = member(member.queue(), member.phone())
                .map(QueueMember::lastCall)
                .orElse(member.lastCall());
        put(member);
        for (var agent : agentsAt(member.phone())) {
            settle(agent);
            if (member.lastCall() > before) {
                tellWrapUp(agent);
            }
        }
    }

    private void settle(UUID agentId) {
        if (beingSet.contains(agentId)) {
            return;
        }
        var standing = standing(agentId);
        if (standing.isPresent() && !standing.get().equals(standings.put(agentId, standing.get()))) {
            listener.set(agentId, standing.get());
        }
        if (standing.isEmpty()) {
            standings.remove(agentId);
        }
    }

    /** As the queues have the agent; empty where they don't, and other queues do. */
    private Optional<Standing> standing(UUID agentId) {
        var one = served.get(agentId);
        var mine = memberships(agentId);
        if (one == null || (mine.isEmpty() && one.alsoElsewhere())) {
            return Optional.empty();
        }
        if (mine.isEmpty()) {
            return Optional.of(new Standing(AgentStatus.OFFLINE, AwayReason.BREAK));
        }
        return Optional.of(mine.stream()
                .filter(QueueMember::paused)
                .findFirst()
                .map(paused -> new Standing(AgentStatus.AWAY, paused.why()))
                .orElse(new Standing(AgentStatus.AVAILABLE, AwayReason.BREAK)));
    }

    private List<QueueMember> memberships(UUID agentId) {
        var one = served.get(agentId);
        return one == null
                ? List.of()
                : one.queues().stream()
                        .flatMap(queue -> member(queue, one.phone()).stream())
                        .toList();
    }

    /** Tells what is left of the wrap-ups after the link was lost, or for the first time. */
    void tellWrapUps() {
        served.keySet().forEach(this::tellWrapUp);
    }

    private void tellWrapUp(UUID agentId) {
        var until = memberships(agentId).stream()
                .map(member -> time.ofSecond(member.lastCall() + wrapUp(member)))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var left = Duration.between(link.now(), until);
        if (left.isPositive()) {
            listener.wrapsUp(agentId, left);
        }
    }

    private long wrapUp(QueueMember member) {
        return member.wrapUp() > 0 ? member.wrapUp() : wrapUps.getOrDefault(member.queue(), 0L);
    }

    /** For how long after a talk that ends now; Asterisk counts whole seconds of its clock. */
    Duration wrapUp(UUID agentId, ExchangeQueue queue) {
        var one = served.get(agentId);
        long seconds = one == null
                ? wrapUps.getOrDefault(queue.name(), 0L)
                : member(queue.name(), one.phone()).map(this::wrapUp).orElse(wrapUps.getOrDefault(queue.name(), 0L));
        var left = Duration.between(link.now(), time.ofSecond(time.second() + seconds));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Sets an agent in all queues of the agent; the answer is given once, unless the link is lost before. */
    void change(UUID agentId, AgentStatus status, AwayReason why, MemberOrders.Answer answered) {
        var one = Objects.requireNonNull(served.get(agentId));
        var wanted = new Standing(status, status == AgentStatus.AWAY ? why : AwayReason.BREAK);
        var fixed = memberships(agentId).stream()
                .filter(member -> !member.dynamic())
                .findFirst();
        if (status == AgentStatus.OFFLINE && fixed.isPresent()) {
            answered.accept(MemberOrders.reason(MemberOrders.FIXED, fixed.get().queue()));
            return;
        }
        var parts = new ArrayList<MemberOrders.Part>();
        for (var queue : one.queues()) {
            parts.addAll(part(one, queue, wanted));
        }
        beingSet.add(agentId);
        new MemberOrders(link, parts, refusal -> {
                    beingSet.remove(agentId);
                    if (refusal.isEmpty()) {
                        standings.put(agentId, wanted);
                    }
                    answered.accept(refusal);
                    settle(agentId);
                })
                .give();
    }

    private List<MemberOrders.Part> part(Served one, String queue, Standing wanted) {
        boolean pause = wanted.status() == AgentStatus.AWAY;
        var reason = pause ? QueueMember.word(wanted.why()) : "";
        var now = member(queue, one.phone());
        if (wanted.status() == AgentStatus.OFFLINE) {
            return now.map(_ -> List.of(new MemberOrders.Part(
                            queue,
                            orders.removeMember(queue, one.phone()),
                            () -> members.getOrDefault(queue, Map.of()).remove(one.phone()))))
                    .orElse(List.of());
        }
        var member = now.orElse(new QueueMember(queue, one.phone(), one.name(), true, pause, reason, 0, 0));
        var parts = new ArrayList<MemberOrders.Part>();
        if (now.isEmpty()) {
            parts.add(new MemberOrders.Part(
                    queue, orders.addMember(queue, one.phone(), safe(one.name()), pause), () -> put(member)));
        }
        if (pause || member.paused()) {
            parts.add(new MemberOrders.Part(
                    queue,
                    orders.pauseMember(queue, one.phone(), pause, reason),
                    () -> put(member.paused(pause, reason))));
        }
        return parts;
    }

    /** A name as it may stand in an action. */
    private static String safe(String name) {
        return name.codePoints()
                .filter(c -> !Character.isISOControl(c) && "\u2028\u2029".indexOf(c) < 0)
                .mapToObj(Character::toString)
                .reduce("", String::concat);
    }
}
