package dev.outpace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineState;
import dev.outpace.journal.JournalEntry.Numbered;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PastCall;
import dev.outpace.simulation.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of journals: whole, cut at any byte, damaged at any byte, over midnight, and when they are old. */
class JournalFolderTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");
    private static final EngineState STATE = new EngineState(
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new PastCall(
                    new UUID(1, 1),
                    true,
                    false,
                    9.5,
                    true,
                    14,
                    List.of(new PastCall.Stage(new UUID(1, 2), 3.25)),
                    0.5,
                    false,
                    100,
                    PastCall.UNKNOWN)),
            LineLimits.DEFAULT,
            1,
            true);

    @TempDir
    Path workspace;

    private final List<Exception> failures = new ArrayList<>();

    private JournalFolder folder() {
        return JournalFolder.of(workspace);
    }

    private EngineJournal begin(VirtualClock clock, int days) {
        var journal = folder().record(clock, 1, () -> days, failures::add);
        journal.open(STATE);
        journal.openingStarts();
        journal.workEnds();
        return journal;
    }

    /** Some turns of an engine that decides nothing. */
    private static void turns(VirtualClock clock, EngineJournal journal, int count) {
        for (int i = 0; i < count; i++) {
            clock.run(Duration.ofMillis(250));
            journal.inputStarts(new EngineInput.CallRinging(clock.wallTime(), new UUID(1, i)));
            journal.workEnds();
            journal.inputStarts(new EngineInput.Tick());
            journal.workEnds();
            journal.turnStarts();
            journal.turnEnds(true);
        }
    }

    private void recordOn(LocalDate day, int days) {
        var clock = new VirtualClock(day.atTime(8, 0).toInstant(ZoneOffset.UTC));
        try (var journal = begin(clock, days)) {
            turns(clock, journal, 3);
        }
    }

    private Path file(LocalDate day) {
        return workspace.resolve("journal").resolve(day + "-001.ojl");
    }

    private static List<Numbered> entries(JournalSession.Entries entries) throws IOException {
        var all = new ArrayList<Numbered>();
        Numbered entry;
        while ((entry = entries.next()) != null) {
            all.add(entry);
        }
        return all;
    }

    private List<Numbered> entries() throws IOException {
        try (var entries = folder().sessions(DAY).getFirst().open()) {
            return entries(entries);
        }
    }

    /** Read in one thread while another writes: whatever is there is whole, and none of it is taken for damage. */
    @Test
    void itCanBeReadWhileItIsWritten() throws Exception {
        var clock = new VirtualClock(DAY.atTime(8, 0).toInstant(ZoneOffset.UTC));
        var reading = new AtomicBoolean(true);
        try (var journal = begin(clock, 30)) {
            var writer = new Thread(() -> {
                while (reading.get()) {
                    turns(clock, journal, 50);
                }
            });
            writer.start();
            int before = 0;
            try {
                for (int i = 0; i < 25; i++) {
                    int now = entries().size();
                    assertThat(now).isGreaterThanOrEqualTo(before);
                    before = now;
                }
            } finally {
                reading.set(false);
                writer.join();
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void entriesAreNumberedFromTheOpening() throws IOException {
        recordOn(DAY, 30);
        var all = entries();
        assertThat(all).hasSize(2 + 3 * 3 + 1);
        assertThat(all)
                .extracting(Numbered::sequence)
                .isEqualTo(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L));
        assertThat(all.getFirst().entry()).isInstanceOf(JournalEntry.Opened.class);
        assertThat(all.getLast().entry()).isInstanceOf(JournalEntry.Closed.class);
        assertThat(failures).isEmpty();
    }

    @Test
    void aFileThatIsStillWrittenIsReadAsFarAsItIs() throws IOException {
        var clock = new VirtualClock(Instant.parse("2026-11-27T08:00:00Z"));
        try (var journal = begin(clock, 30)) {
            turns(clock, journal, 2);
            assertThat(entries()).hasSize(2 + 2 * 3);
            turns(clock, journal, 1);
            assertThat(entries()).hasSize(2 + 3 * 3);
        }
    }

    /** Cut by the end of the file, and cut as a killed process leaves it: zeros where nothing was written. */
    @Test
    void whateverByteAFileIsCutAtWhatIsWholeIsRead() throws IOException {
        recordOn(DAY, 30);
        var whole = Files.readAllBytes(file(DAY));
        var all = entries();
        for (int at = 0; at < whole.length; at++) {
            for (int length : new int[] {at, whole.length + 100}) {
                Files.write(file(DAY), Arrays.copyOf(Arrays.copyOf(whole, at), length));
                var sessions = folder().sessions(DAY);
                if (!sessions.isEmpty()) {
                    try (var entries = sessions.getFirst().open()) {
                        var read = entries(entries);
                        assertThat(read).as("cut at %d", at).isEqualTo(all.subList(0, read.size()));
                        var cut = entries.cut();
                        assertThat(cut == null ? at : cut.place())
                                .as("cut at %d", at)
                                .isLessThanOrEqualTo(at);
                        assertThat(read.size()).isLessThan(all.size());
                    }
                }
            }
        }
    }

    @Test
    void whateverByteIsDamagedNothingElseIsReadForIt() throws IOException {
        recordOn(DAY, 30);
        var whole = Files.readAllBytes(file(DAY));
        var all = entries();
        int told = 0;
        for (int at = 0; at < whole.length; at++) {
            var damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file(DAY), damaged);
            try {
                var sessions = folder().sessions(DAY);
                if (!sessions.isEmpty()) {
                    var read = entries();
                    assertThat(read).as("damaged at %d", at).isEqualTo(all.subList(0, read.size()));
                    assertThat(read.size()).as("damaged at %d", at).isLessThan(all.size());
                }
            } catch (JournalException refused) {
                assertThat(refused.problem().place()).contains(file(DAY).toString());
                told++;
            }
        }
        assertThat(told).isGreaterThan(whole.length / 2);
    }

    @Test
    void aDamagedFileIsNamedWithTheByte() throws IOException {
        recordOn(DAY, 30);
        var bytes = Files.readAllBytes(file(DAY));
        bytes[JournalFile.HEAD + 6] ^= 1;
        Files.write(file(DAY), bytes);
        assertThatThrownBy(this::entries)
                .isInstanceOfSatisfying(
                        JournalException.class,
                        refused -> assertThat(refused.problem())
                                .hasFieldOrPropertyWithValue("code", "journal.damaged")
                                .hasFieldOrPropertyWithValue("place", file(DAY) + ":" + JournalFile.HEAD));
    }

    @Test
    void anotherVersionAndAnotherFileAreRefused() throws IOException {
        recordOn(DAY, 30);
        var bytes = Files.readAllBytes(file(DAY));
        bytes[JournalFile.MAGIC.length + 3] ^= 1;
        Files.write(file(DAY), bytes);
        assertThatThrownBy(() -> folder().sessions(DAY))
                .hasMessageContaining("journal.other_version")
                .hasMessageContaining(file(DAY).toString());
        Files.writeString(file(DAY), "{\"no\": \"journal, but long enough to have a head\"}");
        assertThatThrownBy(() -> folder().sessions(DAY)).hasMessageContaining("journal.no_journal");
    }

    @Test
    void aDayWithoutTheOneThatItGoesOnFromIsRefused() throws IOException {
        var clock = new VirtualClock(Instant.parse("2026-11-27T23:59:59.4Z"));
        try (var journal = begin(clock, 30)) {
            turns(clock, journal, 5);
        }
        var next = DAY.plusDays(1);
        assertThat(folder().days()).containsExactly(DAY, next);
        try (var entries = folder().sessions(next).getFirst().open()) {
            assertThat(entries(entries)).hasSize(2 + 5 * 3 + 1);
        }
        Files.delete(file(DAY));
        assertThatThrownBy(() -> folder().sessions(next))
                .hasMessageContaining("journal.part_missing")
                .hasMessageContaining(file(next).toString());
    }

    @Test
    void filesAreKeptForTheirDaysAndAsLongAsAKeptDayGoesOnFromThem() throws IOException {
        recordOn(DAY.minusDays(3), 30);
        var clock = new VirtualClock(Instant.parse("2026-11-25T23:59:59Z"));
        try (var journal = begin(clock, 30)) {
            turns(clock, journal, 8);
        }
        recordOn(DAY, 2);
        assertThat(folder().days()).containsExactly(DAY.minusDays(2), DAY.minusDays(1), DAY);
        recordOn(DAY.plusDays(1), 2);
        assertThat(folder().days()).containsExactly(DAY, DAY.plusDays(1));
    }

    @Test
    void aFolderThatCannotBeMadeEndsTheJournalAndNothingElse() throws IOException {
        Files.createFile(workspace.resolve("journal"));
        var clock = new VirtualClock(Instant.parse("2026-11-27T08:00:00Z"));
        try (var journal = begin(clock, 30)) {
            turns(clock, journal, 3);
        }
        assertThat(failures).hasSize(1);
    }
}
