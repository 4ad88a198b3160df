package dev.outpace.workspace;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.JsonText;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.store.Store;
import dev.outpace.telephony.simulated.CarrierCall;
import dev.outpace.telephony.simulated.CarrierLogReader;
import dev.outpace.telephony.simulated.CarrierLogReader.History;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Compares a workspace's calls with what the carrier saw. */
public final class Audit {
    private static final int PAGE = 2_000;

    private final Map<UUID, CarrierCall> carrier;
    private final ResourceBook book;
    private final List<Problem> found = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();
    private final Map<String, Span> lastByAddress = new HashMap<>();
    private final Map<UUID, Span> lastByTarget = new HashMap<>();
    private final Set<String> answeredAndCut = new HashSet<>();
    private final Map<String, Integer> tries = new HashMap<>();
    /** Tries of the address that each destination had last. */
    private final Map<UUID, Map<Integer, Integer>> triesOfTarget = new HashMap<>();

    private long compared;

    /** @param calls compared; {@code problems} is empty when all agree */
    public record Report(long calls, List<Problem> problems) {}

    private record Span(UUID callId, Instant end) {}

    Audit(History history, ResourceBook book) {
        this.carrier = history.calls();
        this.book = book;
        history.problems().stream().filter(Problem::isError).forEach(found::add);
    }

    /**
     * @throws IOException if a carrier log can't be read
     * @throws dev.outpace.store.StoreException if the workspace can't be opened
     */
    public static Report of(Path folder, String owner, List<Path> carrierLogs, JsonText json) throws IOException {
        var history = CarrierLogReader.read(carrierLogs, json);
        try (var store = Store.open(folder, owner, json)) {
            var audit = new Audit(history, store.resources().join());
            long after = 0;
            do {
                var page = store.callQueries().inOrder(after, PAGE).join();
                page.calls().forEach(audit::compare);
                after = page.next();
            } while (after != 0);
            return audit.report();
        }
    }

    Report report() {
        carrier.forEach((id, call) -> {
            if (!seen.contains(id)) {
                found.add(Problem.error("audit.unknown_call", id.toString(), call.address()));
            }
        });
        return new Report(compared, List.copyOf(found));
    }

    /** Compares the next call, in the order of their claims. */
    void compare(CampaignCall call) {
        if (call.referenceType() == CampaignType.FLOW) {
            countTry(call);
            return;
        }
        compared++;
        seen.add(call.id());
        var seenByCarrier = carrier.get(call.id());
        if (call.cause() == EndCause.NOT_PLACED) {
            // A network that was full has seen the call, and reached nobody either.
            if (seenByCarrier != null && seenByCarrier.outcome() != Outcome.CONGESTED) {
                found.add(Problem.error("audit.refused_but_called", call.id().toString(), seenByCarrier.address()));
            }
            return;
        }
        if (seenByCarrier == null) {
            // Killed between the claim and the order: nobody was called.
            if (call.cause() != EndCause.INTERRUPTED || call.answeredAt() != null) {
                found.add(Problem.error("audit.never_called", call.id().toString(), call.targetName()));
            }
        } else {
            compare(call, seenByCarrier);
            overlaps(call, seenByCarrier);
            calledAgain(call);
        }
        countTry(call);
    }

    /** Who had answered when the program was cut is never dialed again at that address. */
    private void calledAgain(CampaignCall call) {
        var person = addressOfTarget(call);
        if (answeredAndCut.contains(person)) {
            found.add(Problem.error("audit.called_again", call.id().toString(), call.targetName()));
        }
        if (call.cause() == EndCause.INTERRUPTED && call.answeredAt() != null) {
            answeredAndCut.add(person);
        }
    }

    private static String addressOfTarget(CampaignCall call) {
        var destination = call.destination();
        return call.outdialTargetId() + "/" + (destination == null ? "" : destination.dialKey());
    }

    private void compare(CampaignCall call, CarrierCall carrierCall) {
        var destination = Objects.requireNonNull(call.destination());
        if (!destination.dialKey().equals(carrierCall.address())) {
            found.add(Problem.error(
                    "audit.other_address", call.id().toString(), destination.dialKey(), carrierCall.address()));
        }
        boolean cut = call.cause() == EndCause.INTERRUPTED || call.cause() == EndCause.LOST;
        if (call.answeredAt() != null && carrierCall.answeredAt() == null) {
            found.add(Problem.error("audit.not_answered", call.id().toString(), destination.target()));
        }
        if (call.answeredAt() == null && carrierCall.answeredAt() != null && !cut) {
            found.add(Problem.error("audit.answer_missed", call.id().toString(), destination.target()));
        }
        if (call.endedAt() == null && carrierCall.endedAt() != null) {
            found.add(Problem.error("audit.not_ended", call.id().toString(), destination.target()));
        }
        if (call.endedAt() != null && carrierCall.endedAt() == null && !cut) {
            found.add(Problem.error("audit.ended_here_only", call.id().toString(), destination.target()));
        }
    }

    private static boolean isGivenBack(CampaignCall call) {
        return call.cause() == EndCause.CONGESTED || (call.cause() == EndCause.CANCELLED && call.answeredAt() == null);
    }

    /** Calls come in the order of their claims, which is the order of their starts. */
    private void overlaps(CampaignCall call, CarrierCall carrierCall) {
        var start = carrierCall.startedAt();
        var end = end(call, carrierCall);
        var sameAddress = lastByAddress.put(carrierCall.address(), new Span(call.id(), end));
        if (sameAddress != null && sameAddress.end().isAfter(start)) {
            found.add(Problem.error(
                    "audit.address_twice", call.id().toString(), carrierCall.address(), sameAddress.callId()));
        }
        var sameTarget = lastByTarget.put(call.outdialTargetId(), new Span(call.id(), end));
        if (sameTarget != null && sameTarget.end().isAfter(start)) {
            found.add(
                    Problem.error("audit.target_twice", call.id().toString(), call.targetName(), sameTarget.callId()));
        }
    }

    /** A carrier that was killed with the program wrote no end: then the workspace's counts, which its next opening set. */
    private static Instant end(CampaignCall call, CarrierCall carrierCall) {
        var end = carrierCall.endedAt() != null ? carrierCall.endedAt() : call.endedAt();
        return end != null ? end : Instant.MAX;
    }

    /** A new address in a slot begins its tries anew. */
    private void countTry(CampaignCall call) {
        if (isGivenBack(call)) {
            // It had not rung for its time, which gave the try back.
            return;
        }
        Outplan outplan = book.outplan(call.outplanId());
        if (outplan == null) {
            return;
        }
        int count = tries.merge(addressOfTarget(call) + "/" + call.destinationIndex(), 1, Integer::sum);
        int most = outplan.maxTryCounts().get(call.destinationIndex());
        if (count > most) {
            found.add(Problem.error("audit.try_too_many", call.id().toString(), call.targetName(), count, most));
        }
        var ofSlots = triesOfTarget.computeIfAbsent(call.outdialTargetId(), _ -> new HashMap<>());
        ofSlots.put(call.destinationIndex(), count);
        int all = ofSlots.values().stream().mapToInt(Integer::intValue).sum();
        int mostOfAll = outplan.retry().maxTries();
        if (mostOfAll > 0 && all > mostOfAll) {
            found.add(Problem.error("audit.try_too_many", call.id().toString(), call.targetName(), all, mostOfAll));
        }
    }
}
