package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is cut: what a killed process leaves is a copy of the files at that moment. */
@SuppressWarnings("NullAway")
class CutImportTest {
    private static final UUID LIST = new UUID(1, 30);
    private static final int ROWS = 1_000;
    private static final TargetWrites.Watch NOBODY = new TargetWrites.Watch() {};

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = open("first");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Store open(String name) {
        return Store.open(folder.resolve(name), "test", new JacksonJson());
    }

    @Test
    void anImportThatWasCutWhileLoadingLeavesNothing() {
        store.targets().addAll(LIST, targets(ROWS, at -> copyAt(at, ROWS / 2)), NOBODY);
        try (var killed = open("killed")) {
            assertThat(killed.targetPool().counts(LIST)).isEqualTo(TargetCounts.NONE);
            whenFree(killed);
            assertThat(killed.targets().addAll(LIST, targets(ROWS, _ -> {}), NOBODY))
                    .isEqualTo(ROWS);
            assertThat(rowsOf(killed)).isEqualTo(ROWS);
        }
    }

    @Test
    void anImportThatWasCutWhileItsTargetsJoinedIsCarriedThrough() {
        var copied = new AtomicBoolean();
        store.listen(changes -> {
            if (changes.lists().contains(LIST) && copied.compareAndSet(false, true)) {
                copy();
            }
        });
        store.targets().addAll(LIST, targets(ROWS, _ -> {}), NOBODY);
        try (var killed = open("killed")) {
            whenFree(killed);
            assertThat(killed.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, ROWS, 0));
            assertThat(rowsOf(killed)).isEqualTo(ROWS);
        }
    }

    @Test
    void anImportThatWasCutIsThroughBeforeTheNextAsksForDuplicates() {
        var copied = new AtomicBoolean();
        store.listen(changes -> {
            if (changes.lists().contains(LIST) && copied.compareAndSet(false, true)) {
                copy();
            }
        });
        store.targets().addAll(LIST, targets(ROWS, _ -> {}), NOBODY);
        try (var killed = open("killed")) {
            killed.cutImports().join();
            assertThat(killed.targetQueries().phones(LIST, false).join().size()).isEqualTo(ROWS);
        }
    }

    @Test
    void aSourceThatFailsLeavesNothing() {
        assertThatThrownBy(() -> store.targets()
                        .addAll(
                                LIST,
                                targets(ROWS, at -> {
                                    if (at == ROWS / 2) {
                                        throw new UncheckedIOException(new IOException("on purpose"));
                                    }
                                }),
                                NOBODY))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(TargetCounts.NONE);
        assertThat(rowsOf(store)).isZero();
        assertThat(store.targets().addAll(LIST, targets(10, _ -> {}), NOBODY)).isEqualTo(10);
    }

    @Test
    void aSecondImportIntoTheSameListIsRefusedAndHarmsNothing() {
        store.targets()
                .addAll(
                        LIST,
                        targets(ROWS, at -> {
                            if (at == ROWS / 2) {
                                assertThatThrownBy(() -> store.targets().addAll(LIST, targets(10, _ -> {}), NOBODY))
                                        .isInstanceOfSatisfying(
                                                StoreException.class,
                                                refused -> assertThat(refused.problem()
                                                                .code())
                                                        .isEqualTo("store.import_running"));
                            }
                        }),
                        NOBODY);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, ROWS, 0));
    }

    @Test
    void listsTakeTargetsAtTheSameTimeEachItsOwn() {
        var other = new UUID(1, 31);
        store.targets()
                .addAll(
                        LIST,
                        targets(ROWS, at -> {
                            if (at == ROWS / 2) {
                                store.targets().addAll(other, targetsOf(other, 250), NOBODY);
                                store.targets().addAll(other, targetsOf(other, 10), NOBODY);
                            }
                        }),
                        NOBODY);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, ROWS, 0));
        assertThat(rowsOf(store)).isEqualTo(ROWS);
        assertThat(store.targetPool().counts(other)).isEqualTo(new TargetCounts(0, 260, 0));
        assertThat(store.targetQueries().bar(other).join().idle()).isEqualTo(260);
    }

    @Test
    void targetsOfAllStatesComeInAsTheyAre() {
        var all = List.of(
                target(LIST, 1), target(LIST, 2, TargetStatus.DONE), target(LIST, 3, TargetStatus.NOT_CALLABLE));
        store.targets().addAll(LIST, all.iterator(), NOBODY);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(1, 1, 1));
        try (var again = reopened()) {
            assertThat(again.targetPool().counts(LIST)).isEqualTo(new TargetCounts(1, 1, 1));
        }
    }

    /** Up to schema 24 they stood among the others, in state 6, with their future state in the last bits of their next try. */
    @Test
    void whatAnOlderProgramWasCutInIsCarriedThroughOrUndone() throws SQLException {
        var other = new UUID(1, 31);
        store.targets().addAll(LIST, targetsOf(LIST, 3), NOBODY);
        store.targets().addAll(other, targetsOf(other, 2), NOBODY);
        store.close();
        long nextTryAt = Columns.micros(Instant.parse("2026-05-12T08:00:00Z"));
        try (var connection = new Database(folder.resolve("first")).connect();
                var statement = connection.createStatement()) {
            statement.execute("update target set state = 6, next_try_at = 0");
            statement.execute("update target set next_try_at = " + (nextTryAt * 8 + 1)
                    + " where name = 'target 1' and outdial_id = '" + LIST + "'");
            statement.execute("update target set next_try_at = 3 where name = 'target 2'");
            statement.execute("insert into target_import (outdial_id, publishing) values ('" + LIST + "', true), ('"
                    + other + "', false)");
            statement.execute("delete from \"flyway_schema_history\" where cast(\"version\" as int) >= 27");
            statement.execute("shutdown");
        }
        store = open("first");
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(1, 2, 0));
        assertThat(store.targetPool().counts(other)).isEqualTo(TargetCounts.NONE);
        var nextTries = new ArrayList<Instant>();
        store.targetQueries().each(LIST, each -> nextTries.add(each.nextTryAt()));
        assertThat(nextTries).containsExactly(null, Columns.instant(nextTryAt), null);
        assertThat(store.targets().addAll(other, targetsOf(other, 2), NOBODY)).isEqualTo(2);
    }

    private Store reopened() {
        copy();
        return open("killed");
    }

    /** Waits until what was left to do at the opening is done: the list takes an import again. */
    private static void whenFree(Store store) {
        boolean busy = true;
        while (busy) {
            try {
                store.targets().addAll(LIST, List.<OutdialTarget>of().iterator(), NOBODY);
                busy = false;
            } catch (StoreException running) {
                assertThat(running.problem().code()).isEqualTo("store.import_running");
            }
        }
    }

    private static int rowsOf(Store store) {
        var rows = new AtomicInteger();
        store.targetQueries().each(LIST, _ -> rows.incrementAndGet());
        return rows.get();
    }

    private void copyAt(int at, int wanted) {
        if (at == wanted) {
            copy();
        }
    }

    private void copy() {
        KilledCopy.make(folder.resolve("first"), folder.resolve("killed"));
    }

    private static Iterator<OutdialTarget> targets(int rows, IntConsumer before) {
        return IntStream.range(0, rows)
                .peek(before)
                .mapToObj(number -> target(LIST, number))
                .iterator();
    }

    private static Iterator<OutdialTarget> targetsOf(UUID list, int rows) {
        return IntStream.range(0, rows).mapToObj(number -> target(list, number)).iterator();
    }

    private static OutdialTarget target(UUID list, int number) {
        return target(list, number, TargetStatus.IDLE);
    }

    private static OutdialTarget target(UUID list, int number, TargetStatus status) {
        var destinations = Arrays.asList(Address.tel("+44207946%04d".formatted(number)), null, null, null, null);
        return new OutdialTarget(
                UUID.randomUUID(),
                list,
                0,
                "target " + number,
                "",
                "",
                status,
                destinations,
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.createdAt(Instant.EPOCH),
                Json.Obj.EMPTY);
    }
}
