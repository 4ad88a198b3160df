package dev.outpace.telephony.asterisk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What an Asterisk 22.10 told about one call, recorded from its AMI: a line {@code @milliseconds} before each message, {@code
 * ${id}} for the call's id, {@code ${originate}} and {@code ${action}} for the ids of the actions that are answered, {@code
 * ${now}} for Asterisk's time.
 */
record Transcript(List<Step> beforeHangUp, List<Step> afterHangUp) {
    private static final String HUNG_UP = "Message: Channel Hungup";

    /** A message, so long after the action. */
    record Step(Duration at, String message) {
        boolean is(String event) {
            return message.startsWith("Event: " + event + "\n");
        }

        boolean isAboutDialing() {
            return is("DialBegin") || is("DialState") || is("DialEnd");
        }
    }

    static Transcript of(String name) {
        var before = new ArrayList<Step>();
        var after = new ArrayList<Step>();
        var target = before;
        var hungUpAt = Duration.ZERO;
        for (var part : read(name).strip().split("\n\n", -1)) {
            int line = part.indexOf('\n');
            var at = Duration.ofMillis(Long.parseLong(part.substring(1, line)));
            var message = part.substring(line + 1) + "\n";
            if (message.contains(HUNG_UP)) {
                target = after;
                hungUpAt = at;
            } else if (!message.startsWith("Response: ")) {
                target.add(new Step(at.minus(hungUpAt), message));
            }
        }
        return new Transcript(before, after);
    }

    private static String read(String name) {
        try (InputStream in = Transcript.class.getResourceAsStream(name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
