package dev.outpace.store;

import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RuleSet;
import dev.outpace.model.RuleShape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets targets go that calling rules held or barred, when those rules were edited or another set counts for their list. They are
 * put back in chunks between other writes, and looked at again when their turn comes.
 */
final class HeldTargets {
    private static final int CHUNK = 100;
    private static final int CHUNKS_PER_NOTICE = 20;
    /** In the settings: by which rules the targets of a list are held, and as what content. */
    private static final String RULED = "rules_of:";

    private final Writer writer;
    private final TargetTable table;
    private final TargetRows rows;
    private final Columns columns;
    /** By which rules each list was last called; the text is as in the settings. */
    private final Map<UUID, Ruled> ruled = new HashMap<>();

    private record Ruled(@Nullable RuleSet rules, String text) {}

    /** Where a release goes on; the held ones come before the barred ones. */
    private record Place(TargetState state, long nextTryAt, long seq, int chunks) {
        static final Place FIRST = new Place(TargetState.HELD, Long.MIN_VALUE, 0, 0);
    }

    HeldTargets(Writer writer, TargetTable table, TargetRows rows, Columns columns) {
        this.writer = writer;
        this.table = table;
        this.rows = rows;
        this.columns = columns;
    }

    void forgetAll() {
        ruled.clear();
    }

    /** Called with each claim: by which rules the list is called from now on. */
    @SuppressWarnings("ReferenceEquality") // an edited set is another object
    void calledBy(Transaction transaction, UUID outdialId, @Nullable RuleSet rules) throws SQLException {
        var last = ruled.get(outdialId);
        if (last != null && last.rules() == rules) {
            return;
        }
        var before = last == null ? stored(transaction, outdialId) : last.text();
        var now = text(rules);
        ruled.put(outdialId, new Ruled(rules, now));
        if (!now.equals(before)) {
            if (isNone(outdialId)) {
                store(transaction, outdialId, now);
            } else {
                // Stored at the end of the release, so that one that was cut is made again.
                releaseFrom(outdialId, Place.FIRST, _ -> true, now);
            }
        }
    }

    /** A set was changed: lists that were called by it may have targets that it does not hold any more. */
    void edited(RuleSet set) {
        lookAgain((_, text) -> text.startsWith(set.id().toString()));
    }

    /** A campaign was changed: its list may be called by another set from now on. */
    void edited(Campaign campaign) {
        var rules = campaign.options().rulesId();
        lookAgain((list, text) ->
                list.equals(campaign.outdialId()) && !text.startsWith(Ids.isNil(rules) ? ":" : rules.toString()));
    }

    /**
     * Also lists are released whose campaigns are stopped: a Start finds them exhausted otherwise.
     *
     * @param concerned whether a list is, and by which rules it was last called
     */
    private void lookAgain(BiPredicate<UUID, String> concerned) {
        if (table.counts().keySet().stream().allMatch(this::isNone)) {
            return;
        }
        var _ = writer.writeFactWhenFree(transaction -> {
                    var lists = new ArrayList<UUID>();
                    for (var outdialId : table.counts().keySet()) {
                        if (!isNone(outdialId) && concerned.test(outdialId, stored(transaction, outdialId))) {
                            lists.add(outdialId);
                        }
                    }
                    return lists;
                })
                .thenAccept(lists -> lists.forEach(list -> releaseFrom(list, Place.FIRST, _ -> true, null)));
    }

    private boolean isNone(UUID outdialId) {
        return table.count(outdialId, TargetState.HELD) + table.count(outdialId, TargetState.BARRED) == 0;
    }

    private String text(@Nullable RuleSet rules) {
        if (rules == null) {
            return "";
        }
        var content = columns.unknown(RuleShape.of(rules));
        return rules.id() + ":" + (content == null ? 0 : content.hashCode());
    }

    private static String stored(Transaction transaction, UUID outdialId) throws SQLException {
        var statement = transaction.statement("select content from setting where name = ?");
        statement.setString(1, RULED + outdialId);
        try (var row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void store(Transaction transaction, UUID outdialId, String text) throws SQLException {
        int updated = transaction.change("update setting set content = ? where name = ?", text, RULED + outdialId);
        if (updated == 0) {
            transaction.change("insert into setting (name, content) values (?, ?)", RULED + outdialId, text);
        }
    }

    /** Lets go what rules of some kinds hold or bar, in every list. */
    void releaseAll(Predicate<RuleKind> kinds) {
        for (var outdialId : table.counts().keySet()) {
            if (!isNone(outdialId)) {
                releaseFrom(outdialId, Place.FIRST, kinds, null);
            }
        }
    }

    /** @param text by which rules the list is called, to be stored at the end; null to leave that as it is */
    private void releaseFrom(UUID outdialId, Place place, Predicate<RuleKind> kinds, @Nullable String text) {
        var _ = writer.writeFactWhenFree(transaction -> {
                    var next = chunk(transaction, outdialId, place, kinds);
                    if (next.isEmpty() && text != null) {
                        store(transaction, outdialId, text);
                    }
                    return next;
                })
                .thenAccept(next -> next.ifPresent(from -> releaseFrom(outdialId, from, kinds, text)));
    }

    /** @return where the next chunk begins; empty after the last one */
    private Optional<Place> chunk(Transaction transaction, UUID outdialId, Place place, Predicate<RuleKind> kinds)
            throws SQLException {
        var statement = transaction.statement("select * from target where outdial_id = ? and state = ?"
                + " and next_try_at >= ? and (next_try_at > ? or seq > ?)"
                + " order by outdial_id, state, next_try_at, seq fetch first " + CHUNK + " rows only");
        statement.setObject(1, outdialId);
        statement.setInt(2, place.state().code);
        statement.setLong(3, place.nextTryAt());
        statement.setLong(4, place.nextTryAt());
        statement.setLong(5, place.seq());
        var released = new ArrayList<OutdialTarget>();
        var waited = new ArrayList<Long>();
        var listed = new ArrayList<OutdialTarget>();
        var last = place;
        int examined = 0;
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                examined++;
                last = new Place(place.state(), row.getLong("next_try_at"), row.getLong("seq"), place.chunks() + 1);
                var kind = RuleKind.ofCode(row.getInt("held_by"));
                if (kinds.test(kind) && place.state() == TargetState.BARRED && kind == RuleKind.DO_NOT_CALL) {
                    listed.add(rows.read(row));
                } else if (kinds.test(kind)) {
                    released.add(rows.read(row));
                    waited.add(row.getLong("waits_since"));
                }
            }
        }
        for (int i = 0; i < released.size(); i++) {
            table.letGo(transaction, released.get(i), place.state(), waited.get(i));
        }
        for (var target : listed) {
            var nextTryAt = target.nextTryAt();
            table.release(transaction, target.seq(), outdialId, nextTryAt == null ? 0 : Columns.micros(nextTryAt));
        }
        boolean more = examined == CHUNK;
        if (!(released.isEmpty() && listed.isEmpty()) && (!more || place.chunks() % CHUNKS_PER_NOTICE == 0)) {
            transaction.targetsChanged(outdialId);
        }
        return more
                ? Optional.of(last)
                : place.state() == TargetState.HELD
                        ? Optional.of(new Place(TargetState.BARRED, Long.MIN_VALUE, 0, 0))
                        : Optional.empty();
    }
}
