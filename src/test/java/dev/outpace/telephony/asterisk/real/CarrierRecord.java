package dev.outpace.telephony.asterisk.real;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.Address;
import dev.outpace.model.CampaignCall;
import dev.outpace.telephony.simulated.CarrierLogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the carrier wrote of its calls: it knows numbers and moments, and nothing of Outpace. From a moment on; earlier calls are
 * not read.
 */
final class CarrierRecord {
    /** The file that the carrier writes. */
    private static final String FILE = "OUTPACE_ASTERISK_CARRIER_LOG";

    private static final double NANOS = 1e9;
    /** By so much an order may seem to be later than its call: two programs read the clock. */
    private static final Duration SAME_MOMENT = Duration.ofMillis(50);

    private final Path file;
    private final long from;

    /** @param answeredAt null when it was not answered */
    record Called(
            String number,
            Instant calledAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            boolean congested) {
        Called answered(Instant at) {
            return new Called(number, calledAt, at, endedAt, congested);
        }

        Called ended(Instant at) {
            return new Called(number, calledAt, answeredAt, at, congested);
        }

        Called withoutRoom() {
            return new Called(number, calledAt, answeredAt, endedAt, true);
        }

        Outcome outcome() {
            if (congested) {
                return Outcome.CONGESTED;
            }
            return answeredAt == null ? Outcome.FAILED : Outcome.COMPLETED;
        }
    }

    private CarrierRecord(Path file, long from) {
        this.file = file;
        this.from = from;
    }

    static CarrierRecord fromNow() {
        var file = Path.of(RealAsterisk.given(FILE));
        try {
            return new CarrierRecord(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** In their order. */
    List<Called> calls() {
        var calls = new LinkedHashMap<String, Called>();
        for (var line : lines()) {
            // date, time and seconds, of which the last is read, number, event, id of the call
            var words = line.substring(line.lastIndexOf('\t') + 1).split(" ", -1);
            if (words.length == 4) {
                var at = Instant.EPOCH.plusNanos((long) (Double.parseDouble(words[0]) * NANOS));
                switch (words[2]) {
                    case "called" -> calls.put(words[3], new Called(words[1], at, null, null, false));
                    case "answered" -> calls.computeIfPresent(words[3], (_, call) -> call.answered(at));
                    case "ended" -> calls.computeIfPresent(words[3], (_, call) -> call.ended(at));
                    case "congested" -> calls.computeIfPresent(words[3], (_, call) -> call.withoutRoom());
                    default -> throw new IllegalStateException(line);
                }
            }
        }
        return List.copyOf(calls.values());
    }

    private List<String> lines() {
        try {
            var text = Files.readString(file);
            return text.substring((int) from, text.lastIndexOf('\n') + 1)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** When a number was called first. */
    Instant calledAt(String number) {
        return calls().stream()
                .filter(call -> call.number().equals(number))
                .map(Called::calledAt)
                .findFirst()
                .orElseThrow();
    }

    /** How often each number was called. */
    Map<String, Long> timesCalled() {
        return calls().stream().collect(Collectors.groupingBy(Called::number, Collectors.counting()));
    }

    /**
     * Writes the record as {@code outpace audit} reads it. The carrier's call to a number is the latest call to it that was placed
     * before; where there is none, it is a call of which Outpace knows nothing.
     */
    void writeFor(List<CampaignCall> placed, Path to) throws IOException {
        var byNumber = new HashMap<String, List<CampaignCall>>();
        for (var call : placed) {
            byNumber.computeIfAbsent(digits(call), _ -> new ArrayList<>()).add(call);
        }
        var written = new ArrayList<UUID>();
        try (var log = CarrierLogFile.open(to, failure -> {
            throw new UncheckedIOException(failure);
        })) {
            for (var call : calls()) {
                var id = byNumber.getOrDefault(call.number(), List.of()).stream()
                        .filter(one -> !one.createdAt().isAfter(call.calledAt().plus(SAME_MOMENT)))
                        .reduce((one, later) -> later.createdAt().isAfter(one.createdAt()) ? later : one)
                        .map(CampaignCall::id)
                        .filter(found -> !written.contains(found))
                        .orElseGet(UUID::randomUUID);
                written.add(id);
                log.started(id, Address.tel("+" + call.number()), call.calledAt());
                if (call.answeredAt() != null) {
                    log.answered(id, call.answeredAt());
                }
                if (call.endedAt() != null) {
                    log.ended(id, call.outcome(), call.endedAt());
                }
            }
        }
    }

    static String digits(CampaignCall call) {
        return Objects.requireNonNull(call.destination()).target().replace("+", "");
    }
}
