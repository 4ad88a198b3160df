package dev.outpace.telephony.asterisk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/** What became of a command. */
sealed interface AgiAnswer {
    /** When, by our clock. */
    Instant at();

    /**
     * It was carried out.
     *
     * @param result 0 or 1 as a rule; -1 if the channel is gone or was sent elsewhere, -2 for an application that Asterisk
     *     does not have
     * @param value what stands in brackets behind the result, the value of a variable; empty if there is none
     */
    record Done(Instant at, int result, String value) implements AgiAnswer {
        private static final Pattern WRITTEN =
                Pattern.compile("200 result=(-?\\d{1,9})[^(]*(?:\\((.*)\\))?.*", Pattern.DOTALL);
    }

    /** Asterisk never tried it. */
    record Refused(Instant at, String reason) implements AgiAnswer {}

    /** Nobody will tell: the channel left the commands' reach meanwhile, or the link was lost. */
    record Lost(Instant at) implements AgiAnswer {}

    /** @param written as an event has it, such as {@code 200%20result%3D1%20(SUCCESS)%0A} */
    static AgiAnswer read(String written, Instant at) {
        String text;
        try {
            // A plus sign stands for itself here.
            text = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException notEncoded) {
            text = written.strip();
        }
        var parts = Done.WRITTEN.matcher(text);
        if (!parts.matches()) {
            return new Refused(at, text);
        }
        return new Done(at, Integer.parseInt(parts.group(1)), parts.group(2) == null ? "" : parts.group(2));
    }
}
