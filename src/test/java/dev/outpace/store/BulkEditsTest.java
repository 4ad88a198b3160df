package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.BulkEdit;
import dev.outpace.model.EndCause;
import dev.outpace.model.LastResult;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetConditions;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many targets are edited at once, and such edits are undone. */
@SuppressWarnings("NullAway")
class BulkEditsTest extends StoreFixture {
    private static final UUID OTHER = new UUID(1, 31);
    private static final BulkEdits.Watch UNSEEN = new BulkEdits.Watch() {};
    private static final TargetFilter ALL = TargetFilter.of(LIST, TargetConditions.NONE);
    private static final TargetFilter BUSY =
            TargetFilter.of(LIST, TargetConditions.NONE.withResults(Set.of(LastResult.BUSY)));

    private Instant now = NOW;

    private RulesNow rulesNow() {
        now = now.plusMillis(1);
        return new RulesNow(null, now);
    }

    private void add(int many) {
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < many; i++) {
            targets.add(target("+1212555%04d".formatted(i % 10_000)));
        }
        store.targets().addAll(LIST, targets.iterator(), new TargetWrites.Watch() {});
    }

    private UUID call(EndCause cause, TargetFate fate) {
        now = now.plusMillis(1);
        var claimed = claimed(now);
        now = now.plusMillis(1);
        store.factLog().write(new Fact.CallClosed(claimed.call().ended(cause, now), fate));
        store.factLog().awaitCommitted();
        return claimed.target().id();
    }

    private Map<UUID, OutdialTarget> all() {
        var all = new HashMap<UUID, OutdialTarget>();
        store.targetQueries().each(LIST, target -> all.put(target.id(), target));
        store.targetQueries().each(OTHER, target -> all.put(target.id(), target));
        return all;
    }

    private void countsAreTrue() {
        for (var list : List.of(LIST, OTHER)) {
            var bar = store.targetQueries().bar(list).join();
            var counts = store.targetPool().counts(list);
            assertThat(counts.done()).isEqualTo(bar.doneSuccess() + bar.doneFailed());
            assertThat(counts.left()).isEqualTo(bar.idle() + bar.progressing());
            assertThat(counts.notCallable()).isEqualTo(bar.notCallable());
        }
    }

    @Test
    void requeuedTargetsAreCalledAgainAndUndoneAsTheyWere() {
        add(250);
        for (int i = 0; i < 120; i++) {
            call(i % 3 == 0 ? EndCause.NORMAL : EndCause.BUSY, new TargetFate.Done());
        }
        var before = all();
        var edited = store.bulkEdits().edit(BUSY, rulesNow(), new BulkEdit.Requeue(false), UNSEEN);
        assertThat(edited.changed()).isEqualTo(80);
        assertThat(edited.ended()).isTrue();
        assertThat(store.targetPool().counts(LIST).left()).isEqualTo(210);
        var called = call(EndCause.NORMAL, new TargetFate.Done());
        reopen();
        countsAreTrue();
        assertThat(store.bulkEdits().last().join()).contains(edited);
        var undone = store.bulkEdits().undo(UNSEEN).orElseThrow();
        assertThat(undone.changed()).isEqualTo(79);
        assertThat(undone.leftOut()).isEqualTo(1);
        var after = all();
        assertThat(before.get(called).lastResult()).isEqualTo(EndCause.BUSY);
        assertThat(after.get(called).lastResult()).isEqualTo(EndCause.NORMAL);
        before.remove(called);
        after.remove(called);
        assertThat(after).isEqualTo(before);
        countsAreTrue();
        assertThat(store.bulkEdits().undo(UNSEEN)).isEmpty();
    }

    /** Nobody is put into a list that is gone, where no campaign and no screen finds them. */
    @Test
    void noTargetGoesIntoAListThatIsDeleted() {
        add(3);
        store.bulkEdits().edit(ALL, rulesNow(), new BulkEdit.Move(OTHER), UNSEEN);
        store.factLog()
                .write(new Fact.ResourceSaved(list().withStamps(list().stamps().deletedAt(NOW))));
        assertThat(store.factLog().awaitCommitted()).isTrue();
        var undone = store.bulkEdits().undo(UNSEEN).orElseThrow();
        assertThat(undone.changed()).isZero();
        assertThat(undone.leftOut()).isEqualTo(3);
        assertThat(store.targetQueries().bar(OTHER).join().total()).isEqualTo(3);

        var inOther = TargetFilter.of(OTHER, TargetConditions.NONE);
        var moved = store.bulkEdits().edit(inOther, rulesNow(), new BulkEdit.Move(LIST), UNSEEN);
        assertThat(moved.changed()).isZero();
        assertThat(moved.leftOut()).isEqualTo(3);
        countsAreTrue();
    }

    @Test
    void whoIsInACallIsLeftOut() {
        add(3);
        var inCall = claimed(NOW).target().id();
        var edited = store.bulkEdits().edit(ALL, rulesNow(), new BulkEdit.Delete(), UNSEEN);
        assertThat(edited.changed()).isEqualTo(2);
        assertThat(edited.leftOut()).isEqualTo(1);
        assertThat(all()).containsOnlyKeys(inCall);
    }

    @Test
    void anEditThatWasCancelledIsDoneInPartAndThatPartIsUndone() {
        add(1_000);
        var before = all();
        var watch = new BulkEdits.Watch() {
            private long done;

            @Override
            public void at(long looked, long of) {
                done = looked;
                assertThat(of).isEqualTo(1_000);
            }

            @Override
            public boolean cancelled() {
                return done >= 300;
            }
        };
        var edited = store.bulkEdits().edit(ALL, rulesNow(), new BulkEdit.MarkDone(), watch);
        assertThat(edited.ended()).isFalse();
        assertThat(edited.changed()).isEqualTo(300);
        reopen();
        assertThat(store.targetPool().counts(LIST).done()).isEqualTo(300);
        assertThat(store.bulkEdits().undo(UNSEEN).orElseThrow().changed()).isEqualTo(300);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void oneEditRunsAtATime() {
        add(150);
        var second = new BulkEdits.Watch() {
            @Override
            public void at(long done, long of) {
                assertThatThrownBy(() -> store.bulkEdits().edit(ALL, rulesNow(), new BulkEdit.Delete(), UNSEEN))
                        .isInstanceOf(StoreException.class);
            }
        };
        assertThat(store.bulkEdits()
                        .edit(ALL, rulesNow(), new BulkEdit.Priority(3), second)
                        .changed())
                .isEqualTo(150);
        assertThat(all().values()).allMatch(target -> target.routing().priority() == 3);
    }

    private BulkEdit any(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new BulkEdit.Requeue(true);
            case 1 -> new BulkEdit.Requeue(false);
            case 2 -> new BulkEdit.MarkDone();
            case 3 -> new BulkEdit.Delete();
            case 4 -> new BulkEdit.Move(OTHER);
            default -> new BulkEdit.Priority(random.nextInt(9));
        };
    }

    private static boolean isMade(BulkEdit edit, OutdialTarget before, OutdialTarget now) {
        return switch (edit) {
            case BulkEdit.Requeue(var keeps) ->
                now.status() == TargetStatus.IDLE
                        && (keeps
                                ? now.tryCounts().equals(before.tryCounts())
                                : now.tryCounts().stream().allMatch(tries -> tries == 0));
            case BulkEdit.MarkDone() -> now.status() == TargetStatus.DONE;
            case BulkEdit.Delete() -> now == null;
            case BulkEdit.Move(var to) -> now.outdialId().equals(to) && now.status() == before.status();
            case BulkEdit.Priority(var priority) -> now.routing().priority() == priority;
        };
    }

    private void randomEdits(long seed) {
        var random = new Random(seed);
        add(160);
        for (int step = 0; step < 25; step++) {
            for (int i = random.nextInt(8);
                    i > 0 && store.targetPool().counts(LIST).left() > 12;
                    i--) {
                callAny(random);
            }
            if (store.targetPool().counts(LIST).total() < 40) {
                add(60);
            }
            var before = all();
            var edit = any(random);
            var filter = random.nextBoolean() ? ALL : BUSY;
            store.bulkEdits().edit(filter, rulesNow(), edit, UNSEEN);
            var made = all();
            before.values().stream()
                    .filter(target -> target.outdialId().equals(LIST))
                    .filter(target -> filter.equals(ALL) || target.lastResult() == EndCause.BUSY)
                    .forEach(target -> assertThat(isMade(edit, target, made.get(target.id())))
                            .as("seed %d, %s", seed, edit)
                            .isTrue());
            countsAreTrue();
            if (random.nextInt(3) > 0) {
                var called = new HashSet<UUID>();
                for (int i = random.nextInt(4);
                        i > 0 && store.targetPool().counts(LIST).left() > 12;
                        i--) {
                    called.add(callAny(random));
                }
                if (random.nextInt(4) == 0) {
                    reopen();
                }
                var since = all();
                store.bulkEdits().undo(UNSEEN);
                var undone = all();
                for (var id : before.keySet()) {
                    assertThat(undone.get(id))
                            .as("seed %d, %s", seed, edit)
                            .isEqualTo(called.contains(id) ? since.get(id) : before.get(id));
                }
                assertThat(undone).hasSameSizeAs(before);
                countsAreTrue();
            }
        }
    }

    private UUID callAny(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> call(EndCause.NORMAL, new TargetFate.Done());
            case 1 -> call(EndCause.BUSY, new TargetFate.Done());
            default -> call(EndCause.BUSY, new TargetFate.RetryAt(now.plusSeconds(600)));
        };
    }

    @Test
    void whateverIsEditedCalledAndUndoneEachTargetIsAsItShouldBe() {
        randomEdits(new Random().nextLong());
    }
}
