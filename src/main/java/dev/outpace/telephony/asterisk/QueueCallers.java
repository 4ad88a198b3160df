package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput.Left;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Queue;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.distribution.Distributor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our callers in Asterisk's own queues: {@code EXEC Queue}. Asterisk rings agents for them and connects them, also while this program is
 * gone. A caller leaves such a queue early by being sent back to where the channel waits for commands.
 */
final class QueueCallers {
    static final String APPLICATION = "Queue";
    private static final String STATUS = "QUEUESTATUS";
    /**
     * By so much Asterisk's limit is later. A phone may ring on beyond ours, and both limits at the end of one ring would leave open
     * whether a miss is told before the caller has left.
     */
    private static final Duration AFTER_OURS = Duration.ofSeconds(15);

    private final CallOrders orders;
    private final ChannelIds ids;
    private final AsteriskCalls calls;
    private final AsteriskLegs legs;
    private final Map<UUID, ExchangeQueue> queues = new HashMap<>();
    /** Calls whose channel carries out the application. */
    private final Set<UUID> inside = new HashSet<>();
    /** The latest stay of a call, so that what is told of an earlier one is told apart. */
    private final Map<UUID, Object> stays = new HashMap<>();

    /** The agent of talks that an earlier run left, where no leg tells it. */
    private final Map<UUID, UUID> talks = new HashMap<>();

    private final Map<String, Set<UUID>> agentsByPhone = new HashMap<>();
    private @Nullable AgentPhones phones;
    private @Nullable Distributor distributor;

    QueueCallers(CallOrders orders, ChannelIds ids, AsteriskCalls calls, AsteriskLegs legs) {
        this.orders = orders;
        this.ids = ids;
        this.calls = calls;
        this.legs = legs;
    }

    void reportTo(Distributor newDistributor, AgentPhones newPhones) {
        distributor = newDistributor;
        phones = newPhones;
    }

    private Distributor distributor() {
        return Objects.requireNonNull(distributor);
    }

    private AgentPhones phones() {
        return Objects.requireNonNull(phones);
    }

    void assign(List<Queue> assigned, Map<UUID, String> phonesOfAgents) {
        queues.clear();
        for (var queue : assigned) {
            if (queue.exchangeQueue() != null) {
                queues.put(queue.id(), queue.exchangeQueue());
            }
        }
        agentsByPhone.clear();
        phonesOfAgents.forEach((agent, phone) ->
                agentsByPhone.computeIfAbsent(phone, _ -> new LinkedHashSet<>()).add(agent));
    }

    /** Whether a queue is Asterisk's own. */
    boolean has(UUID queueId) {
        return queues.containsKey(queueId);
    }

    boolean isInside(UUID callId) {
        return inside.contains(callId);
    }

    /** The longest wait is ours, to the millisecond; Asterisk's own only counts when this program is gone. */
    void join(UUID callId, UUID queueId, Duration maxWait) {
        var queue = Objects.requireNonNull(queues.get(queueId));
        long seconds = maxWait.isZero() ? 0 : maxWait.plus(AFTER_OURS).toSeconds();
        legs.agi(callId).ifPresent(agi -> {
            var stay = new Object();
            stays.put(callId, stay);
            inside.add(callId);
            phones().shown(callId).ifPresent(shown -> agi.run(shown, _ -> {}));
            agi.run(
                    AgiCommand.queue(queue, seconds),
                    answer -> over(callId, stay, answer),
                    AgiCommand.read(STATUS),
                    answer -> left(callId, stay, answer),
                    // Should nobody be there any more to look after the caller.
                    orders.aloneAgain());
        });
    }

    private void over(UUID callId, Object stay, AgiAnswer answer) {
        if (!stay.equals(stays.get(callId))) {
            return;
        }
        inside.remove(callId);
        calls.find(callId).filter(AsteriskCall::isUp).ifPresent(calls::keepAgain);
        phones().offers().queueIsOver(callId, answer);
    }

    private void left(UUID callId, Object stay, AgiAnswer answer) {
        if (!stay.equals(stays.get(callId))) {
            return;
        }
        switch (answer) {
            case AgiAnswer.Done(var at, var _, var status) -> distributor().left(callId, how(status), at);
            case AgiAnswer.Refused(var at, var _) -> distributor().left(callId, Left.QUEUE_GONE, at);
            case AgiAnswer.Lost _ ->
                // Of a call that lives, and whose wait ended unheard.
                legs.agi(callId)
                        .ifPresent(agi -> agi.run(AgiCommand.read(STATUS), again -> {
                            if (again instanceof AgiAnswer.Done) {
                                left(callId, stay, again);
                            }
                        }));
        }
    }

    private static Left how(String status) {
        return switch (status) {
            case "TIMEOUT" -> Left.TIMEOUT;
            case "JOINEMPTY", "LEAVEEMPTY", "JOINUNAVAIL", "LEAVEUNAVAIL", "FULL" -> Left.NO_AGENTS;
            case "UNKNOWN" -> Left.QUEUE_GONE;
            default -> Left.UNKNOWN;
        };
    }

    /** It was told that the caller left the queue. */
    void leftQueue(UUID callId) {
        stays.remove(callId);
        if (inside.remove(callId)) {
            calls.find(callId).filter(AsteriskCall::isUp).ifPresent(calls::keepAgain);
            legs.agi(callId).ifPresent(AsyncAgi::breakOff);
        }
    }

    void callEnded(UUID callId) {
        talks.remove(callId);
        stays.remove(callId);
        inside.remove(callId);
    }

    void event(AmiMessage event, Instant at) {
        switch (event.event()) {
            case "QueueCallerJoin" -> ours(event).flatMap(calls::find).ifPresent(calls::leaveAlone);
            case "AgentCalled" ->
                ours(event)
                        .ifPresent(call -> phones().offers().queueRings(call, agent(event), event.get("DestUniqueid")));
            case "AgentConnect" ->
                ours(event)
                        .ifPresent(call ->
                                phones().offers().queueConnects(call, agent(event), event.get("DestUniqueid"), at));
            default -> {
                // Not about callers.
            }
        }
    }

    private Optional<UUID> ours(AmiMessage event) {
        return ids.callOf(event.get("Uniqueid")).filter(inside::contains);
    }

    /** Members whom nobody here knows as agents have ids of their own, always the same. */
    private UUID agent(AmiMessage event) {
        return agent(event.get("Interface"));
    }

    private UUID agent(String phone) {
        return agentsByPhone.getOrDefault(phone, Set.of()).stream()
                .findFirst()
                .orElseGet(() -> UUID.nameUUIDFromBytes(phone.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the channels of callers of an earlier run kept. */
    void found(List<AmiMessage> notes) {
        for (var row : notes) {
            ids.callOf(row.get("Uniqueid"))
                    .ifPresent(callId -> TalkNote.read(row).ifPresent(note -> talks.put(callId, note.agentId())));
        }
    }

    /** All channels after a link was lost, or for the first time. Callers of an earlier run of the program are taken over. */
    void listed(List<AmiMessage> channels, List<AmiMessage> queueRows, Instant now) {
        for (var row : channels) {
            var callId = ids.callOf(row.get("Uniqueid")).orElse(null);
            if (callId != null && row.get("Application").equals(APPLICATION)) {
                calls.find(callId).ifPresent(calls::leaveAlone);
                if (inside.add(callId)) {
                    adopt(callId, row.get("ApplicationData"), now.minusSeconds(waits(row, queueRows)));
                }
            }
        }
    }

    /** With the same lists: for whom a phone rings, who talks, and who was passed on. */
    void findAgents(List<AmiMessage> channels, List<AmiMessage> queueRows, Instant now) {
        var legs = new QueueLegs(channels, queueRows);
        for (var row : channels) {
            var callId =
                    ids.callOf(row.get("Uniqueid")).filter(inside::contains).orElse(null);
            if (callId != null && row.get("Application").equals(APPLICATION)) {
                legs.find(row).ifPresent(found -> {
                    switch (found) {
                        case QueueLegs.Found.Member(var phone, var leg) ->
                            phones().offers().queueRingsOrTalks(callId, agent(phone), leg, now);
                        case QueueLegs.Found.Peer(var leg) -> peer(callId, leg, now);
                    }
                });
            }
        }
    }

    private void peer(UUID callId, AmiMessage leg, Instant now) {
        var agentId = talks.get(callId);
        if (agentId != null) {
            phones().offers().queueRingsOrTalks(callId, agentId, leg, now);
        } else {
            var phone = PhoneDevice.ofChannel(leg.get("Channel")).name();
            phones().offers().queuePassedOn(callId, agent(phone), now);
        }
    }

    private static int waits(AmiMessage channel, List<AmiMessage> queueRows) {
        return queueRows.stream()
                .filter(row ->
                        row.event().equals("QueueEntry") && row.get("Uniqueid").equals(channel.get("Uniqueid")))
                .findFirst()
                .map(row -> row.number("Wait"))
                .orElse(0);
    }

    private void adopt(UUID callId, String arguments, Instant since) {
        var name = arguments.split(",", 2)[0];
        queues.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(name))
                .findFirst()
                .ifPresent(entry -> distributor().foundWaiting(callId, entry.getKey(), since, null));
        var stay = new Object();
        stays.put(callId, stay);
        legs.agi(callId)
                .ifPresent(agi -> agi.run(
                        AgiCommand.nothing(),
                        answer -> over(callId, stay, answer),
                        AgiCommand.read(STATUS),
                        answer -> left(callId, stay, answer)));
    }
}
