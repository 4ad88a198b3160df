package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.outpace.formats.ReadRow.Accepted;
import dev.outpace.formats.ReadRow.Rejected;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.Duplicates;
import dev.outpace.model.TargetRouting;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists say beyond names and numbers, and in which forms they come. */
class ListFormsTest {
    private final TargetFiles files = new TargetFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    /** What is dialed before the number stands in a column of its own, in whichever form, or in none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        phone_code,phone   | 44,020 7946 0101       | +442079460101
        phone_code,phone   | 44,2079460101          | +442079460101
        phone_code,phone   | 01144,2079460101       | +442079460101
        phone_code,phone   | 0044,020 7946 0101     | +442079460101
        phone_code,phone   | +44,+12125550101       | +12125550101
        phone_code,phone   | 44.0,02079460101       | +442079460101
        country_code,phone | 44,020 7946 0101       | +442079460101
        country_code,phone | GBR,020 7946 0101      | +442079460101
        country,phone      | United Kingdom,020 7946 0101 | +442079460101
        phone_code,phone   | ,(212) 555-0101        | +12125550101
        area_code,phone    | 212,555-0101           | +12125550101
        area_code,phone    | (212),555-0101         | +12125550101
        area_code,phone    | 212,212 555 0101       | +12125550101
        area_code,phone    | 212,+44 20 7946 0101   | +442079460101
        """)
    void whatIsDialedBeforeANumberIsJoinedWithIt(String header, String row, String number) throws Exception {
        var read = read(csv(header + ",name\n" + row + ",Ann\n" + row + ",Bob\n"), false);

        assertThat(numbers(read)).containsExactly(number, number);
    }

    @Test
    void anAreaCodeAndAPhoneCodeBothJoin() throws Exception {
        var read = read(csv("phone_code,vorwahl,telefon\n49,030,23125101\n0049,(030),23125102\n"), true);

        assertThat(numbers(read)).containsExactly("+493023125101", "+493023125102");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "\t"})
    void theLayoutOfLeadLoadersIsToldByItsValues(String delimiter) throws Exception {
        var lines = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            lines.append(String.join(
                            "|",
                            "V" + i,
                            "web",
                            "1001",
                            "44",
                            "207946010" + i,
                            "Ms",
                            "Ann",
                            "B",
                            "Bell" + i,
                            "5 Oak St",
                            "",
                            "",
                            "London",
                            "",
                            "",
                            "N1 9GU",
                            "GBR",
                            "F",
                            "1980-05-14",
                            "207946011" + i,
                            "a@b.com",
                            "blue",
                            "call after 5",
                            "0",
                            "NEW",
                            "2026-05-04 08:00:00"))
                    .append('\n');
        }
        var file = csv(lines.toString().replace("|", delimiter));
        var facts = files.facts(file);

        assertThat(facts.form().header()).isFalse();
        assertThat(facts.columns()).hasSize(26).startsWith("vendor_lead_code", "source_id", "list_id", "phone_code");
        var target = ((Accepted) read(file, true).getFirst()).target();
        assertThat(target.name()).isEqualTo("Ann Bell1");
        assertThat(target.destinations().getFirst().target()).isEqualTo("+442079460101");
        assertThat(target.destinations().get(1).target()).isEqualTo("+442079460111");
        assertThat(target.data()).contains("\"vendor_lead_code\":\"V1\"", "\"comments\":\"call after 5\"");
    }

    @Test
    void aPhoneCodeWithoutAHeaderIsToldByTheNumbersBehindIt() throws Exception {
        var wide = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            wide.append("id-" + i + "\t".repeat(20) + "x\t44\t207946010" + i + "\t".repeat(12) + "end\n");
        }
        var facts = files.facts(csv(wide.toString()));

        assertThat(facts.columns()).hasSize(35);
        assertThat(numbers(read(csv(wide.toString()), true)))
                .containsExactly("+442079460101", "+442079460102", "+442079460103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16WithoutAMarkIsFound(String charset) throws Exception {
        var text = "name;phone\nLucía Delgado;+12125550101\nMå Berg;+12125550102\n";
        var file = Files.write(folder.resolve("f.csv"), text.getBytes(Charset.forName(charset)));

        assertThat(((CsvForm) files.facts(file).form()).charset()).isEqualTo(Charset.forName(charset));
        assertThat(names(read(file, true))).containsExactly("Lucía Delgado", "Må Berg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "~", "¦", "\u001f", "\u0001", "!"})
    void rareDelimitersAreFound(String delimiter) throws Exception {
        var file = csv("name,phone,note\nAnn,+12125550101,a; b\nBob,+12125550102,c\n".replace(",", delimiter));

        assertThat(((CsvForm) files.facts(file).form()).delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(names(read(file, true))).containsExactly("Ann", "Bob");
    }

    @Test
    void singleQuotesAreFoundAndApostrophesAreNone() throws Exception {
        var quoted = csv("'name','phone'\n'O''Hara, Ann','+12125550101'\n'Bell, Bob','+12125550102'\n");
        assertThat(names(read(quoted, true))).containsExactly("O'Hara, Ann", "Bell, Bob");

        var plain = csv("name,phone\nO'Hara,'+12125550101\nD'Arcy,'+12125550102\n");
        assertThat(names(read(plain, true))).containsExactly("O'Hara", "D'Arcy");
    }

    @Test
    void zoneRegionPriorityAndCallBackAreKept() throws Exception {
        var file = csv("""
            name,phone,timezone,state,priority,call_at
            Ann,(212) 555-0101,America/Chicago,FL,5,2026-05-14 15:00
            Bob,(212) 555-0102,,ny,,05/14/2026 15:00
            Cid,(212) 555-0103,,,-2,2026-05-14T15:00+02:00
            Dan,(212) 555-0104,Middle Earth,FL,1,
            Eve,(212) 555-0105,,Atlantis,1,
            Fay,(212) 555-0106,,CA,much,
            Gil,(212) 555-0107,Europe/Paris,CA,1,after 5
            """);

        var rows = read(file, true);
        assertThat(rows.stream().map(ListFormsTest::routing))
                .containsExactly(
                        "America/Chicago US-FL 5 2026-05-14T20:00:00Z",
                        " US-NY 0 2026-05-14T19:00:00Z",
                        "  -2 2026-05-14T13:00:00Z",
                        "row.no_such_zone",
                        "row.no_such_region",
                        "row.no_priority",
                        "Europe/Paris US-CA 1 null");
        assertThat(((Accepted) rows.getLast()).target().data()).contains("\"call_at\":\"after 5\"", "\"state\":\"CA\"");
    }

    @Test
    void whatIsNoZoneOrStateInMostRowsStaysInTheData() throws Exception {
        var mapping = ColumnMapping.suggested(
                files.facts(csv("name,phone,timezone,state,priority\nAnn,+12125550101,Eastern,open,high\n")));

        assertThat(mapping.columns().stream().skip(2).map(ColumnMapping.Column::use))
                .allMatch(ColumnUse.Data.class::isInstance);
    }

    @Test
    void theFirstRowsArePreviewed() throws Exception {
        var facts = files.facts(csv("name,phone\nAnn,(212) 555-0101\nBob,nobody\nCid,(212) 555-0101\n"));
        var choices = new TargetChoices(ColumnMapping.suggested(facts), "US", true, true);

        var rows = files.preview(facts, choices, Instant.EPOCH, 10);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        Rejected.class, row -> assertThat(row.reason().code()).isEqualTo("number.not_a_number"));
        assertThat(rows.get(2)).isInstanceOf(Accepted.class);
    }

    @Test
    void rightToLeftNamesAndMarksDoNoHarm() throws Exception {
        var file = csv("\u200fname,phone\n\u202eשרה לוי,\u200e+12125550101\u200e\nمريم,\u202a(212) 555-0102\u202c\n");

        assertThat(numbers(read(file, true))).containsExactly("+12125550101", "+12125550102");
    }

    @Test
    void aFolderAndAPipeAreRefused() throws Exception {
        assertThat(refusal(folder)).isEqualTo("file.folder");
        var pipe = folder.resolve("pipe");
        var made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        org.junit.jupiter.api.Assumptions.assumeTrue(made == 0);
        assertThat(refusal(pipe)).isEqualTo("file.no_file");
    }

    private String refusal(Path file) {
        return catchThrowableOfType(FileRefused.class, () -> files.facts(file))
                .problem()
                .code();
    }

    private Path csv(String text) throws Exception {
        return Files.writeString(folder.resolve("f.csv"), text);
    }

    private List<ReadRow> read(Path file, boolean skipDuplicates) throws Exception {
        var facts = files.facts(file);
        var choices = new TargetChoices(
                ColumnMapping.suggested(facts),
                "US",
                true,
                skipDuplicates ? Duplicates.SKIP : Duplicates.ADD,
                ZoneId.of("America/New_York"));
        var rows = new ArrayList<ReadRow>();
        try (var reader = files.open(facts, choices, new UUID(7, 7), _ -> 0, Instant.EPOCH)) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static List<String> names(List<ReadRow> rows) {
        return rows.stream().map(row -> ((Accepted) row).target().name()).toList();
    }

    private static List<String> numbers(List<ReadRow> rows) {
        return rows.stream()
                .map(row -> switch (row) {
                    case Accepted(var _, var target, var _) ->
                        target.destinations().stream()
                                .filter(address -> address != null)
                                .map(address -> address.target())
                                .collect(Collectors.joining(" "));
                    case Rejected(var _, var reason, var _) -> reason.code();
                })
                .toList();
    }

    private static String routing(ReadRow row) {
        return switch (row) {
            case Accepted(var _, var target, var _) -> {
                TargetRouting routing = target.routing();
                yield routing.zone() + ' ' + routing.region() + ' ' + routing.priority() + ' ' + routing.callBackAt();
            }
            case Rejected(var _, var reason, var _) -> reason.code();
        };
    }
}
