package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.formats.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be opened is let go: it can be mended and opened again without ending the program. */
class FailedOpeningTest {
    @TempDir
    private Path folder;

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private Store open() {
        return Store.open(workspace(), "test", new JacksonJson());
    }

    @BeforeEach
    void make() {
        open().close();
    }

    /** The first fails before the database stands for others, the second when its writer begins, the third after that. */
    @ParameterizedTest
    @ValueSource(strings = {"target", "last_commit", "target_removal"})
    void theDatabaseIsNotLeftOpen(String table) throws IOException, SQLException {
        var good = Files.copy(workspace().resolve(Database.NAME), folder.resolve("good.mv.db"));
        try (var connection = new Database(workspace()).connect();
                var statement = connection.createStatement()) {
            statement.execute("drop table " + table + " cascade");
            statement.execute("shutdown");
        }
        var before = writers();
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class);
        assertThat(writers()).as("those that there were before").isSubsetOf(before);

        Files.copy(good, workspace().resolve(Database.NAME), StandardCopyOption.REPLACE_EXISTING);
        try (var store = open()) {
            assertThat(store.resources().join().campaigns()).isEmpty();
        }
    }

    /** Other tests of the same process may have some. */
    private static Set<Thread> writers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("db-writer"))
                .collect(Collectors.toSet());
    }

    @Test
    void aSumThatCannotBeRemovedIsToldAsAFileThatCannotBeOpened() throws IOException {
        var other = folder.resolve("other");
        Files.createDirectories(other.resolve("outpace.sum").resolve("in the way"));
        assertThatThrownBy(() -> Store.open(other, "test", new JacksonJson()))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("store.cannot_open"));
    }
}
