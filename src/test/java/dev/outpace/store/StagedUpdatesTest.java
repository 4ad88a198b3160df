package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.TargetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of a file that update targets of the list: all of them do, or none. */
@SuppressWarnings("NullAway")
class StagedUpdatesTest extends StoreFixture {
    private static final int ROWS = 400;

    private static final class Counted implements TargetWrites.Watch {
        private long updated;
        private long left;

        @Override
        public void updated(long targets, long leftThem) {
            updated = targets;
            left = leftThem;
        }
    }

    @Test
    void triesAndStatusStayAndANewNumberHasNone() {
        store.targets().add(target("+12125550101", "+12125550102")).join();
        fail(claimed(NOW), NOW.plusSeconds(60));
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 0));
        var before = targets(store).getFirst();
        assertThat(before.tryCounts()).containsExactly(1, 0, 0, 0, 0);

        var routing = TargetRouting.in("America/Denver", "");
        update(of(before, "Ann", "{\"policy\":\"HP-1\"}", "+12125550101", "+12125550103")
                .withRouting(routing));
        var after = targets(store).getFirst();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.name()).isEqualTo("Ann");
        assertThat(after.data()).isEqualTo("{\"policy\":\"HP-1\"}");
        assertThat(after.destinations().get(1).target()).isEqualTo("+12125550103");
        assertThat(after.tryCounts()).containsExactly(1, 0, 0, 0, 0);
        assertThat(after.routing()).isEqualTo(routing);
        assertThat(after.nextTryAt()).isEqualTo(before.nextTryAt());
        assertThat(after.lastResult()).isEqualTo(before.lastResult());
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 0));
    }

    @Test
    void whoIsInACallOrGoneIsLeftAndCounted() {
        for (int i = 0; i < 3; i++) {
            store.targets().add(target("+1212555010" + i)).join();
        }
        var before = targets(store);
        claimed(NOW);
        store.targets().delete(before.get(1).id()).join();
        var counted = update(
                before.stream().map(each -> of(each, "new", "", "+12125550199")).toArray(OutdialTarget[]::new));
        assertThat(counted.updated).isEqualTo(1);
        assertThat(counted.left).isEqualTo(2);
        assertThat(targets(store)).extracting(OutdialTarget::name).containsExactly("target 1", "new");
    }

    @Test
    void newTargetsAndUpdatesComeTogether() {
        store.targets().add(target("+12125550101")).join();
        var fresh = target("+12125550102");
        var counted = update(of(targets(store).getFirst(), "Ann", "", "+12125550199"), fresh);
        assertThat(counted.updated).isEqualTo(1);
        assertThat(targets(store)).extracting(OutdialTarget::name).containsExactly("Ann", fresh.name());
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 2, 0));
    }

    @Test
    void whatWasCutWhileLoadingChangesNothing() {
        var rows = updates();
        var copying = new TargetWrites.Watch() {
            private boolean copied;

            @Override
            public boolean cancelled() {
                if (!copied) {
                    copied = true;
                    copy();
                }
                return false;
            }
        };
        store.targets().addAll(LIST, rows.iterator(), copying);
        try (var killed = killed()) {
            killed.cutImports().join();
            assertThat(targets(killed))
                    .hasSize(ROWS)
                    .noneMatch(each -> each.name().equals("new"));
        }
        assertThat(targets(store)).hasSize(ROWS).allMatch(each -> each.name().equals("new"));
    }

    @Test
    void whatWasCutWhileItWasCarriedOutIsCarriedThrough() {
        var rows = updates();
        var copied = new AtomicBoolean();
        store.listen(changes -> {
            if (changes.lists().contains(LIST) && copied.compareAndSet(false, true)) {
                copy();
            }
        });
        store.targets().addAll(LIST, rows.iterator(), new Counted());
        try (var killed = killed()) {
            killed.cutImports().join();
            assertThat(targets(killed))
                    .hasSize(ROWS)
                    .allMatch(each -> each.name().equals("new"));
            assertThat(killed.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, ROWS, 0));
        }
    }

    private List<OutdialTarget> updates() {
        var all = new ArrayList<OutdialTarget>();
        for (int i = 0; i < ROWS; i++) {
            all.add(target("+4420794600%02d".formatted(i % 100)));
        }
        store.targets().addAll(LIST, all.iterator(), new Counted());
        return targets(store).stream()
                .map(each -> of(each, "new", "", "+12125550199"))
                .toList();
    }

    private void copy() {
        KilledCopy.make(folder.resolve("workspace"), folder.resolve("killed"));
    }

    private Store killed() {
        return Store.open(folder.resolve("killed"), "test", new JacksonJson());
    }

    private Counted update(OutdialTarget... rows) {
        var counted = new Counted();
        assertThat(store.targets().addAll(LIST, List.of(rows).iterator(), counted))
                .isEqualTo(rows.length);
        return counted;
    }

    /** A row that says this of a target. */
    private OutdialTarget of(OutdialTarget now, String name, String data, @Nullable String... addresses) {
        var row = target(addresses);
        return new OutdialTarget(
                row.id(),
                LIST,
                now.seq(),
                name,
                "",
                data,
                TargetStatus.IDLE,
                row.destinations(),
                row.tryCounts(),
                null,
                null,
                row.stamps(),
                Json.Obj.EMPTY);
    }

    private static List<OutdialTarget> targets(Store of) {
        var found = new ArrayList<OutdialTarget>();
        of.targetQueries().each(LIST, found::add);
        return found;
    }
}
