package dev.outpace.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Date and time as lists have them: by ISO 8601, or day, month and year as the region writes them. */
final class MomentCell {
    private static final List<String> COMMON = List.of("yyyy-M-d H:mm[:ss]", "d.M.yyyy H:mm[:ss]");
    private static final String MONTH_FIRST = "M/d/yyyy H:mm[:ss]";
    private static final String DAY_FIRST = "d/M/yyyy H:mm[:ss]";

    private final List<DateTimeFormatter> local;

    /** @param region two letters, whose way of writing a date with slashes is meant */
    MomentCell(String region) {
        boolean monthFirst = region.equalsIgnoreCase("US");
        local = Stream.concat(COMMON.stream(), Stream.of(monthFirst ? MONTH_FIRST : DAY_FIRST))
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                .toList();
    }

    /**
     * @param zone of a moment that says none
     * @return null where it is no moment
     */
    @Nullable
    Instant read(String cell, ZoneId zone) {
        if (cell.length() > 40 || cell.isEmpty() || !Character.isDigit(cell.charAt(0))) {
            return null;
        }
        if (cell.indexOf('T') > 0) {
            try {
                return OffsetDateTime.parse(cell).toInstant();
            } catch (DateTimeException noOffset) {
                return read(cell.replace('T', ' '), zone);
            }
        }
        return local.stream()
                .map(format -> local(cell, format))
                .filter(Objects::nonNull)
                .map(moment -> moment.atZone(zone).toInstant())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDateTime local(String cell, DateTimeFormatter format) {
        try {
            return LocalDateTime.parse(cell, format);
        } catch (DateTimeException other) {
            return null;
        }
    }
}
