package dev.outpace.store;

import dev.outpace.model.OutdialTarget;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Corrects moments that were stored while the computer's clock was ahead. Stored moments later than now become now. A wait that
 * began in the future begins now and keeps its length. Targets are corrected in chunks between other writes.
 */
final class ClockRepair {
    private static final int CHUNK = 300;

    private final Writer writer;
    private final TargetTable table;
    private final TargetRows rows;
    private final DialedNumbers numbers;

    ClockRepair(Writer writer, TargetTable table, TargetRows rows, DialedNumbers numbers) {
        this.writer = writer;
        this.table = table;
        this.rows = rows;
        this.numbers = numbers;
    }

    private record Place(UUID outdialId, TargetState state, long nextTryAt, long seq) {}

    private record Waiting(OutdialTarget target, Instant nextTryAt, Instant since) {}

    void begin(Instant now) {
        var _ = writer.writeFact(transaction -> {
                    numbers.correctMoments(transaction, now);
                    QuarterTable.correctMoments(transaction, now);
                    var begins = new ArrayList<Place>();
                    for (var outdialId : table.counts().keySet()) {
                        for (var state : List.of(TargetState.RETRY, TargetState.RETRY_OR_AGENT, TargetState.HELD)) {
                            begins.add(new Place(outdialId, state, Columns.micros(now), Long.MAX_VALUE));
                        }
                    }
                    return begins;
                })
                .thenAccept(begins -> begins.forEach(place -> repairFrom(place, now)));
    }

    private void repairFrom(Place place, Instant now) {
        var _ = writer.writeFactWhenFree(transaction -> repairChunk(transaction, place, now))
                .thenAccept(next -> next.forEach(last -> repairFrom(last, now)));
    }

    /** @return where the next chunk begins; empty after the last one */
    private List<Place> repairChunk(Transaction transaction, Place place, Instant now) throws SQLException {
        var statement = transaction.statement("select * from target where outdial_id = ? and state = ?"
                + " and next_try_at >= ? and (next_try_at > ? or seq > ?)"
                + " order by outdial_id, state, next_try_at, seq fetch first " + CHUNK + " rows only");
        statement.setObject(1, place.outdialId());
        statement.setInt(2, place.state().code);
        statement.setLong(3, place.nextTryAt());
        statement.setLong(4, place.nextTryAt());
        statement.setLong(5, place.seq());
        var early = new ArrayList<Waiting>();
        int examined = 0;
        var last = place;
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                examined++;
                long nextTryAt = row.getLong("next_try_at");
                last = new Place(place.outdialId(), place.state(), nextTryAt, row.getLong("seq"));
                var since = Columns.instantOrNull(row, "waits_since");
                if (since != null && since.isAfter(now)) {
                    early.add(new Waiting(rows.read(row), Columns.instant(nextTryAt), since));
                }
            }
        }
        for (var waiting : early) {
            if (place.state() == TargetState.HELD) {
                // Rules say anew until when.
                table.letGo(transaction, waiting.target(), place.state(), Columns.micros(now));
            } else {
                var until = now.plus(Duration.between(waiting.since(), waiting.nextTryAt()));
                table.waitUntil(transaction, waiting.target(), place.state(), place.state(), now, until);
            }
        }
        if (!early.isEmpty()) {
            transaction.targetsChanged(place.outdialId());
        }
        return examined < CHUNK ? List.of() : List.of(last);
    }
}
