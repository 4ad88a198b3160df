package dev.outpace.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person in a target list.
 *
 * @param seq order of creation within the workspace; 0 before it is stored
 * @param destinations always five; null if not set
 * @param tryCounts tries made so far, one number for each destination
 * @param nextTryAt earliest moment of the next try; null if there was no try or there is no next one
 * @param lastResult how the last call ended; null before the first call
 * @param routing what else decides when it is called
 */
public record OutdialTarget(
        UUID id,
        UUID outdialId,
        long seq,
        String name,
        String detail,
        String data,
        TargetStatus status,
        List<@Nullable Address> destinations,
        List<Integer> tryCounts,
        @Nullable Instant nextTryAt,
        @Nullable EndCause lastResult,
        TargetRouting routing,
        Stamps stamps,
        Json.Obj unknown) {
    public OutdialTarget {
        destinations = Collections.unmodifiableList(new ArrayList<>(destinations));
        tryCounts = List.copyOf(tryCounts);
        if (destinations.size() != Outplan.DESTINATIONS || tryCounts.size() != Outplan.DESTINATIONS) {
            throw new IllegalArgumentException("a target has " + Outplan.DESTINATIONS + " destinations and try counts");
        }
    }

    /** A target of which nothing but its numbers decides when it is called. */
    public OutdialTarget(
            UUID id,
            UUID outdialId,
            long seq,
            String name,
            String detail,
            String data,
            TargetStatus status,
            List<@Nullable Address> destinations,
            List<Integer> tryCounts,
            @Nullable Instant nextTryAt,
            @Nullable EndCause lastResult,
            Stamps stamps,
            Json.Obj unknown) {
        this(
                id,
                outdialId,
                seq,
                name,
                detail,
                data,
                status,
                destinations,
                tryCounts,
                nextTryAt,
                lastResult,
                TargetRouting.NONE,
                stamps,
                unknown);
    }

    /** The destination that the outplan would dial next: the lowest index that is set, open and has tries left. */
    public OptionalInt nextDestination(Outplan outplan) {
        return nextDestination(outplan, 0, ClosedDestinations.NONE);
    }

    /** The same among the destinations from an index on. */
    public OptionalInt nextDestination(Outplan outplan, int from) {
        return nextDestination(outplan, from, ClosedDestinations.NONE);
    }

    /** @param closing destinations that are about to be closed */
    public OptionalInt nextDestination(Outplan outplan, ClosedDestinations closing) {
        return nextDestination(outplan, 0, closing);
    }

    private OptionalInt nextDestination(Outplan outplan, int from, ClosedDestinations closing) {
        int most = outplan.retry().maxTries();
        if (most > 0 && tryCounts.stream().mapToInt(Integer::intValue).sum() >= most) {
            return OptionalInt.empty();
        }
        var closed = routing.closed().and(closing);
        for (int index = from; index < Outplan.DESTINATIONS; index++) {
            var destination = destinations.get(index);
            if (destination != null
                    && !destination.isEmpty()
                    && !closed.has(index)
                    && tryCounts.get(index) < outplan.maxTryCounts().get(index)) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    public OutdialTarget withStamps(Stamps newStamps) {
        return new OutdialTarget(
                id,
                outdialId,
                seq,
                name,
                detail,
                data,
                status,
                destinations,
                tryCounts,
                nextTryAt,
                lastResult,
                routing,
                newStamps,
                unknown);
    }

    public OutdialTarget withRouting(TargetRouting newRouting) {
        return new OutdialTarget(
                id,
                outdialId,
                seq,
                name,
                detail,
                data,
                status,
                destinations,
                tryCounts,
                nextTryAt,
                lastResult,
                newRouting,
                stamps,
                unknown);
    }

    public boolean succeeded() {
        return status == TargetStatus.DONE && lastResult == EndCause.NORMAL;
    }
}
