package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.formats.ReadRow.Accepted;
import dev.outpace.formats.ReadRow.Rejected;
import dev.outpace.model.Address;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.ColumnUse.Data;
import dev.outpace.model.ColumnUse.Destination;
import dev.outpace.model.ColumnUse.Name;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetFilesTest {
    private static final UUID LIST = new UUID(7, 7);
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final int HUNDRED_MEGABYTES = 100 << 20;

    private final AtomicLong lastId = new AtomicLong();
    private final TargetFiles files = new TargetFiles(() -> new UUID(1, lastId.incrementAndGet()));

    @TempDir
    Path folder;

    @Test
    void theFactsOfTheSampleAreFound() throws Exception {
        var facts = files.facts(Samples.copy(Samples.TARGETS, folder));

        assertThat(facts.form()).isEqualTo(new CsvForm(StandardCharsets.UTF_8, ';', true, false));
        assertThat(facts.bytes()).isEqualTo(11_533);
        assertThat(facts.rows()).isEqualTo(200);
        assertThat(facts.columns()).containsExactly("customer", "mobile", "home", "work", "policy_no", "agent_note");
        assertThat(facts.samples()).hasSize(20);
        assertThat(facts.samples().getFirst())
                .containsExactly("Eleni Adeyemi", "(212) 555-0100", "", "", "HP-204400", "call after 5");
    }

    @Test
    void theMappingOfTheSampleIsGuessedFromItsHeader() throws Exception {
        var mapping = ColumnMapping.suggested(files.facts(Samples.copy(Samples.TARGETS, folder)));

        assertThat(mapping.columns().stream().map(ColumnMapping.Column::use))
                .containsExactly(
                        new Name(),
                        new Destination(0),
                        new Destination(1),
                        new Destination(2),
                        new Data("policy_no"),
                        new Data("agent_note"));
        assertThat(mapping.problems()).isEmpty();
    }

    /** Line 19: not a number. Line 35: no destination. Line 50: the mobile number of line 4. */
    @Test
    void ofTheSampleExactlyThreeRowsAreRejected() throws Exception {
        var rows = importSample(true, true);

        assertThat(rows).hasSize(200);
        assertThat(rejected(rows))
                .containsExactly(
                        new Rejected(
                                19,
                                Problem.error("number.not_a_number", "mobile", "not a number"),
                                List.of("Eleni Kazemi", "not a number", "", "", "HP-204417", "")),
                        new Rejected(
                                35,
                                Problem.error("row.no_destination", ""),
                                List.of("Jonas Haddad", "", "", "", "HP-204433", "")),
                        new Rejected(
                                50,
                                Problem.error("row.in_file", "", "+12125550102"),
                                List.of("Jonas Kazemi", "(212) 555-0102", "+44 20 7946 0028", "", "HP-204448", "")));
    }

    @Test
    void everyAcceptedRowOfTheSampleIsWhatTheFileSays() throws Exception {
        var lines = Samples.text(Samples.TARGETS).lines().toList();

        for (var row : accepted(importSample(true, true))) {
            var cells = lines.get((int) row.line() - 1).split(";", -1);
            var target = row.target();
            assertThat(target.name()).isEqualTo(cells[0]);
            assertThat(target.destinations())
                    .containsExactly(
                            Address.tel("+1" + cells[1].replaceAll("\\D", "")),
                            cells[2].isEmpty() ? null : Address.tel(cells[2].replace(" ", "")),
                            cells[3].isEmpty() ? null : Address.sip(cells[3].replace("sip:", "")),
                            null,
                            null);
            var note = cells[5].replace("\"", "");
            var data = Json.Obj.EMPTY.with("policy_no", new Json.Text(cells[4]));
            assertThat(new JacksonJson().read(target.data()))
                    .isEqualTo(note.isEmpty() ? data : data.with("agent_note", new Json.Text(note)));
            assertThat(target.outdialId()).isEqualTo(LIST);
            assertThat(target.status()).isEqualTo(TargetStatus.IDLE);
            assertThat(target.tryCounts()).containsOnly(0);
            assertThat(target.stamps()).isEqualTo(Stamps.createdAt(NOW));
        }
    }

    @Test
    void aFormulaIsTextLikeAnyOther() throws Exception {
        var target = accepted(importSample(true, true)).stream()
                .filter(row -> row.line() == 62)
                .findFirst()
                .orElseThrow()
                .target();

        assertThat(target.data()).isEqualTo("{\"policy_no\":\"HP-204460\",\"agent_note\":\"=1+1\"}");
    }

    @Test
    void numbersMayStayAsTheyStandAndDuplicatesMayCome() throws Exception {
        var rows = accepted(importSample(false, false));

        assertThat(rows).hasSize(198);
        assertThat(rows.getFirst().target().destinations().getFirst())
                .isEqualTo(Address.tel("+12125550100").writtenAs("(212) 555-0100"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNumberThatTheListHasIsRejectedHoweverItIsWritten(boolean countryForm) throws Exception {
        var file = csv("name,mobile\nA,(212) 555-0100\nB,+12125550101\n");

        var rows = read(file, countryForm, true, Set.of("tel:+12125550100")::contains);

        assertThat(rejected(rows)).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason().code()).isEqualTo("row.in_list");
        });
        assertThat(accepted(rows)).hasSize(1);
    }

    static Stream<CsvForm> forms() {
        return Stream.of(',', ';', '\t', '|')
                .flatMap(delimiter -> Stream.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252")
                        .map(charset -> new CsvForm(Charset.forName(charset), delimiter, true, false)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void delimiterAndCharacterSetAreFound(CsvForm form) throws Exception {
        var text = "customer;mobile;note\nLucía;+1 212 555 0100;\"a;b, c|d\te\"\nMå;+1 212 555 0101;\n"
                .replace("a;b, c|d\te", "a" + form.delimiter() + "b")
                .replace(";", String.valueOf(form.delimiter()))
                .replace("\n", "\r\n");
        var mark = form.charset().name().startsWith("UTF-16") ? "\uFEFF" : "";
        var file = Files.write(folder.resolve("f.csv"), (mark + text).getBytes(form.charset()));

        assertThat(files.facts(file).form()).isEqualTo(form);
        assertThat(files.facts(file).rows()).isEqualTo(2);
        assertThat(accepted(read(file)))
                .extracting(row -> row.target().name() + " " + row.target().data())
                .containsExactly(
                        "Lucía {\"note\":\"a" + (form.delimiter() == '\t' ? "\\t" : form.delimiter()) + "b\"}", "Må ");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        var facts = files.facts(csv("\uFEFFname,mobile\nA,+12125550100\n"));

        assertThat(facts.columns()).containsExactly("name", "mobile");
        assertThat(((CsvForm) facts.form()).charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void aLineThatNamesTheDelimiterIsObeyed() throws Exception {
        var file = csv("sep=|\nname|mobile\nA, B; C|+12125550100\n");

        assertThat(files.facts(file).rows()).isEqualTo(1);
        assertThat(accepted(read(file))).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.target().name()).isEqualTo("A, B; C");
        });
    }

    @Test
    void aFileWithoutHeaderIsMappedByItsCells() throws Exception {
        var file = csv("HP-1,Rosa Delgado,(212) 555-0100\nHP-2,Tom Braun,(212) 555-0101\n");

        var facts = files.facts(file);
        assertThat(facts.form().header()).isFalse();
        assertThat(facts.columns()).containsExactly("column_1", "column_2", "column_3");
        assertThat(accepted(read(file)))
                .extracting(row -> row.target().name() + " " + row.target().data())
                .containsExactly("Rosa Delgado {\"column_1\":\"HP-1\"}", "Tom Braun {\"column_1\":\"HP-2\"}");
        assertThat(files.facts(facts, facts.form().withHeader(true)).rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        first_name,last_name,cell phone   | Ann,Bee,+12125550100       | Name Name 1
        Full Name,Phone Number,E-Mail     | Ann,+12125550100,a@b.com   | Name 1 E-Mail
        contact,workPhone,homeAddress     | Ann,+12125550100,5 Oak St  | Name 1 homeAddress
        policy number,customer,Telefon    | 1234567,Ann,+12125550100   | policy_number Name 1
        account,Rufnummer,description     | A-1,+12125550100,x         | account 1 Detail
        name,destination_0,destination_1  | Ann,+12125550100,a@b.com   | Name 1 2
        name,phone,phone                  | Ann,+12125550100,          | Name 1 2
        """)
    void columnsAreGuessed(String header, String row, String uses) throws Exception {
        var mapping = ColumnMapping.suggested(files.facts(csv(header + "\n" + row + "\n")));

        var found = mapping.columns().stream().map(column -> switch (column.use()) {
            case Destination(int index) -> String.valueOf(index + 1);
            case Data(var key) -> key.replace(' ', '_');
            case ColumnUse other -> other.getClass().getSimpleName();
        });
        assertThat(String.join(" ", found.toList())).isEqualTo(uses);
    }

    @Test
    void aMappingIsKeptForTheNextFileOfTheSameColumns() throws Exception {
        var first = files.facts(csv("customer,mobile,note\nA,+12125550100,x\n"));
        var chosen = ColumnMapping.suggested(first).with(2, new ColumnUse.Skip());

        var next = files.facts(Files.writeString(folder.resolve("g.csv"), "note,mobile,customer\ny,+12125550101,B\n"));
        var other = files.facts(Files.writeString(folder.resolve("h.csv"), "who,tel\nB,+12125550101\n"));

        assertThat(chosen.forFile(next).columns().stream().map(ColumnMapping.Column::use))
                .containsExactly(new ColumnUse.Skip(), new Destination(0), new Name());
        assertThat(chosen.forFile(other)).isEqualTo(ColumnMapping.suggested(other));
    }

    @Test
    void aMappingThatCannotBeImportedIsRefused() throws Exception {
        var facts = files.facts(csv("customer,mobile,home\nA,+12125550100,\n"));
        var suggested = ColumnMapping.suggested(facts);

        assertThat(suggested.with(2, new Destination(0)).problems())
                .containsExactly(Problem.error("csv.used_twice", "home"));
        assertThat(suggested.with(2, new Destination(5)).problems())
                .containsExactly(Problem.error("csv.no_such_destination", "home", 6, 5));
        var without = suggested.with(1, new ColumnUse.Skip()).with(2, new ColumnUse.Skip());
        assertThat(without.problems()).containsExactly(Problem.error("csv.no_destination_column", ""));
        assertThatThrownBy(() -> files.open(facts, new TargetChoices(without, "US", true, true), LIST, _ -> 0, NOW))
                .isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> files.open(facts, new TargetChoices(suggested, "XX", true, true), LIST, _ -> 0, NOW))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("csv.no_such_region");
    }

    @Test
    void oddRowsAreJudgedOneByOne() throws Exception {
        var file = csv("""
            name,mobile,note
            "Two
            lines",+12125550100,"said ""no"", twice"
            Short,+12125550101

            ,,
             , ,
            Spare,+12125550102,x,,
            Long,+12125550103,x,y,
            Quote,+12125550104,"never closed
            After,+12125550105,""
            Tail,+12125550106,"a" b
            Inch,+12125550107,5" pipe
            Dial,911,x
            Sip,boss@example.com,x
            Safe,'+12125550108,'=1+1
            """);

        var rows = read(file);

        assertThat(accepted(rows))
                .extracting(row -> row.line() + " " + row.target().name() + " "
                        + row.target().data())
                .containsExactly(
                        "2 Two\nlines {\"note\":\"said \\\"no\\\", twice\"}",
                        "4 Short ",
                        "8 Spare {\"note\":\"x\"}",
                        "11 After ",
                        "13 Inch {\"note\":\"5\\\" pipe\"}",
                        "16 Safe {\"note\":\"=1+1\"}");
        assertThat(rejected(rows))
                .extracting(row -> row.line() + " " + row.reason().code())
                .containsExactly(
                        "9 row.too_many_columns",
                        "10 row.broken_quote",
                        "12 row.broken_quote",
                        "14 number.emergency",
                        "15 number.email");
    }

    @Test
    void targetsComeOneByOneAndRejectedRowsBetweenThem() throws Exception {
        var facts = files.facts(Samples.copy(Samples.TARGETS, folder));
        var rejected = new ArrayList<Rejected>();
        var targets = new ArrayList<OutdialTarget>();

        try (var reader = open(facts, true, true, _ -> false)) {
            reader.targets(rejected::add).forEachRemaining(targets::add);

            assertThat(reader.accepted()).isEqualTo(197).isEqualTo(targets.size());
            assertThat(reader.rejected()).isEqualTo(3).isEqualTo(rejected.size());
            assertThat(reader.bytesRead()).isEqualTo(facts.bytes());
            assertThat(reader.problem()).isEmpty();
        }
    }

    @Test
    void readingGoesOnlyAsFarAsItIsAsked() throws Exception {
        var file = csv("name,mobile\n" + "Ann,+12125550100\n".repeat(100_000));

        try (var reader = open(files.facts(file), true, true, _ -> false)) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.bytesRead()).isLessThan(Files.size(file) / 10);
        }
    }

    @Test
    void aFileThatFailsWhileItIsReadEndsWithAProblem() throws Exception {
        var file = csv("name,mobile\n" + "Ann,+12125550100\n".repeat(100_000));
        var reader = open(files.facts(file), true, false, _ -> false);
        reader.close();

        assertThat(reader.targets(_ -> {})).toIterable().hasSizeLessThan(100_000);
        assertThat(reader.problem()).map(Problem::code).contains("file.unreadable");
    }

    @Test
    void rejectedRowsCanBeCorrectedAndImportedAgain() throws Exception {
        var file =
                csv("customer;mobile;note\n=cmd;nobody;@x\nB;+12125550100;-1;surplus\nC;+12125550101;'=2\n\"D;x;y\n");
        var facts = files.facts(file);
        var out = new ByteArrayOutputStream();
        var rows = read(file);
        try (var download = files.rejectedRows(facts, out)) {
            for (var row : rejected(rows)) {
                download.write(row, "reason " + row.reason().code());
            }
        }

        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.lines())
                .containsExactly(
                        "\uFEFF\"customer\";\"mobile\";\"note\";\"rejected_line\";\"rejected_reason\"",
                        "\"'=cmd\";\"nobody\";\"'@x\";\"2\";\"reason number.not_a_number\"",
                        "\"B\";\"+12125550100\";\"'-1\";\"3\";\"reason row.too_many_columns\";\"surplus\"",
                        "\"\"\"D;x;y\";\"\";\"\";\"5\";\"reason row.broken_quote\"");
        var corrected = text.replace("nobody", "+12125550109");
        var again = Files.writeString(folder.resolve("corrected.csv"), corrected);
        assertThat(accepted(read(again)))
                .extracting(row -> row.target().name() + " " + row.target().data())
                .containsExactly("=cmd {\"note\":\"@x\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `x`         | row.line_too_long
        `,`         | row.line_too_long
        `"`         | row.line_too_long
        `\u0000`    | csv.binary
        """)
    void aHundredMegabytesInOneLineAreRefused(char filler, String code) throws Exception {
        var bytes = new byte[HUNDRED_MEGABYTES];
        Arrays.fill(bytes, (byte) filler);
        var file = Files.write(folder.resolve("f.csv"), bytes);

        assertThat(refusal(file)).isEqualTo(code);
    }

    @Test
    void aHugeLineAmongOthersCostsOnlyItself() throws Exception {
        var file = csv("name,mobile\nA,+12125550100\nB," + "1".repeat(30 << 20) + "\nC,+12125550101\n");

        var rows = read(file);

        assertThat(accepted(rows)).extracting(Accepted::line).containsExactly(2L, 4L);
        assertThat(rejected(rows)).singleElement().satisfies(row -> {
            assertThat(row.reason().code()).isEqualTo("row.line_too_long");
            assertThat(row.cells().getFirst()).hasSizeLessThanOrEqualTo(1_000);
        });
    }

    @Test
    void halfAMillionOpenQuotesCostOnlyTheirLines() throws Exception {
        var file = csv("name,mobile\n" + "\"a,+12125550100\n,\n".repeat(500_000));

        assertThat(rejected(read(file))).hasSize(500_000);
    }

    @ParameterizedTest
    @CsvSource({"'', csv.empty", "'\n \r\n', csv.empty", "'a,\"b\n', row.broken_quote"})
    void aFileWithoutRowsIsRefused(String text, String code) throws Exception {
        assertThat(refusal(csv(text))).isEqualTo(code);
    }

    @Test
    void moreColumnsThanAnyoneHasAreRefused() throws Exception {
        assertThat(refusal(csv("a,".repeat(5_000) + "\n"))).isEqualTo("row.too_many_columns");
        assertThat(refusal(folder)).isEqualTo("file.folder");
        assertThat(refusal(folder.resolve("none.csv"))).isEqualTo("file.missing");
    }

    /** Whatever is cut off or changed: rows and problems, never an exception. */
    @Test
    void damagedSamplesAreReadToTheEnd() throws Exception {
        var whole = Samples.bytes(Samples.TARGETS);
        var pieces = "\"\";;,\t|\n\r='+-@ 0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var bytes = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int change = random.nextInt(30); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = pieces[random.nextInt(pieces.length)];
            }
            var file = Files.write(folder.resolve("damaged.csv"), bytes);
            var reached = rowsOrRefusal(file);
            assertThat(reached).as("seed %d", seed).isLessThanOrEqualTo(260);
        }
    }

    private int rowsOrRefusal(Path file) throws IOException {
        try {
            var facts = files.facts(file);
            var mapping = ColumnMapping.suggested(facts);
            try (var reader = files.open(facts, new TargetChoices(mapping, "US", true, true), LIST, _ -> 0, NOW)) {
                int rows = 0;
                while (reader.next().isPresent()) {
                    rows++;
                }
                assertThat(reader.problem()).isEmpty();
                return rows;
            }
        } catch (FileRefused refused) {
            assertThat(refused.problem().isError()).isTrue();
            return 0;
        }
    }

    private List<ReadRow> importSample(boolean countryForm, boolean skipDuplicates) throws Exception {
        return read(Samples.copy(Samples.TARGETS, folder), countryForm, skipDuplicates, _ -> false);
    }

    private List<ReadRow> read(Path file) throws Exception {
        return read(file, true, false, _ -> false);
    }

    private List<ReadRow> read(Path file, boolean countryForm, boolean skipDuplicates, Predicate<String> inList)
            throws Exception {
        var rows = new ArrayList<ReadRow>();
        try (var reader = open(files.facts(file), countryForm, skipDuplicates, inList)) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
            assertThat(reader.problem()).isEmpty();
        }
        return rows;
    }

    private TargetReader open(TableFacts facts, boolean countryForm, boolean skipDuplicates, Predicate<String> inList)
            throws FileRefused {
        var choices = new TargetChoices(ColumnMapping.suggested(facts), "US", countryForm, skipDuplicates);
        return files.open(facts, choices, LIST, first -> inList.test(first.dialKey()) ? KnownNumbers.TAKEN : 0, NOW);
    }

    private String refusal(Path file) {
        try {
            return "read: " + files.facts(file);
        } catch (FileRefused refused) {
            return refused.problem().code();
        }
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("f.csv"), text);
    }

    private static List<Accepted> accepted(List<ReadRow> rows) {
        return rows.stream()
                .filter(Accepted.class::isInstance)
                .map(Accepted.class::cast)
                .toList();
    }

    private static List<Rejected> rejected(List<ReadRow> rows) {
        return rows.stream()
                .filter(Rejected.class::isInstance)
                .map(Rejected.class::cast)
                .toList();
    }
}
