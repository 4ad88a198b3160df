package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.Outcome;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@link CarrierLogFile} wrote. */
public final class CarrierLogReader {
    /** The form of a line, which is fixed. */
    private static final Pattern LINE = Pattern.compile("\\{\"event\":\"(?<event>start|answer|end)\""
            + ",\"call\":\"(?<call>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\""
            + ",\"at\":\"(?<at>[^\"]++)\""
            + "(?:,\"address\":\"(?<address>(?:[^\"\\\\]|\\\\.)*+)\")?"
            + "(?:,\"outcome\":\"(?<outcome>[A-Z_]++)\")?\\}");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");

    private final Map<UUID, CarrierCall> calls = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private CarrierLogReader() {}

    /**
     * @param calls in the order in which they started
     * @param problems lines that can't be right: an unreadable one is only a warning, since a killed process may leave half
     *     a line; the second start or end of a call and an event of a call that never started are errors. The place is
     *     {@code file:line}
     */
    public record History(Map<UUID, CarrierCall> calls, List<Problem> problems) {}

    /** Reads the files one after the other, as one record. */
    public static History read(List<Path> files) throws IOException {
        var reader = new CarrierLogReader();
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
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            problems.add(Problem.warning("carrier-log.unreadable", place));
            return;
        }
        var callId = UUID.fromString(parts.group("call"));
        var address = parts.group("address");
        var outcome = parts.group("outcome");
        try {
            var at = Instant.parse(parts.group("at"));
            switch (parts.group("event")) {
                case "start" -> start(callId, unescaped(address == null ? "" : address), at, place);
                case "answer" -> answer(callId, at, place);
                default -> end(callId, at, Outcome.valueOf(outcome == null ? "" : outcome), place);
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

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group(2)
                                : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
