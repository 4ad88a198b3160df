package dev.outpace.workspace;

import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.JsonText;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.store.CallQueries;
import dev.outpace.store.Store;
import dev.outpace.telephony.simulated.CarrierCall;
import dev.outpace.telephony.simulated.CarrierLogReader;
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
import org.jspecify.annotations.Nullable;

/** Compares a workspace's calls with what the carrier saw. */
public final class Audit {
    private static final int PAGE = 2_000;

    private final Map<UUID, CarrierCall> carrier;
    private final ResourceBook book;
    private final List<Problem> found = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();
    private final Map<String, Span> lastByAddress = new HashMap<>();
    private final Map<UUID, Span> lastByTarget = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private long compared;

    /** @param calls compared; {@code problems} is empty when all agree */
    public record Report(long calls, List<Problem> problems) {}

    private record Span(UUID callId, Instant end) {}

    private Audit(Map<UUID, CarrierCall> carrier, ResourceBook book) {
        this.carrier = carrier;
        this.book = book;
    }

    /**
     * @throws IOException if a carrier log can't be read
     * @throws dev.outpace.store.StoreException if the workspace can't be opened
     */
    public static Report of(Path folder, String owner, List<Path> carrierLogs, JsonText json) throws IOException {
        var history = CarrierLogReader.read(carrierLogs);
        try (var store = Store.open(folder, owner, json)) {
            var audit = new Audit(history.calls(), store.resources().join());
            audit.found.addAll(
                    history.problems().stream().filter(Problem::isError).toList());
            audit.compareAll(store.callQueries());
            return new Report(audit.compared, List.copyOf(audit.found));
        }
    }

    private void compareAll(CallQueries calls) {
        long after = 0;
        do {
            var page = calls.inOrder(after, PAGE).join();
            page.calls().forEach(this::compare);
            after = page.next();
        } while (after != 0);
        carrier.forEach((id, call) -> {
            if (!seen.contains(id)) {
                found.add(Problem.error("audit.unknown_call", id.toString(), call.address()));
            }
        });
    }

    private void compare(CampaignCall call) {
        if (call.referenceType() == CampaignType.FLOW) {
            countTry(call);
            return;
        }
        compared++;
        seen.add(call.id());
        var seenByCarrier = carrier.get(call.id());
        if (call.cause() == EndCause.NOT_PLACED) {
            if (seenByCarrier != null) {
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
        }
        countTry(call);
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

    /** A carrier that was killed with the program wrote no end: the call was over then. */
    private static Instant end(CampaignCall call, CarrierCall carrierCall) {
        @Nullable Instant end = carrierCall.endedAt();
        return end != null ? end : call.createdAt();
    }

    private void countTry(CampaignCall call) {
        Outplan outplan = book.outplan(call.outplanId());
        if (outplan == null) {
            return;
        }
        int count = tries.merge(call.outdialTargetId() + "/" + call.destinationIndex(), 1, Integer::sum);
        int most = outplan.maxTryCounts().get(call.destinationIndex());
        if (count > most) {
            found.add(Problem.error("audit.try_too_many", call.id().toString(), call.targetName(), count, most));
        }
    }
}
