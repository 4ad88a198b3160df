package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.outpace.formats.ReadRow.Accepted;
import dev.outpace.formats.ReadRow.Rejected;
import dev.outpace.model.ColumnUse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookTest {
    private static final int MEGABYTE = 1 << 20;

    private final TargetFiles files = new TargetFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    @Test
    void rowsOfASheetAreReadAsThoseOfACsvFileAre() throws Exception {
        var file = new Workbooks()
                .shared("customer", "mobile", "note", "Rosa Delgado", "(212) 555-0100", "call after 5")
                .sheet(
                        "Leads",
                        "<row r=\"1\">" + shared("A1", 0) + shared("B1", 1) + shared("C1", 2) + "</row>"
                                + "<row r=\"2\">" + shared("A2", 3) + shared("B2", 4) + shared("C2", 5) + "</row>"
                                + "<row r=\"3\"/><row r=\"4\"><c r=\"A4\" s=\"1\"/></row>"
                                + Workbooks.row(6, "Tom", "nobody", "=1+1") + Workbooks.row(7, "Ann", "+12125550102"))
                .in(folder.resolve("leads.xlsx"));

        var facts = files.facts(file);
        assertThat(facts.form()).isEqualTo(new SheetForm("Leads", List.of("Leads"), true));
        assertThat(facts.rows()).isEqualTo(3);
        assertThat(facts.columns()).containsExactly("customer", "mobile", "note");
        var rows = read(facts);
        assertThat(rows.stream().map(WorkbookTest::text))
                .containsExactly(
                        "2 Rosa Delgado +12125550100 {\"note\":\"call after 5\"}",
                        "6 number.not_a_number",
                        "7 Ann +12125550102 ");
        var out = new ByteArrayOutputStream();
        try (var rejected = files.rejectedRows(facts, out)) {
            for (var row : rows) {
                if (row instanceof Rejected bad) {
                    rejected.write(bad, "no number");
                }
            }
        }
        var corrected = Files.writeString(
                folder.resolve("corrected.csv"),
                out.toString(StandardCharsets.UTF_8).replace("nobody", "2125550103"));
        assertThat(read(files.facts(corrected)).stream().map(WorkbookTest::text))
                .containsExactly("2 Tom +12125550103 {\"note\":\"=1+1\"}");
    }

    @Test
    void numbersDatesAndFormulasAreWhatTheSpreadsheetShows() throws Exception {
        var file = new Workbooks()
                .sheet(
                        "Leads",
                        Workbooks.row(1, "name", "phone", "born", "seen", "local", "price", "formula", "yes")
                                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>B1&amp;C1</f><v>Ann Bell</v></c>"
                                + "<c r=\"B2\"><v>1.2125550123E10</v></c><c r=\"C2\" s=\"1\"><v>46156</v></c>"
                                + "<c r=\"D2\" s=\"2\"><v>46156.75</v></c><c r=\"E2\" s=\"3\"><v>2079460123</v></c>"
                                + "<c r=\"F2\" s=\"4\"><v>12.5</v></c><c r=\"G2\"><f>SUM(F2:F9)</f><v>1.2E3</v></c>"
                                + "<c r=\"H2\" t=\"b\"><v>1</v></c></row>")
                .in(folder.resolve("leads.xlsx"));

        assertThat(text(read(files.facts(file)).getFirst()))
                .isEqualTo("2 Ann Bell +12125550123 {\"born\":\"2026-05-14\",\"seen\":\"2026-05-14T18:00\","
                        + "\"local\":\"02079460123\",\"price\":\"12.5\",\"formula\":\"1200\",\"yes\":\"true\"}");
    }

    @Test
    void theFirstSheetWithRowsIsTakenUnlessOneIsNamed() throws Exception {
        var file = new Workbooks()
                .sheet("Cover", "")
                .sheet("May", Workbooks.row(1, "name", "phone") + Workbooks.row(2, "Ann", "+12125550101"))
                .sheet("June", Workbooks.row(1, "name", "phone") + Workbooks.row(2, "Bob", "+12125550102"))
                .in(folder.resolve("leads.xlsx"));

        var first = files.facts(file);
        assertThat(first.form()).isEqualTo(new SheetForm("May", List.of("Cover", "May", "June"), true));
        assertThat(text(read(files.facts(file, null, "june")).getFirst())).startsWith("2 Bob");
        var other = files.facts(first, new SheetForm("June", List.of("Cover", "May", "June"), true));
        assertThat(text(read(other).getFirst())).startsWith("2 Bob");
        var refused = catchThrowableOfType(FileRefused.class, () -> files.facts(file, null, "July"));
        assertThat(refused.problem().code()).isEqualTo("workbook.no_sheet");
        assertThat(refused.problem().args()).containsExactly("July", "Cover, May, June");
    }

    @Test
    void threeHundredColumnsAreNoTrouble() throws Exception {
        var header = new StringBuilder("<row r=\"1\">");
        var cells = new StringBuilder("<row r=\"2\">");
        for (int i = 0; i < 300; i++) {
            header.append("<c t=\"inlineStr\"><is><t>" + (i == 299 ? "phone" : "c" + i) + "</t></is></c>");
            cells.append("<c t=\"inlineStr\"><is><t>" + (i == 299 ? "+12125550100" : "x" + i) + "</t></is></c>");
        }
        var file = new Workbooks()
                .sheet("Wide", header + "</row>" + cells + "</row>")
                .in(folder.resolve("wide.xlsx"));

        var facts = files.facts(file);
        assertThat(facts.columns()).hasSize(300);
        assertThat(read(facts))
                .singleElement()
                .isInstanceOfSatisfying(
                        Accepted.class,
                        row -> assertThat(row.target().destinations().getFirst())
                                .isNotNull());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("a bomb", "workbook.bomb", new Workbooks().sheet("S", out -> {
                            var row = Workbooks.row(1, "a", "b").getBytes(StandardCharsets.UTF_8);
                            for (long written = 0; written < 200L * MEGABYTE; written += row.length) {
                                out.write(row);
                            }
                        })),
                Arguments.of(
                        "strings without end",
                        "workbook.bomb",
                        new Workbooks().sheet("S", "").strings(out -> {
                            var random = new Random(1);
                            for (int i = 0; i < 3_000_000; i++) {
                                Workbooks.write(out, "<si><t>" + random.nextLong() + random.nextLong() + "</t></si>");
                            }
                        })),
                Arguments.of("a cell of 30 MB", "workbook.cell_too_long", new Workbooks().sheet("S", out -> {
                            Workbooks.write(out, "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>");
                            for (int i = 0; i < 30; i++) {
                                out.write("1".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8));
                            }
                            Workbooks.write(out, "</t></is></c></row>");
                        })),
                Arguments.of("a cell in pieces", "workbook.cell_too_long", new Workbooks().sheet("S", out -> {
                            Workbooks.write(out, "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>");
                            for (int i = 0; i < 100_000; i++) {
                                Workbooks.write(out, "<r><t>" + i + "</t></r>");
                            }
                            Workbooks.write(out, "</is></c></row>");
                        })),
                Arguments.of(
                        "a cell far to the right",
                        "workbook.too_wide",
                        new Workbooks().sheet("S", "<row r=\"1\"><x:c y=\">\" r=\"ZZZZZZ1\"><v>1</v></x:c></row>")),
                Arguments.of("cells without end", "workbook.too_wide", new Workbooks().sheet("S", out -> {
                            Workbooks.write(out, "<row r=\"1\">");
                            for (int i = 0; i < 20_000; i++) {
                                Workbooks.write(out, "<c><v>" + i + "</v></c>");
                            }
                            Workbooks.write(out, "</row>");
                        })),
                Arguments.of(
                        "entities",
                        "workbook.damaged",
                        new Workbooks()
                                .sheet("S", "")
                                .strings(out ->
                                        Workbooks.write(out, "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbbbb\">]><sst/>"))),
                Arguments.of(
                        "a row cut off",
                        "workbook.damaged",
                        new Workbooks().sheet("S", "<row r=\"1\"><c r=\"A1\"><v>1</v></sheetData")),
                Arguments.of("no row", "csv.empty", new Workbooks().sheet("S", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatIsNoListIsRefusedInOneSentence(String name, String code, Workbooks workbook) throws Exception {
        var file = workbook.in(folder.resolve("hostile.xlsx"));

        assertThat(catchThrowableOfType(FileRefused.class, () -> files.facts(file))
                        .problem()
                        .code())
                .isEqualTo(code);
    }

    @Test
    void aZipFileThatIsNoWorkbookIsRefused() throws Exception {
        var cut = Files.write(
                folder.resolve("cut.xlsx"),
                Arrays.copyOf(
                        Files.readAllBytes(new Workbooks().sheet("S", "").in(folder.resolve("whole.xlsx"))), 500));

        assertThat(catchThrowableOfType(FileRefused.class, () -> files.facts(cut))
                        .problem()
                        .code())
                .isEqualTo("workbook.damaged");
    }

    private static String shared(String place, int index) {
        return "<c r=\"" + place + "\" t=\"s\"><v>" + index + "</v></c>";
    }

    private List<ReadRow> read(TableFacts facts) throws Exception {
        var choices = new TargetChoices(ColumnMapping.suggested(facts), "US", true, true);
        var rows = new ArrayList<ReadRow>();
        try (var reader = files.open(facts, choices, new UUID(7, 7), _ -> 0, Instant.EPOCH)) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
            assertThat(reader.problem()).isEmpty();
        }
        return rows;
    }

    private static String text(ReadRow row) {
        return switch (row) {
            case Rejected(var line, var reason, var _) -> line + " " + reason.code();
            case Accepted(var line, var target, var _) -> {
                var first = target.destinations().getFirst();
                yield line + " " + target.name() + " " + (first == null ? "" : first.target()) + " " + target.data();
            }
        };
    }

    @Test
    void whatIsDialedBeforeANumberIsJoinedWithIt() throws Exception {
        for (var code : List.of("44", "+44", "0044", "01144")) {
            var file = new Workbooks()
                    .sheet(
                            "S",
                            Workbooks.row(1, "phone_code", "phone_number")
                                    + Workbooks.row(2, code, "020 7946 0123")
                                    + Workbooks.row(3, code, "2079460124"))
                    .in(folder.resolve("codes.xlsx"));
            var facts = files.facts(file);
            assertThat(ColumnMapping.suggested(facts).columns().getFirst().use())
                    .isEqualTo(new ColumnUse.PhoneCode());
            assertThat(read(facts).stream().map(WorkbookTest::text))
                    .containsExactly("2  +442079460123 ", "3  +442079460124 ");
        }
    }
}
