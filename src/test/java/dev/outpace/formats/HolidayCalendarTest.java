package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Holiday;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayCalendarTest {
    @TempDir
    Path folder;

    private HolidayCalendar.Read read(String text) throws IOException {
        var file = Files.writeString(folder.resolve("days.ics"), text.replace("\n", "\r\n"));
        return new HolidayCalendar(List.of("FR")).read(file);
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\n"
                + String.join(
                        "",
                        Arrays.stream(events)
                                .map(event -> "BEGIN:VEVENT\n" + event + "\nEND:VEVENT\n")
                                .toList())
                + "END:VCALENDAR\n";
    }

    @Test
    void theDaysOfTheEventsAreHolidaysOfTheRegion() throws IOException {
        var read = read(calendar(
                "DTSTART;VALUE=DATE:20260714\nDTEND;VALUE=DATE:20260715\nSUMMARY;LANGUAGE=fr:F\u00eate\\, nationale",
                "UID:2\nDTSTART;TZID=\"Europe/Paris: winter\":20261224T180000\nSUMMARY:A long\n  night",
                "DTSTART;VALUE=DATE:20261231\nDTEND;VALUE=DATE:20270103",
                "DTSTART;VALUE=DATE:20261101\nSTATUS:CANCELLED"));
        assertThat(read.problems()).isEmpty();
        assertThat(read.holidays())
                .containsExactly(
                        new Holiday(LocalDate.of(2026, 7, 14), List.of("FR"), "F\u00eate, nationale"),
                        new Holiday(LocalDate.of(2026, 12, 24), List.of("FR"), "A long night"),
                        new Holiday(LocalDate.of(2026, 12, 31), List.of("FR"), ""),
                        new Holiday(LocalDate.of(2027, 1, 1), List.of("FR"), ""),
                        new Holiday(LocalDate.of(2027, 1, 2), List.of("FR"), ""));
    }

    @Test
    void aDayThatComesEachYearIsRepeated() throws IOException {
        var read =
                read(calendar("DTSTART;VALUE=DATE:20260501\nRRULE:FREQ=YEARLY", "DTSTART:20280229\nRRULE:FREQ=YEARLY"));
        assertThat(read.problems()).isEmpty();
        assertThat(read.holidays())
                .extracting(Holiday::date)
                .contains(LocalDate.of(2035, 5, 1), LocalDate.of(2032, 2, 29));
        assertThat(read.holidays()).hasSize(10 + 3);
    }

    @Test
    void whatCanNotBeRepeatedIsTold() throws IOException {
        var read = read(calendar("DTSTART:20261126\nSUMMARY:Thanksgiving\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"));
        assertThat(read.holidays()).hasSize(1);
        assertThat(read.problems()).extracting(Problem::code).containsExactly("calendar.rule_left_out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0",
                "BEGIN:VEVENT\nDTSTART:20260101",
                "date,name\n2026-01-01,x",
                ";;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;"
            })
    void whatIsNoCalendarIsRefused(String text) throws IOException {
        var read = read(text);
        assertThat(read.holidays()).isEmpty();
        assertThat(read.problems()).extracting(Problem::code).containsExactly("calendar.none");
    }

    @Test
    void aDayThatIsNoneIsToldWithItsLine() throws IOException {
        var read = read(calendar("SUMMARY:x\nDTSTART:20260230"));
        assertThat(read.problems())
                .containsExactly(Problem.error(
                        "calendar.bad_day", folder.resolve("days.ics").toString(), 5, "20260230"));
    }

    @Test
    void aFolderAndWhatIsMissingAreTold() {
        assertThat(new HolidayCalendar(List.of()).read(folder).problems())
                .extracting(Problem::code)
                .containsExactly("file.folder");
        assertThat(new HolidayCalendar(List.of())
                        .read(folder.resolve("none.ics"))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("file.missing");
    }
}
