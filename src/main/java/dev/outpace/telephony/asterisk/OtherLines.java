package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput.OthersCalled;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lines of the trunk that our calls take besides their own, for people whom their flows call. The engine counts them against its
 * limits.
 */
final class OtherLines {
    private final ChannelIds ids;
    private final AsteriskCalls calls;
    private final Trunk trunk;
    /** The call to which each of these channels belongs. */
    private final Map<String, UUID> lines = new HashMap<>();
    /** How many the engine knows of, by the call. */
    private final Map<UUID, Integer> told = new HashMap<>();

    OtherLines(ChannelIds ids, AsteriskCalls calls, Trunk trunk) {
        this.ids = ids;
        this.calls = calls;
        this.trunk = trunk;
    }

    void event(AmiMessage event, Instant at) {
        switch (event.event()) {
            case "Newchannel" -> {
                if (isOther(event)) {
                    ids.callOf(event.get("Linkedid")).ifPresent(callId -> {
                        lines.put(event.get("Uniqueid"), callId);
                        tell(callId, at);
                    });
                }
            }
            case "Hangup" -> {
                var callId = lines.remove(event.get("Uniqueid"));
                if (callId != null) {
                    tell(callId, at);
                }
            }
            default -> {
                // Begins and ends no channel.
            }
        }
    }

    private boolean isOther(AmiMessage channel) {
        return trunk.isLine(channel.get("Channel"))
                && ids.callOf(channel.get("Uniqueid")).isEmpty();
    }

    private void tell(UUID callId, Instant at) {
        int count = Collections.frequency(lines.values(), callId);
        if (told.getOrDefault(callId, 0) != count) {
            told.put(callId, count);
            calls.find(callId).ifPresent(call -> call.tell(at, moment -> new OthersCalled(moment, callId, count)));
        }
    }

    /** All channels that there are, after a link was lost; the engine has heard that it is back. */
    void listed(List<AmiMessage> rows, Instant at) {
        Set<UUID> concerned = new HashSet<>(lines.values());
        lines.clear();
        rows.stream()
                .filter(this::isOther)
                .forEach(row ->
                        ids.callOf(row.get("Linkedid")).ifPresent(callId -> lines.put(row.get("Uniqueid"), callId)));
        concerned.addAll(lines.values());
        concerned.forEach(callId -> tell(callId, at));
    }

    void callEnded(UUID callId) {
        told.remove(callId);
        lines.values().removeIf(callId::equals);
    }
}
