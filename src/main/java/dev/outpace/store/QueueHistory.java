package dev.outpace.store;

import dev.outpace.model.CallFigures.Queued;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.CallFigures.Wait;
import dev.outpace.model.CallStep.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds up what the histories of calls tell of their time in a queue. Moments are in seconds. */
final class QueueHistory {
    private final Map<UUID, Double> joined = new HashMap<>();
    private final Map<UUID, Double> rung = new HashMap<>();
    private final List<Wait> waits = new ArrayList<>();
    private Times pickUp = Times.NONE;
    private Times noAnswer = Times.NONE;
    private long rejected;
    private long unreachable;

    /** The steps of one call in the order in which they happened. */
    void add(UUID callId, double at, Kind kind, String text) {
        switch (kind) {
            case QUEUE_JOINED -> joined.put(callId, at);
            case AGENT_RINGING -> rung.put(callId, at);
            case AGENT_MISSED -> missed(callId, at, text);
            case AGENT_CONNECTED -> {
                var since = rung.remove(callId);
                pickUp = pickUp.with(since == null ? 0 : at - since);
                waited(callId, at, false);
            }
            case QUEUE_LEFT -> waited(callId, at, text.equals("ABANDONED"));
            default -> {}
        }
    }

    private void missed(UUID callId, double at, String text) {
        var since = rung.remove(callId);
        switch (text.substring(text.indexOf(' ') + 1)) {
            case "NO_ANSWER" -> noAnswer = noAnswer.with(since == null ? 0 : at - since);
            case "REJECTED" -> rejected++;
            case "UNREACHABLE" -> unreachable++;
            default -> {}
        }
    }

    private void waited(UUID callId, double at, boolean gaveUp) {
        var since = joined.remove(callId);
        if (since != null) {
            waits.add(new Wait(at - since, gaveUp));
        }
    }

    Queued figures() {
        return new Queued(waits, pickUp, noAnswer, rejected, unreachable);
    }
}
