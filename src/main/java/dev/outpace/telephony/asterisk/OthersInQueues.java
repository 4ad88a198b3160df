package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput.OthersWait;
import dev.outpace.model.Queue;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Callers of others in Asterisk's own queues. They take agents before callers of ours who come later, so that the engine is told how many
 * wait while no phone rings for them; one for whom a phone rings has an agent, who counts as busy.
 */
final class OthersInQueues {
    private static final int RINGING = 5;

    private final ChannelIds ids;
    private final Consumer<OthersWait> teller;
    /** The queue that counts them, by the name of Asterisk's; the first one, so that nobody counts twice. */
    private final Map<String, UUID> queues = new LinkedHashMap<>();

    /** By the id of the channel. */
    private final Map<String, Other> callers = new HashMap<>();
    /** What the engine knows. */
    private final Map<UUID, Integer> told = new HashMap<>();

    /** @param legs ids of the channels to phones that ring for the caller */
    private record Other(String queue, Set<String> legs) {}

    OthersInQueues(ChannelIds ids, Consumer<OthersWait> teller) {
        this.ids = ids;
        this.teller = teller;
    }

    void assign(List<Queue> assigned) {
        queues.clear();
        for (var queue : assigned) {
            var ofExchange = queue.exchangeQueue();
            if (ofExchange != null && !queue.deleted()) {
                queues.putIfAbsent(ofExchange.name(), queue.id());
            }
        }
    }

    /** What Asterisk tells, while the engine hears of it. */
    void event(AmiMessage event, Instant at) {
        if (changes(event)) {
            tell(at);
        }
    }

    private boolean changes(AmiMessage event) {
        var channel = event.get("Uniqueid");
        return switch (event.event()) {
            case "QueueCallerJoin" -> joined(event);
            case "AgentCalled" -> {
                var caller = callers.get(channel);
                yield caller != null && caller.legs().add(event.get("DestUniqueid"));
            }
            case "QueueCallerLeave", "AgentConnect" -> callers.remove(channel) != null;
            case "Hangup" -> {
                boolean waited = callers.remove(channel) != null;
                boolean rang = false;
                for (var caller : callers.values()) {
                    rang |= caller.legs().remove(channel);
                }
                yield waited || rang;
            }
            default -> false;
        };
    }

    private boolean joined(AmiMessage entry) {
        var channel = entry.get("Uniqueid");
        boolean other = ids.callOf(channel).isEmpty();
        if (other) {
            callers.put(channel, new Other(entry.get("Queue"), new HashSet<>()));
        }
        return other;
    }

    /**
     * All callers in queues; whoever is known keeps the phones that ring.
     *
     * @param queueRows of {@code QueueStatus}
     */
    void listed(List<AmiMessage> queueRows) {
        var before = new HashMap<>(callers);
        callers.clear();
        for (var row : queueRows) {
            if (row.event().equals("QueueEntry")) {
                joined(row);
            }
        }
        callers.replaceAll((channel, caller) -> before.getOrDefault(channel, caller));
    }

    /** All channels, which tell for whom phones ring; before the engine hears that the link is back. */
    void ring(List<AmiMessage> channels) {
        var linked = new HashMap<String, Other>();
        callers.values().forEach(caller -> caller.legs().clear());
        for (var row : channels) {
            var caller = callers.get(row.get("Uniqueid"));
            if (caller != null) {
                linked.put(row.get("Linkedid"), caller);
            }
        }
        for (var row : channels) {
            var caller = linked.get(row.get("Linkedid"));
            if (caller != null && row.number("ChannelState") == RINGING) {
                caller.legs().add(row.get("Uniqueid"));
            }
        }
    }

    /** Tells what has changed. */
    void tell(Instant at) {
        for (var queue : queues.entrySet()) {
            tell(
                    queue.getValue(),
                    (int) callers.values().stream()
                            .filter(caller -> caller.queue().equals(queue.getKey())
                                    && caller.legs().isEmpty())
                            .count(),
                    at);
        }
        for (var id : Set.copyOf(told.keySet())) {
            if (!queues.containsValue(id)) {
                tell(id, 0, at);
            }
        }
    }

    private void tell(UUID queueId, int count, Instant at) {
        if (!Objects.equals(told.put(queueId, count), count)) {
            teller.accept(new OthersWait(at, queueId, count));
        }
    }
}
