package dev.outpace.telephony.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Outcome;
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

        var history = CarrierLogReader.read(List.of(file));

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
        assertThat(CarrierLogReader.read(List.of(file)).problems())
                .containsExactly(Problem.warning("carrier-log.unreadable", "carrier.jsonl:2"));

        try (var log = open()) {
            log.ended(FIRST, Outcome.CANCELLED, AT);
        }

        var history = CarrierLogReader.read(List.of(file));
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

        assertThat(CarrierLogReader.read(List.of(file)).problems())
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

        var history = CarrierLogReader.read(List.of(file, next));
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
}
