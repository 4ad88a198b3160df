package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who deletes a list or a target wants names and numbers gone, from the file too. */
@SuppressWarnings("NullAway")
@Timeout(60)
class TargetRemovalTest {
    private static final Instant NOW = Instant.parse("2026-05-12T08:00:00Z");
    private static final Outdial LIST =
            new Outdial(new UUID(1, 30), Ids.NIL, "list", "", "", Stamps.createdAt(NOW), Json.Obj.EMPTY);
    private static final Outdial OTHER =
            new Outdial(new UUID(1, 31), Ids.NIL, "other", "", "", Stamps.createdAt(NOW), Json.Obj.EMPTY);
    private static final int ROWS = 1_000;
    private static final String NUMBER = "+12125550142";
    private static final String NAME = "Wilhelmina Quist";

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void fill() {
        store = open("first");
        store.targets()
                .storeAll(
                        List.of(LIST, OTHER),
                        Map.of(
                                LIST.id(),
                                IntStream.range(0, ROWS)
                                        .mapToObj(i -> target(LIST, i, NAME + ' ' + i, NUMBER))
                                        .iterator(),
                                OTHER.id(),
                                List.of(target(OTHER, ROWS, "Someone else", "+12125550143"))
                                        .iterator()),
                        Set.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Store open(String name) {
        return Store.open(EmptyWorkspace.in(folder.resolve(name)), "test", new JacksonJson());
    }

    private void delete(Outdial list) {
        store.factLog()
                .write(new Fact.ResourceSaved(list.withStamps(list.stamps().deletedAt(NOW))));
    }

    private static int rows(Store store, Outdial list) {
        var rows = new int[1];
        store.targetQueries().each(list.id(), _ -> rows[0]++);
        return rows[0];
    }

    private static void awaitRemoved(Store store) {
        while (rows(store, LIST) > 0) {
            Thread.onSpinWait();
        }
    }

    private byte[] closed(String name) throws IOException, SQLException {
        try (var connection = new Database(folder.resolve(name)).connect();
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        }
        return Files.readAllBytes(folder.resolve(name).resolve("outpace.mv.db"));
    }

    private static boolean has(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(text);
    }

    @Test
    void theTargetsOfADeletedListAreGoneFromTheClosedFile() throws Exception {
        delete(LIST);
        assertThat(store.targetPool().counts(LIST.id())).isEqualTo(TargetCounts.NONE);
        awaitRemoved(store);
        assertThat(rows(store, OTHER)).isEqualTo(1);
        store.close();
        var file = closed("first");
        assertThat(has(file, "Someone else")).isTrue();
        assertThat(has(file, NAME)).isFalse();
        assertThat(has(file, NUMBER)).isFalse();
        store = open("first");
    }

    @Test
    void aDeletedTargetIsGoneFromTheClosedFile() throws Exception {
        assertThat(store.targets().delete(new UUID(2, ROWS)).join()).isEmpty();
        assertThat(store.targetPool().counts(OTHER.id())).isEqualTo(TargetCounts.NONE);
        store.close();
        assertThat(has(closed("first"), "Someone else")).isFalse();
        store = open("first");
    }

    @Test
    void aRemovalThatWasCutIsCarriedThroughAtTheNextOpening() {
        var copied = new AtomicBoolean();
        store.listen(changes -> {
            if (changes.lists().contains(LIST.id()) && copied.compareAndSet(false, true)) {
                copy();
            }
        });
        delete(LIST);
        awaitRemoved(store);
        assertThat(copied).isTrue();
        try (var killed = open("killed")) {
            awaitRemoved(killed);
            assertThat(rows(killed, OTHER)).isEqualTo(1);
        }
    }

    @Test
    void aListThatComesBackKeepsItsNewTargets() {
        delete(LIST);
        store.targets()
                .storeAll(
                        List.of(LIST),
                        Map.of(LIST.id(), List.of(target(LIST, 0, NAME, NUMBER)).iterator()),
                        Set.of(LIST.id()));
        store.close();
        store = open("first");
        assertThat(rows(store, LIST)).isEqualTo(1);
        assertThat(store.targetPool().counts(LIST.id())).isEqualTo(new TargetCounts(0, 1, 0));
    }

    private void copy() {
        KilledCopy.make(folder.resolve("first"), folder.resolve("killed"));
    }

    private static OutdialTarget target(Outdial list, int number, String name, String phone) {
        return new OutdialTarget(
                new UUID(2, number),
                list.id(),
                0,
                name,
                "",
                "",
                TargetStatus.IDLE,
                Arrays.asList(Address.tel(phone), null, null, null, null),
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }
}
