package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.model.LineLimits;
import dev.outpace.ui.live.Facts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that is killed leaves: the database file of some time ago, and a log of what was committed since. */
@SuppressWarnings("NullAway")
class RedoLogTest {
    private static final RedoRecord FIRST = record(7);
    private static final RedoRecord SECOND = record(8);
    private static final int CALLS = 40;

    @TempDir
    Path folder;

    private static RedoRecord record(long number) {
        return new RedoRecord(
                number,
                List.of(
                        new RowChange("update a", Arrays.asList(number, null, "Ána", new UUID(1, number))),
                        new RowChange("delete from b", List.of(-1L)),
                        new RowChange("update a", List.of())));
    }

    private static ByteBuffer file(RedoRecord... records) {
        var all = ByteBuffer.allocate(10_000);
        for (var record : records) {
            all.put(record.bytes());
        }
        return all.flip();
    }

    @Test
    void recordsAreReadAsTheyWereWritten() {
        assertThat(RedoRecord.readAll(file(FIRST, SECOND))).containsExactly(FIRST, SECOND);
        var counted = new RedoRecord(1, List.of(new RowChange("update a", List.of(3))));
        assertThat(RedoRecord.readAll(file(counted)).getFirst().changes())
                .containsExactly(new RowChange("update a", List.of(3L)));
    }

    @Test
    void whereverTheFileIsCutTheWholeRecordsBeforeAreRead() {
        int first = FIRST.bytes().limit();
        var file = file(FIRST, SECOND);
        for (int length = 0; length < file.limit(); length++) {
            assertThat(RedoRecord.readAll(file.slice(0, length)))
                    .as("cut to " + length)
                    .isEqualTo(length < first ? List.of() : List.of(FIRST));
        }
    }

    @Test
    void aChangedByteEndsTheReading() {
        var bytes = file(FIRST, SECOND);
        for (int i = FIRST.bytes().limit(); i < bytes.limit(); i++) {
            bytes.put(i, (byte) ~bytes.get(i));
            assertThat(RedoRecord.readAll(bytes.duplicate())).as("byte " + i).containsExactly(FIRST);
            bytes.put(i, (byte) ~bytes.get(i));
        }
    }

    @Test
    void whatIsLeftOverFromEarlierIsNotRead() {
        assertThat(RedoRecord.readAll(file(SECOND, FIRST))).containsExactly(SECOND);
    }

    /** With each commit a copy of the files is made, as a kill would leave them. */
    @Test
    void aKillAfterAnyCommitLosesNothing() throws IOException {
        var store = Store.open(folder.resolve("running"), "test", new JacksonJson());
        var calls = new PlacedCalls(store, CALLS);
        var placed = new ArrayList<CampaignCall>();
        for (int i = 0; i < CALLS; i++) {
            if (i % 2 == 0) {
                placed.add(calls.inProgress(Facts.NOW));
            } else {
                calls.ended(Facts.NOW, 9, EndCause.NO_ANSWER);
            }
            if (i % 5 == 0) {
                var killed = folder.resolve("killed" + i);
                copy(killed);
                finds(killed, placed, i + 1);
                // And when that, too, is opened again.
                finds(killed, placed, i + 1);
            }
        }
        store.close();
        assertThat(names(folder.resolve("running"))).noneMatch(name -> name.contains("redo"));
        finds(folder.resolve("running"), placed, CALLS);
    }

    private static void finds(Path workspace, List<CampaignCall> inProgress, int progressingOrDone) {
        try (var store = Store.open(workspace, "test", new JacksonJson())) {
            var state = store.engineState(LineLimits.DEFAULT, 1, true);
            assertThat(state.unfinished().stream().map(left -> left.call())).containsExactlyElementsOf(inProgress);
            var bar = store.targetQueries().bar(Facts.id(1)).join();
            assertThat(bar.progressing()).isEqualTo(inProgress.size());
            assertThat(bar.idle()).isEqualTo(CALLS - progressingOrDone);
            assertThat(store.callCountsSince(Facts.NOW).join().values().stream()
                            .mapToLong(counts -> counts.fail())
                            .sum())
                    .isEqualTo(progressingOrDone - inProgress.size());
        }
    }

    private void copy(Path killed) throws IOException {
        Files.createDirectory(killed);
        for (var name : names(folder.resolve("running"))) {
            if (!name.equals("outpace.lock") && !name.equals("outpace.reserve")) {
                Files.copy(folder.resolve("running").resolve(name), killed.resolve(name));
            }
        }
    }

    private static List<String> names(Path place) throws IOException {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aLogWithoutTheCommitBeforeItCountsForNothing() throws IOException {
        try (var store = Store.open(folder, "test", new JacksonJson())) {
            new PlacedCalls(store, CALLS).inProgress(Facts.NOW);
        }
        var far = new RedoRecord(1_000, List.of(new RowChange("delete from campaign_call", List.of())));
        Files.write(folder.resolve("outpace.redo1"), far.bytes().array());
        try (var store = Store.open(folder, "test", new JacksonJson())) {
            assertThat(store.engineState(LineLimits.DEFAULT, 1, true).unfinished())
                    .hasSize(1);
        }
    }

    @Test
    void theFilesStaySmallWhileCallsAreMade() throws IOException {
        int many = 3_000;
        try (var store = Store.open(folder, "test", new JacksonJson())) {
            var calls = new PlacedCalls(store, many);
            // By a connection of its own.
            store.targetQueries().each(Facts.id(1), _ -> {});
            IntStream.range(0, many).forEach(_ -> calls.ended(Facts.NOW, 9, EndCause.NO_ANSWER));
            long bytes = 0;
            for (var name : List.of("outpace.mv.db", "outpace.redo1", "outpace.redo2")) {
                bytes += Files.size(folder.resolve(name));
            }
            // One page of the file for each commit would be more.
            assertThat(bytes).isLessThan(many * 8_000L);
        }
        // Compacted when it was closed.
        assertThat(Files.size(folder.resolve("outpace.mv.db"))).isLessThan(many * 1_500L);
        assertThat(names(folder)).noneMatch(name -> name.contains("compacted"));
        try (var store = Store.open(folder, "test", new JacksonJson())) {
            assertThat(store.targetQueries().bar(Facts.id(1)).join().doneFailed())
                    .isEqualTo(many);
        }
    }
}
