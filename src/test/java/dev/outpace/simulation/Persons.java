package dev.outpace.simulation;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.Address;
import dev.outpace.telephony.simulated.CarrierLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The persons that the calls of a day met, in the order in which they were dialed. */
final class Persons implements CarrierLog {
    private final Map<UUID, Integer> order = new HashMap<>();
    final List<Instant> dialed = new ArrayList<>();
    final Map<Integer, Duration> answers = new HashMap<>();
    final Map<Integer, String> fates = new HashMap<>();
    /** From the answer to the end. */
    final Map<Integer, Duration> onTheLine = new HashMap<>();

    private final ArrayDeque<Instant> lastSecond = new ArrayDeque<>();
    int open;
    int mostOpen;
    int mostInASecond;

    @Override
    public void started(UUID callId, Address to, Instant at) {
        order.put(callId, dialed.size());
        dialed.add(at);
        mostOpen = Math.max(mostOpen, ++open);
        lastSecond.addLast(at);
        while (!lastSecond.getFirst().isAfter(at.minusSeconds(1))) {
            lastSecond.removeFirst();
        }
        mostInASecond = Math.max(mostInASecond, lastSecond.size());
    }

    @Override
    public void answered(UUID callId, Instant at) {
        int number = number(callId);
        answers.put(number, Duration.between(dialed.get(number), at));
    }

    @Override
    public void ended(UUID callId, Outcome outcome, Instant at) {
        open--;
        int number = number(callId);
        var answered = answers.get(number);
        var length = Duration.between(dialed.get(number), at);
        fates.put(number, answered == null ? outcome + " " + length : "answered " + answered);
        if (answered != null) {
            onTheLine.put(number, length.minus(answered));
        }
    }

    private int number(UUID callId) {
        var number = order.get(callId);
        if (number == null) {
            throw new AssertionError("never started: " + callId);
        }
        return number;
    }
}
