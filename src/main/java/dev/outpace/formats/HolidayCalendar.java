package dev.outpace.formats;

import dev.outpace.model.Holiday;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.Shown;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holidays from a calendar file (iCalendar, RFC 5545). Of a calendar only the days of its events count: their start, end and
 * name, and that they come each year. So a few lines read it, where a library of calendars would bring 1.6 MB for zones, alarms
 * and invitations that holidays have none of.
 */
public final class HolidayCalendar {
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_DAYS = 10_000;
    private static final int LONGEST = 31;
    /** Years that a day is repeated for which comes each year. */
    private static final int YEARS = 10;

    private static final Pattern DAY = Pattern.compile("(\\d{8})(?:T\\d{6}Z?)?");
    private static final Pattern NAME_AND_VALUE =
            Pattern.compile("([A-Za-z-]+)((?:;[^:;\"]*(?:\"[^\"]*\"[^:;\"]*)*)*):(.*)");

    private final List<String> regions;
    private final Map<LocalDate, Holiday> days = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param regions where the days of the calendar are holidays; empty for everywhere */
    public HolidayCalendar(List<String> regions) {
        this.regions = List.copyOf(regions);
    }

    public record Read(List<Holiday> holidays, List<Problem> problems) {}

    private record Line(int number, String name, String value) {}

    /** Nothing is thrown: what is wrong stands in the problems. */
    public Read read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return refused(Problem.error("file.folder", file.toString()));
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return refused(Problem.error("calendar.none", file.toString()));
            }
            if (Files.size(file) > MOST_BYTES) {
                return refused(Problem.error("file.too_big", file.toString(), MOST_BYTES >> 20));
            }
            events(file.toString(), lines(file));
        } catch (IOException unreadable) {
            return refused(FileFault.of(file, unreadable));
        }
        if (days.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.error("calendar.none", file.toString()));
        }
        return new Read(List.copyOf(days.values()), List.copyOf(problems));
    }

    private static Read refused(Problem problem) {
        return new Read(List.of(), List.of(problem));
    }

    /** Lines that go on in the next one, which begins with a space, are put together. */
    private static List<Line> lines(Path file) throws IOException {
        var lines = new ArrayList<Line>();
        try (var reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            int begun = 0;
            var whole = new StringBuilder();
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (text.startsWith(" ") || text.startsWith("\t")) {
                    whole.append(text, 1, text.length());
                } else {
                    add(lines, begun, whole.toString());
                    whole.setLength(0);
                    whole.append(text);
                    begun = number;
                }
            }
            add(lines, begun, whole.toString());
        }
        return lines;
    }

    private static void add(List<Line> lines, int number, String text) {
        var parts = NAME_AND_VALUE.matcher(text.strip());
        if (parts.matches()) {
            lines.add(new Line(number, parts.group(1).toUpperCase(Locale.ROOT), parts.group(3)));
        }
    }

    private void events(String file, List<Line> lines) {
        Map<String, Line> event = null;
        for (var line : lines) {
            if (line.name().equals("BEGIN") && line.value().equals("VEVENT")) {
                event = new LinkedHashMap<>();
            } else if (line.name().equals("END") && line.value().equals("VEVENT") && event != null) {
                event(file, event);
                event = null;
            } else if (event != null) {
                event.putIfAbsent(line.name(), line);
            }
        }
    }

    private void event(String file, Map<String, Line> event) {
        var start = event.get("DTSTART");
        var status = event.get("STATUS");
        if (start == null || (status != null && status.value().equals("CANCELLED"))) {
            return;
        }
        var first = day(file, start);
        if (first == null) {
            return;
        }
        var end = event.get("DTEND");
        var after = end == null
                ? first.plusDays(1)
                : Optional.ofNullable(day(file, end)).orElse(first.plusDays(1));
        long length = Math.clamp(after.toEpochDay() - first.toEpochDay(), 1, LONGEST);
        var summary = event.get("SUMMARY");
        var name = summary == null ? "" : name(summary.value());
        int years = years(file, event.get("RRULE"), name);
        for (int year = 0; year < years; year++) {
            var again = first.plusYears(year);
            // A 29 February comes only in leap years.
            if (again.getDayOfMonth() == first.getDayOfMonth()) {
                for (int day = 0; day < length; day++) {
                    put(file, new Holiday(again.plusDays(day), regions, name));
                }
            }
        }
    }

    private int years(String file, @Nullable Line rule, String name) {
        if (rule == null) {
            return 1;
        }
        if (rule.value().matches("FREQ=YEARLY(;(INTERVAL=1|WKST=..|BYMONTH=\\d+|BYMONTHDAY=\\d+))*")) {
            return YEARS;
        }
        problems.add(Problem.warning("calendar.rule_left_out", file, rule.number(), Shown.of(name)));
        return 1;
    }

    private void put(String file, Holiday holiday) {
        if (days.size() < MOST_DAYS) {
            days.putIfAbsent(holiday.date(), holiday);
        } else if (problems.isEmpty() || !problems.getLast().code().equals("calendar.too_long")) {
            problems.add(Problem.error("calendar.too_long", file, MOST_DAYS));
        }
    }

    private @Nullable LocalDate day(String file, Line line) {
        var text = DAY.matcher(line.value().strip());
        if (text.matches()) {
            try {
                return LocalDate.parse(text.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException notInCalendar) {
                // Told below.
            }
        }
        problems.add(Problem.error("calendar.bad_day", file, line.number(), Shown.of(line.value())));
        return null;
    }

    private static String name(String text) {
        var name = text.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1").strip();
        return name.length() <= Resource.MAX_NAME ? name : name.substring(0, Resource.MAX_NAME);
    }
}
