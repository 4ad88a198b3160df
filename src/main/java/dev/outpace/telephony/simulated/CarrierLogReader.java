package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what {@link CarrierLogFile} wrote. */
public final class CarrierLogReader {
    private final Map<UUID, CarrierCall> calls = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private final JsonText json;

    private CarrierLogReader(JsonText json) {
        this.json = json;
    }

    /**
     * @param calls in the order in which they started
     * @param problems lines that can't be right: an unreadable one is only a warning, since a killed process may leave half
     *     a line; the second start or end of a call and an event of a call that never started are errors. The place is
     *     {@code file:line}
     */
    public record History(Map<UUID, CarrierCall> calls, List<Problem> problems) {}

    /** Reads the files one after the other, as one record. */
    public static History read(List<Path> files, JsonText json) throws IOException {
        var reader = new CarrierLogReader(json);
        for (var file : files) {
            reader.read(file);
        }
        return new History(reader.calls, reader.problems);
    }

    private void read(Path file) throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.US_ASCII))) {
            int number = 1;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line, file.getFileName() + ":" + number);
                number++;
            }
        }
    }

    private void read(String line, String place) {
        try {
            if (!(json.read(line) instanceof Json.Obj event)) {
                throw new IllegalArgumentException("no object");
            }
            var callId = UUID.fromString(event.text("call", ""));
            var at = Instant.parse(event.text("at", ""));
            switch (event.text("event", "")) {
                case "start" -> start(callId, event.text("address", ""), at, place);
                case "answer" -> answer(callId, at, place);
                case "end" -> end(callId, at, Outcome.valueOf(event.text("outcome", "")), place);
                case String unknown -> throw new IllegalArgumentException("no event: " + unknown);
            }
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            problems.add(Problem.warning("carrier-log.unreadable", place));
        }
    }

    private void start(UUID callId, String address, Instant at, String place) {
        if (calls.putIfAbsent(callId, new CarrierCall(callId, address, at, null, null, null)) != null) {
            problems.add(Problem.error("carrier-log.started-twice", place, callId));
        }
    }

    private void answer(UUID callId, Instant at, String place) {
        var call = calls.get(callId);
        if (call == null) {
            problems.add(Problem.error("carrier-log.never-started", place, callId));
        } else if (call.answeredAt() != null || call.endedAt() != null) {
            problems.add(Problem.error("carrier-log.answered-late", place, callId));
        } else {
            calls.put(callId, call.answered(at));
        }
    }

    private void end(UUID callId, Instant at, Outcome outcome, String place) {
        var call = calls.get(callId);
        if (call == null) {
            problems.add(Problem.error("carrier-log.never-started", place, callId));
        } else if (call.endedAt() != null) {
            problems.add(Problem.error("carrier-log.ended-twice", place, callId));
        } else {
            calls.put(callId, call.ended(at, outcome));
        }
    }
}
