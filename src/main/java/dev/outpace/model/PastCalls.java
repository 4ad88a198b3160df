package dev.outpace.model;

import dev.outpace.model.PastCall.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what can be learned of ended calls, from the moments of their lives and the steps of their histories. */
public final class PastCalls {
    private static final double NANOS = 1e9;
    /** A caller who waited for longer was waiting for an agent, not only for the exchange to ring one. Seconds. */
    private static final double WAITING = 0.5;
    /** An agent who is away for longer after a call was not wrapping up. Seconds. */
    private static final double LONGEST_WRAP_UP = 180;

    private record Known(CampaignCall call, List<CallStep> steps) {}

    private final List<Known> calls = new ArrayList<>();

    /** @param steps in the order in which they happened */
    public void add(CampaignCall call, List<CallStep> steps) {
        if (isCall(call)) {
            calls.add(new Known(call, List.copyOf(steps)));
        }
    }

    /** Only what a carrier and a person decided tells anything; not what we cut short, lost or never placed. */
    private static boolean isCall(CampaignCall call) {
        var cause = call.cause();
        return call.referenceType() == CampaignType.CALL
                && cause != null
                && switch (cause) {
                    case NORMAL,
                            ABANDONED,
                            BUSY,
                            NO_ANSWER,
                            REJECTED,
                            BAD_NUMBER,
                            UNREACHABLE,
                            CONGESTED,
                            FAILED,
                            HUNG_UP,
                            MACHINE,
                            FLOW_FAILED -> true;
                    case CANCELLED, NOT_PLACED, LOST, INTERRUPTED -> false;
                };
    }

    /** The earliest first. */
    public List<PastCall> all() {
        var wrapUps = wrapUps();
        return calls.stream()
                .sorted(Comparator.comparing(known -> known.call().createdAt()))
                .map(known -> past(known, wrapUps.getOrDefault(known.call().id(), PastCall.UNKNOWN)))
                .toList();
    }

    private static PastCall past(Known known, double wrapUp) {
        var call = known.call();
        var answer = call.answeredAt();
        var queued = call.queuedAt();
        var connected = call.connectedAt();
        var flowEnd = queued == null ? call.endedAt() : queued;
        var queueEnd = queued == null ? null : queueEnd(known);
        return new PastCall(
                call.campaignId(),
                answer != null,
                call.cause() == EndCause.MACHINE,
                seconds(call.createdAt(), answer == null ? call.endedAt() : answer),
                queued != null,
                seconds(answer, flowEnd),
                answer == null || flowEnd == null ? List.of() : stages(known, flowEnd),
                queueEnd == null ? 0 : seconds(queued, queueEnd.at()),
                queueEnd != null && queueEnd.kind() == CallStep.Kind.QUEUE_LEFT,
                seconds(connected, call.endedAt()),
                wrapUp);
    }

    private static double seconds(@Nullable Instant from, @Nullable Instant until) {
        return from == null || until == null
                ? 0
                : Math.max(0, Duration.between(from, until).toNanos() / NANOS);
    }

    private static List<Stage> stages(Known known, Instant end) {
        return known.steps().stream()
                .filter(step ->
                        step.kind() == CallStep.Kind.ACTION && !step.at().isAfter(end))
                .map(step -> new Stage(step.actionId(), seconds(step.at(), end)))
                .toList();
    }

    /** What came first: an agent's phone rang, or the caller left. */
    private static @Nullable CallStep queueEnd(Known known) {
        for (var step : known.steps()) {
            if (step.kind() == CallStep.Kind.AGENT_RINGING || step.kind() == CallStep.Kind.QUEUE_LEFT) {
                return step;
            }
        }
        return null;
    }

    /**
     * No history has the end of a wrap-up. But an agent for whom a caller was already waiting wrapped up until his phone rang for
     * that caller.
     */
    private Map<UUID, Double> wrapUps() {
        var found = new HashMap<UUID, Double>();
        var before = new HashMap<UUID, CampaignCall>();
        calls.stream()
                .filter(known -> known.call().connectedAt() != null)
                .sorted(Comparator.comparing(known -> known.call().connectedAt()))
                .forEach(known -> {
                    var call = known.call();
                    var last = before.put(call.agentId(), call);
                    var rang = queueEnd(known);
                    if (last != null && rang != null && seconds(call.queuedAt(), rang.at()) > WAITING) {
                        double wrapUp = seconds(last.endedAt(), rang.at());
                        if (wrapUp < LONGEST_WRAP_UP) {
                            found.put(last.id(), wrapUp);
                        }
                    }
                });
        return found;
    }
}
