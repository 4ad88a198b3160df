package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace of a program that stored numbers as they were written. */
class WrittenNumbersTest {
    private static final UUID LIST = new UUID(1, 30);

    @TempDir
    Path folder;

    @Test
    void storedNumbersAreReadOnceAndKeepWhatWasWritten() throws Exception {
        try (var store = open()) {
            add(
                    store,
                    1,
                    tel("(212) 555-0100"),
                    tel("+12125550101"),
                    new Address("tel", "001 212 555 0102", "x", "", ""));
            add(store, 2, Address.sip("sip:Ann@Example.com"), new Address("agent", "Ann", "", "", ""), null);
        }
        asWritten();

        try (var store = open()) {
            assertThat(addresses(store, 1))
                    .startsWith(
                            tel("+12125550100").writtenAs("(212) 555-0100"),
                            tel("+12125550101"),
                            new Address("tel", "+12125550102", "x", "", "", "001 212 555 0102"));
            assertThat(addresses(store, 2))
                    .startsWith(
                            Address.sip("Ann@example.com").writtenAs("sip:Ann@Example.com"),
                            new Address("agent", "Ann", "", "", ""));
        }
    }

    /** An emergency number is no number of a person anywhere; what another region may have is left as it was. */
    @Test
    void whatNobodyHasIsKeptAndNotDialed() throws Exception {
        try (var store = open()) {
            add(store, 1, tel("911"), tel("abc"), tel("212 555 0100 x5"), tel("020 7946 0645"));
            add(store, 2, tel("2125550100"), tel("+1 212 555 0100"), tel("+12125550101"));
        }
        asWritten();

        try (var store = open()) {
            assertThat(addresses(store, 1))
                    .startsWith(
                            new Address("tel", "", "", "", "", "911"),
                            new Address("tel", "", "", "", "", "abc"),
                            new Address("tel", "", "", "", "", "212 555 0100 x5"),
                            tel("020 7946 0645"));
            assertThat(addresses(store, 1))
                    .extracting(each -> each == null ? null : each.asWritten())
                    .startsWith("911", "abc", "212 555 0100 x5", "020 7946 0645");
            assertThat(addresses(store, 2))
                    .startsWith(
                            tel("+12125550100").writtenAs("2125550100"),
                            new Address("tel", "", "", "", "", "+1 212 555 0100"),
                            tel("+12125550101"));
        }
    }

    /** What was cut between two chunks is gone on with, and nothing is read twice. */
    @Test
    void aSecondReadingChangesNothing() throws Exception {
        try (var store = open()) {
            add(store, 1, tel("911"), tel("(212) 555-0100"), tel("+12125550100"));
        }
        asWritten();
        List<@Nullable Address> once;
        try (var store = open()) {
            once = addresses(store, 1);
        }
        asWritten();

        try (var store = open()) {
            assertThat(addresses(store, 1)).isEqualTo(once);
        }
    }

    private Store open() {
        return Store.open(folder, "test", new JacksonJson());
    }

    /** As if no number had been read in this workspace yet. */
    private void asWritten() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("outpace"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from setting where name = 'numbers_read'"))
                    .isEqualTo(1);
        }
    }

    private static Address tel(String number) {
        return Address.tel(number);
    }

    private static void add(Store store, int number, @Nullable Address... addresses) {
        var target = new OutdialTarget(
                new UUID(2, number),
                LIST,
                0,
                "Ann",
                "",
                "",
                TargetStatus.IDLE,
                Arrays.asList(Arrays.copyOf(addresses, 5)),
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
        assertThat(store.targets().add(target).join()).isTrue();
    }

    private static List<@Nullable Address> addresses(Store store, int number) {
        return store.targetQueries()
                .target(new UUID(2, number))
                .join()
                .orElseThrow()
                .destinations();
    }
}
