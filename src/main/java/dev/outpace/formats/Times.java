package dev.outpace.formats;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The published times: {@code 2022-04-28 02:16:39.712142}, always UTC; RFC 3339 is read too. */
final class Times {
    private static final int DATE_LENGTH = 10;
    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .toFormatter()
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    static String write(Instant moment) {
        return WRITTEN.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** A time without a zone is UTC; what is finer than a microsecond is cut off. */
    static Optional<Instant> read(String text) {
        if (text.length() <= DATE_LENGTH || " Tt".indexOf(text.charAt(DATE_LENGTH)) < 0) {
            return Optional.empty();
        }
        var normal = text.substring(0, DATE_LENGTH)
                + 'T'
                + text.substring(DATE_LENGTH + 1).replace('z', 'Z');
        try {
            var parsed = READ.parseBest(normal, OffsetDateTime::from, LocalDateTime::from);
            var utc = parsed instanceof OffsetDateTime zoned
                    ? zoned.withOffsetSameInstant(ZoneOffset.UTC)
                    : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
            return utc.getYear() < 0 || utc.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(utc.toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
