package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.CallStep;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.workspace.ProblemWords;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final int FLIPS = 40;
    private static final int DAMAGES = 12;
    private static final int TARGETS = 400;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void make() throws SQLException {
        file = folder.resolve("outpace.mv.db");
        FirstSchema.make(folder, statement -> FirstSchema.fill(statement, TARGETS));
        open();
    }

    private void open() {
        Store.open(folder, "test", new JacksonJson()).close();
    }

    private Doctor.Report examined() {
        return Doctor.examine(folder, "test");
    }

    @Test
    void aClosedWorkspaceIsSoundAndIsNotChanged() throws IOException {
        var was = Files.readAllBytes(file);
        var report = examined();
        assertThat(report.problems()).isEmpty();
        assertThat(report.sound()).isTrue();
        assertThat(report.rows()).isGreaterThan(2 * TARGETS);
        assertThat(Files.readAllBytes(file)).isEqualTo(was);
        assertThat(examined()).isEqualTo(report);
    }

    @Test
    void everyFlippedByteIsSeenByTheDoctorAndAtTheOpening() throws IOException {
        var random = new SplittableRandom(7);
        var was = Files.readAllBytes(file);
        for (int flip = 0; flip < FLIPS; flip++) {
            var damaged = was.clone();
            int at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            var report = examined();
            assertThat(report.sound()).as("byte %d", at).isFalse();
            assertThat(report.problems()).extracting(Problem::code).contains("doctor.changed");
            assertThatThrownBy(this::open)
                    .as("byte %d", at)
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("store.changed"));
        }
        // Elsewhere, since H2 keeps its hold on a file that it failed to open until the process ends.
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.write(elsewhere.resolve(file.getFileName()), was);
        Files.copy(folder.resolve("outpace.sum"), elsewhere.resolve("outpace.sum"));
        assertThat(Doctor.examine(elsewhere, "test").sound()).isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsToldInPlainWords() throws IOException {
        var damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, 4_096 * 2, damaged.length, (byte) 7);
        Files.write(file, damaged);
        assertThat(examined().problems())
                .extracting(Problem::code)
                .containsExactly("doctor.changed", "doctor.unreadable");
    }

    /** What was killed has no check sum that would tell before the database looks. */
    @Test
    void aKilledFileThatIsBadlyDamagedIsToldInPlainWords() throws IOException {
        var random = new SplittableRandom(11);
        var was = Files.readAllBytes(file);
        int refused = 0;
        for (int i = 0; i < DAMAGES; i++) {
            var damaged = was.clone();
            int from = random.nextInt(damaged.length);
            int to = Math.min(damaged.length, from + 1 + random.nextInt(damaged.length / 4));
            for (int at = from; at < to; at++) {
                damaged[at] = (byte) random.nextInt(256);
            }
            var copy = Files.createDirectory(folder.resolve("damaged-" + i));
            Files.write(copy.resolve(file.getFileName()), i % 4 == 0 ? Arrays.copyOf(damaged, from) : damaged);
            // As a kill leaves it; without it the database opens the file by itself.
            if (i % 2 == 0) {
                Files.createFile(copy.resolve("outpace.open"));
            }
            try {
                Store.open(copy, "test", new JacksonJson()).close();
            } catch (StoreException known) {
                refused++;
                assertThat(new ProblemWords().sentence(known.problem()))
                        .as("bytes %d to %d", from, to)
                        .doesNotContain("[", "org.h2", "java.", "SQL")
                        .doesNotStartWith("The workspace cannot be opened:");
            }
        }
        assertThat(refused).isGreaterThan(DAMAGES / 4);
    }

    @Test
    void whatTheDatabaseSaysOfAFileThatItCannotReadIsForTheLog() {
        var raw = new SQLException("General error: \"java.lang.IllegalStateException\" [50000-252]", "HY000", 50_000);
        assertThat(new Database(folder).cannotOpen(raw).problem().code()).isEqualTo("store.unreadable");
        assertThat(Store.failed(raw).problem().code()).isEqualTo("store.read_failed.logged");
        var ofFile = new SQLException("IO Exception", "HY000", 90_028, new AccessDeniedException("outpace.mv.db"));
        assertThat(new ProblemWords()
                        .sentence(new Database(folder).cannotOpen(ofFile).problem()))
                .isEqualTo("The workspace cannot be opened: access to outpace.mv.db is denied");
    }

    @Test
    void rowsWithoutWhatTheyBelongToAreFound() throws SQLException {
        try (var connection = new Database(folder).connect();
                var statement = connection.createStatement()) {
            statement.execute("delete from outdial");
            statement.execute("shutdown");
        }
        var problems = examined().problems();
        assertThat(problems).extracting(Problem::code).containsExactly("doctor.not_closed", "doctor.without");
        assertThat(problems.getLast().args()).containsExactly((long) TARGETS, "outdial");
    }

    @Test
    void aWorkspaceThatIsOpenIsNotExamined() {
        try (var _ = Store.open(folder, "test", new JacksonJson())) {
            assertThatThrownBy(this::examined)
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("store.in_use"));
        }
    }

    @Test
    void ofAKilledWorkspaceItSaysWhatItDidNotRead() {
        var killed = folder.resolve("killed");
        try (var store = Store.open(folder, "test", new JacksonJson())) {
            var step = new CallStep(new UUID(7, 7), Instant.EPOCH, CallStep.Kind.ANSWERED, Ids.NIL, "");
            store.factLog().write(new Fact.CallNoted(step));
            assertThat(store.factLog().awaitCommitted()).isTrue();
            KilledCopy.make(folder, killed);
        }
        var report = Doctor.examine(killed, "test");
        assertThat(report.sound()).isTrue();
        assertThat(report.problems()).extracting(Problem::code).containsExactly("doctor.not_closed", "doctor.redo");
        Store.open(killed, "test", new JacksonJson()).close();
        assertThat(Doctor.examine(killed, "test").problems())
                .extracting(Problem::code)
                .doesNotContain("doctor.not_closed", "doctor.redo");
    }
}
