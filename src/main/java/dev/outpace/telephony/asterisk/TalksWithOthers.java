package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * People who talk with others because their flow says so: with somebody who was called, or in a conference. Asterisk looks after
 * them by itself, so that they talk on when this program is gone; a person who is alone is kept for a short time only.
 */
final class TalksWithOthers {
    private static final int TOGETHER = 2;

    private final AsteriskLink link;
    private final CallOrders orders;
    private final ChannelIds ids;
    private final AsteriskCalls calls;
    private final AsteriskLegs legs;
    /** The channels in each bridge. How many Asterisk says there are counts what it speaks with itself, in a conference. */
    private final Map<String, Set<String>> bridges = new HashMap<>();

    private final Set<UUID> talking = new HashSet<>();
    /** Of an earlier run of the program, whose flow is not known any more. */
    private final Set<UUID> takenOver = new HashSet<>();

    TalksWithOthers(AsteriskLink link, CallOrders orders, ChannelIds ids, AsteriskCalls calls, AsteriskLegs legs) {
        this.link = link;
        this.orders = orders;
        this.ids = ids;
        this.calls = calls;
        this.legs = legs;
    }

    void event(ChannelEvent.Bridged event) {
        var ours = ids.callOf(event.channelId());
        if (event.enters()) {
            enters(event.bridgeId(), event.channelId());
        } else {
            leaves(event.bridgeId(), event.channelId());
            ours.ifPresent(callId -> isWith(callId, false));
        }
        var there = bridges.getOrDefault(event.bridgeId(), Set.of());
        calls(there).forEach(callId -> isWith(callId, there.size() >= TOGETHER));
    }

    private void enters(String bridgeId, String channelId) {
        bridges.computeIfAbsent(bridgeId, _ -> new HashSet<>()).add(channelId);
    }

    private void leaves(String bridgeId, String channelId) {
        bridges.computeIfPresent(bridgeId, (_, there) -> {
            there.remove(channelId);
            return there.isEmpty() ? null : there;
        });
    }

    private List<UUID> calls(Set<String> channelIds) {
        return channelIds.stream().flatMap(id -> ids.callOf(id).stream()).toList();
    }

    private void isWith(UUID callId, boolean others) {
        if (others && legs.isWithOthers(callId) && talking.add(callId)) {
            calls.find(callId).ifPresent(calls::leaveAlone);
        } else if (!others && talking.remove(callId)) {
            calls.find(callId).ifPresent(calls::keepAgain);
        } else if (!others && takenOver.contains(callId)) {
            link.tell(orders.hangUp(callId));
        }
    }

    /** All channels that there are, after a link was lost. */
    void listed(List<AmiMessage> rows) {
        bridges.clear();
        rows.stream()
                .filter(row -> !row.get("BridgeId").isEmpty())
                .forEach(row -> enters(row.get("BridgeId"), row.get("Uniqueid")));
        var together = together();
        Set.copyOf(talking).stream()
                .filter(callId -> !together.contains(callId))
                .forEach(callId -> isWith(callId, false));
        together.forEach(callId -> isWith(callId, true));
    }

    private List<UUID> together() {
        return bridges.values().stream()
                .filter(there -> there.size() >= TOGETHER)
                .flatMap(there -> calls(there).stream())
                .toList();
    }

    /**
     * Takes over the talks that an earlier run of the program left behind. When the person is alone again, nothing is left
     * to say: the call ends, also where that happened unheard, which a command behind what connects them tells.
     *
     * @param withAgent whether an agent has the caller
     */
    void takeOver(Predicate<UUID> withAgent) {
        for (var callId : together()) {
            if (!withAgent.test(callId) && takenOver.add(callId)) {
                calls.find(callId).ifPresent(calls::leaveAlone);
                legs.agi(callId)
                        .ifPresent(agi -> agi.run(AgiCommand.nothing(), answer -> {
                            if (answer instanceof AgiAnswer.Done) {
                                link.tell(orders.hangUp(callId));
                            }
                        }));
            }
        }
    }

    boolean isTakenOver(UUID callId) {
        return takenOver.contains(callId);
    }

    void callEnded(UUID callId) {
        talking.remove(callId);
        takenOver.remove(callId);
    }
}
