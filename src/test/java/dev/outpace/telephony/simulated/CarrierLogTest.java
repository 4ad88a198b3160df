package dev.outpace.telephony.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierLogTest {
    private static final UUID FIRST = new UUID(5, 1);
    private static final UUID SECOND = new UUID(5, 2);
    private static final Instant AT = Instant.parse("2026-11-02T09:00:00.123456Z");

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private final List<IOException> failures = new ArrayList<>();

    @BeforeEach
    void nameFile() {
        file = folder.resolve("carrier.jsonl");
    }

    @Test
    void aLineIsInTheFileAsSoonAsItsEventIsOver() throws IOException {
        try (var log = open()) {
            log.started(FIRST, Address.tel("+12125550100"), AT);
            assertThat(file)
                    .hasContent("{\"event\":\"start\",\"call\":\"" + FIRST + "\",\"at\":\"" + AT
                            + "\",\"address\":\"tel:+12125550100\"}");
            log.answered(FIRST, AT.plusSeconds(5));
            log.ended(FIRST, Outcome.COMPLETED, AT.plusSeconds(60));
            assertThat(Files.readAllLines(file)).hasSize(3);
        }
    }

    @Test
    void callsAreReadAsTheyWereWritten() throws IOException {
        var odd = Address.sip("sip:\"Zoë\\\n\u0001\"😀@example.com");
        try (var log = open()) {
            log.started(FIRST, Address.tel("+12125550100"), AT);
            log.started(SECOND, odd, AT.plusNanos(1));
            log.answered(FIRST, AT.plusSeconds(5));
            log.ended(FIRST, Outcome.COMPLETED, AT.plusSeconds(60));
        }

        var history = CarrierLogReader.read(List.of(file), new JacksonJson());

        assertThat(history.problems()).isEmpty();
        assertThat(history.calls().values())
                .containsExactly(
                        new CarrierCall(
                                FIRST,
                                "tel:+12125550100",
                                AT,
                                AT.plusSeconds(5),
                                AT.plusSeconds(60),
                                Outcome.COMPLETED),
                        new CarrierCall(SECOND, odd.dialKey(), AT.plusNanos(1), null, null, null));
    }

    @Test
    void aTornLastLineIsWarnedOfAndTheNextRunBeginsANewLine() throws IOException {
        try (var log = open()) {
            log.started(FIRST, Address.tel("+12125550100"), AT);
        }
        Files.writeString(file, "{\"event\":\"answer\",\"call\":\"0000", StandardOpenOption.APPEND);
        assertThat(CarrierLogReader.read(List.of(file), new JacksonJson()).problems())
                .containsExactly(Problem.warning("carrier-log.unreadable", "carrier.jsonl:2"));

        try (var log = open()) {
            log.ended(FIRST, Outcome.CANCELLED, AT);
        }

        var history = CarrierLogReader.read(List.of(file), new JacksonJson());
        assertThat(history.problems()).hasSize(1);
        assertThat(history.calls().get(FIRST)).extracting(CarrierCall::outcome).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void eventsThatCannotBeAreErrors() throws IOException {
        try (var log = open()) {
            log.answered(FIRST, AT);
            log.started(FIRST, Address.tel("+12125550100"), AT);
            log.started(FIRST, Address.tel("+12125550100"), AT);
            log.ended(FIRST, Outcome.BUSY, AT);
            log.ended(FIRST, Outcome.BUSY, AT);
            log.answered(FIRST, AT);
            log.ended(SECOND, Outcome.BUSY, AT);
        }

        assertThat(CarrierLogReader.read(List.of(file), new JacksonJson()).problems())
                .containsExactly(
                        Problem.error("carrier-log.never-started", "carrier.jsonl:1", FIRST),
                        Problem.error("carrier-log.started-twice", "carrier.jsonl:3", FIRST),
                        Problem.error("carrier-log.ended-twice", "carrier.jsonl:5", FIRST),
                        Problem.error("carrier-log.answered-late", "carrier.jsonl:6", FIRST),
                        Problem.error("carrier-log.never-started", "carrier.jsonl:7", SECOND));
    }

    @Test
    void aCallOfOneFileMayEndInTheNext() throws IOException {
        var next = folder.resolve("next.jsonl");
        try (var log = open();
                var nextLog = CarrierLogFile.open(next, failures::add)) {
            log.started(FIRST, Address.tel("+12125550100"), AT);
            nextLog.ended(FIRST, Outcome.BUSY, AT);
        }

        var history = CarrierLogReader.read(List.of(file, next), new JacksonJson());
        assertThat(history.problems()).isEmpty();
        assertThat(history.calls()).hasSize(1);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldOnce() throws IOException {
        var log = open();
        log.close();

        log.answered(FIRST, AT);
        log.answered(FIRST, AT);

        assertThat(failures).singleElement().isInstanceOf(ClosedChannelException.class);
    }

    private CarrierLogFile open() throws IOException {
        return CarrierLogFile.open(file, failures::add);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "{\"event\":\"end\"",
                "{\"event\":\"end\",\"call\":\"00000000-0000-0000-0000-000000000001\",\"at\":\"2026-05-12T10:00:00Z\"}",
                "{\"event\":\"dance\",\"call\":\"00000000-0000-0000-0000-000000000001\",\"at\":\"2026-05-12T10:00:00Z\"}",
                "{\"event\":\"start\",\"call\":\"00000000-0000-0000-0000-000000000001\",\"at\":\"yesterday\"}",
                "{\"event\":\"start\",\"call\":7,\"at\":\"2026-05-12T10:00:00Z\"}",
                "{\"event\":\"start\",\"call\":\"00000000-0000-0000-0000-000000000001\",\"at\":\"2026-05-12T10:00:00Z\"}}"
            })
    void aLineThatIsNoEventIsWarnedOfAndTheNextIsRead(String line) throws IOException {
        Files.writeString(file, line + '\n');
        try (var log = open()) {
            log.started(FIRST, Address.tel("+12125550100"), AT);
        }
        var history = CarrierLogReader.read(List.of(file), new JacksonJson());
        assertThat(history.problems()).containsExactly(Problem.warning("carrier-log.unreadable", "carrier.jsonl:1"));
        assertThat(history.calls()).containsOnlyKeys(FIRST);
    }

    @Test
    void aHostileLineCostsNeitherTheStackNorTheRest() throws IOException {
        Files.writeString(file, "[".repeat(1_000_000) + "\n{\"event\":" + "{\"a\":".repeat(100_000) + '\n');
        try (var log = open()) {
            log.started(FIRST, Address.tel("+12125550100"), AT);
        }
        var history = CarrierLogReader.read(List.of(file), new JacksonJson());
        assertThat(history.problems()).hasSize(2);
        assertThat(history.calls()).containsOnlyKeys(FIRST);
    }
}
