package dev.outpace.telephony.asterisk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The queues of a {@link FakeAsterisk} and their members: the longest waiting caller gets the member who is free longest. */
final class FakeQueues {
    /** Seconds, for all queues. */
    static final long WRAP_UP = 3;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Map<String, Map<String, FakeMember>> members = new LinkedHashMap<>();
    private final List<FakeQueueCall> callers = new ArrayList<>();
    /** The queue of each channel of others. */
    private final Map<String, String> others = new LinkedHashMap<>();

    private final Map<String, Boolean> ringing = new LinkedHashMap<>();
    private final BiConsumer<Duration, Runnable> later;
    private final LongSupplier second;
    private final Consumer<String> teller;
    private long legs;
    private long frees;

    /** By the phone in one queue. */
    private static final class FakeMember {
        boolean dynamic = true;
        boolean paused;
        String reason = "";
        long lastCall;
        long freeSince;
    }

    FakeQueues(BiConsumer<Duration, Runnable> later, LongSupplier second, Consumer<String> teller) {
        this.later = later;
        this.second = second;
        this.teller = teller;
    }

    /** A queue with one more member; without one if the phone is empty. */
    void has(String queue, String phone, boolean dynamic, boolean paused) {
        var there = members.computeIfAbsent(queue, _ -> new LinkedHashMap<>());
        if (!phone.isEmpty()) {
            var member = new FakeMember();
            member.dynamic = dynamic;
            member.paused = paused;
            member.freeSince = frees++;
            there.put(phone, member);
        }
    }

    boolean has(String queue) {
        return members.containsKey(queue);
    }

    private Map<String, FakeMember> phones(String queue) {
        return members.getOrDefault(queue, Map.of());
    }

    private FakeMember member(String queue, String phone) {
        return Objects.requireNonNull(phones(queue).get(phone));
    }

    /** What came by orders is gone. */
    void restarted() {
        members.values().forEach(queue -> {
            queue.values().removeIf(member -> member.dynamic);
            queue.values().forEach(member -> member.paused = false);
        });
        callers.clear();
        others.clear();
        ringing.clear();
    }

    /** Somebody calls the queue whom nobody of ours called. */
    void otherComes(String queue, String channel) {
        others.put(channel, queue);
        teller.accept("Event: QueueCallerJoin\nQueue: " + queue + "\nPosition: 1\nUniqueid: " + channel + '\n');
    }

    /** A phone is rung for such a caller. */
    void ringsForOther(String channel, String leg) {
        teller.accept("Event: AgentCalled\nQueue: " + others.get(channel) + "\nUniqueid: " + channel
                + "\nDestUniqueid: " + leg + "\nInterface: PJSIP/agent101\n");
    }

    void isSilent(String leg) {
        teller.accept("Event: Hangup\nUniqueid: " + leg + "\nCause: 0\n");
    }

    void otherLeaves(String channel) {
        var queue = others.remove(channel);
        teller.accept("Event: QueueCallerLeave\nQueue: " + queue + "\nUniqueid: " + channel + '\n');
    }

    void joined(FakeQueueCall caller) {
        callers.add(caller);
        offer();
    }

    void left(FakeQueueCall caller) {
        callers.remove(caller);
    }

    void missed(String phone) {
        ringing.remove(phone);
        members.values().stream()
                .filter(queue -> queue.containsKey(phone))
                .forEach(queue -> queue.get(phone).freeSince = frees++);
        later.accept(RETRY, this::offer);
    }

    void free(String phone) {
        ringing.remove(phone);
        later.accept(Duration.ofMillis(1), this::offer);
    }

    void talked(String phone) {
        ringing.remove(phone);
        for (var queue : members.values()) {
            var member = queue.get(phone);
            if (member != null) {
                member.lastCall = second.getAsLong();
                member.freeSince = frees++;
            }
        }
        later.accept(Duration.ofSeconds(WRAP_UP), this::offer);
    }

    String lastCall(String phone) {
        return Long.toString(members.values().stream()
                .filter(queue -> queue.containsKey(phone))
                .mapToLong(queue -> queue.get(phone).lastCall)
                .max()
                .orElse(0));
    }

    private void offer() {
        for (var caller : List.copyOf(callers)) {
            if (caller.waits()) {
                String best = "";
                long since = Long.MAX_VALUE;
                for (var entry : phones(caller.queue()).entrySet()) {
                    var member = entry.getValue();
                    boolean ready = member.lastCall == 0 || second.getAsLong() - member.lastCall >= WRAP_UP;
                    if (!member.paused
                            && ready
                            && !ringing.containsKey(entry.getKey())
                            && turn(caller, entry.getKey(), member) < since) {
                        best = entry.getKey();
                        since = turn(caller, best, member);
                    }
                }
                if (!best.isEmpty()) {
                    ringing.put(best, true);
                    caller.offered(best, "queueleg." + ++legs);
                }
            }
        }
    }

    private static long turn(FakeQueueCall caller, String phone, FakeMember member) {
        return caller.missedBy().equals(phone) ? Long.MAX_VALUE - 1 : member.freeSince;
    }

    /** Pauses a member, also as people do at the phone. Returns why not; empty if it did. */
    String pause(String queue, String phone, boolean paused, String reason) {
        var member = members.getOrDefault(queue, Map.of()).get(phone);
        if (member == null) {
            return "Interface not found";
        }
        member.freeSince = member.paused && !paused ? frees++ : member.freeSince;
        member.paused = paused;
        member.reason = paused ? reason : "";
        tell("QueueMemberPause", queue, phone, member);
        offer();
        return "";
    }

    String add(String queue, String phone, boolean paused) {
        if (!has(queue)) {
            return "Unable to add interface to queue: No such queue";
        }
        if (phones(queue).containsKey(phone)) {
            return "Unable to add interface: Already there";
        }
        has(queue, phone, true, paused);
        tell("QueueMemberAdded", queue, phone, member(queue, phone));
        offer();
        return "";
    }

    String remove(String queue, String phone) {
        var member = members.getOrDefault(queue, Map.of()).get(phone);
        if (member == null) {
            return "Unable to remove interface: Not there";
        }
        if (!member.dynamic) {
            return "Member not dynamic";
        }
        phones(queue).remove(phone);
        tell("QueueMemberRemoved", queue, phone, member);
        return "";
    }

    /** Whether a phone is a member of a queue, and not paused. */
    boolean takesCalls(String queue, String phone) {
        var member = members.getOrDefault(queue, Map.of()).get(phone);
        return member != null && !member.paused;
    }

    /** Tells how a member is. */
    void status(String queue, String phone) {
        tell("QueueMemberStatus", queue, phone, member(queue, phone));
    }

    private void tell(String event, String queue, String phone, FakeMember member) {
        teller.accept("Event: " + event + "\nQueue: " + queue + "\nMemberName: Cleo\nInterface: " + phone + '\n'
                + fields(member));
    }

    private static String fields(FakeMember member) {
        return "Membership: %s\nLastCall: %d\nPaused: %d\nPausedReason: %s\nWrapuptime: 0\n"
                .formatted(
                        member.dynamic ? "dynamic" : "static", member.lastCall, member.paused ? 1 : 0, member.reason);
    }

    /** Rows of {@code QueueStatus}. */
    List<String> rows(String actionId) {
        var rows = new ArrayList<String>();
        members.forEach((queue, phones) -> {
            rows.add("Event: QueueParams\nActionID: " + actionId + "\nQueue: " + queue + "\nCalls: 0\n");
            others.forEach((channel, of) -> {
                if (of.equals(queue)) {
                    rows.add("Event: QueueEntry\nActionID: " + actionId + "\nQueue: " + queue + "\nUniqueid: " + channel
                            + "\nWait: 3\n");
                }
            });
            phones.forEach((phone, member) -> rows.add("Event: QueueMember\nActionID: " + actionId + "\nQueue: " + queue
                    + "\nName: Cleo\nLocation: " + phone + "\nStateInterface: " + phone + '\n' + fields(member)));
        });
        return rows;
    }
}
