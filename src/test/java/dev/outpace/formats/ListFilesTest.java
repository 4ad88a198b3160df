package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.ReadRow.Accepted;
import dev.outpace.formats.ReadRow.Rejected;
import dev.outpace.model.Address;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.Problem;
import dev.outpace.workspace.ProblemWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as dialers, address books and lead forms write them: whom they ring without a word of their supervisor. */
class ListFilesTest {
    private final TargetFiles files = new TargetFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    /** Each row by its line: name and numbers, or why it was rejected. Rows that only fill a file are called g0 or x0. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
        A05_vicidial_dccsv10 | US | 2 ANGELA SMITH +12125550101 +12125550111 +12125550121 +12125550131 +12125550141; \
        3 BOB JONES +12125550102 +12125550112 +12125550122 +12125550132 +12125550142
        A06_vicidial_vote17 | US | 2 Da Silva Ramos +12125550101; 3 Ramos +12125550102
        A11_outlook | US | 2 Ann Bell +12125550101 +12125550111 +12125550121; 4 Bob Cole +12125550102
        A12_outlook_german_cp1252 | DE | 2 Jörg Müller +493023125101 +4915123456789; \
        3 Änne Weiß +493023125102 +493023125112
        A16_facebook_lead_ads | US | 2 Ann 1 +12125550101; 3 Ann 2 +12125550102; 4 Ann 3 +12125550103
        A18_genesys_egag | US | 2 LARRY TODD +12125550101 +12125550111 +12125550121; 3 ANN BELL +12125550102
        A24_whazing_ptBR | BR | 2 User +555551900000; 3 João +5511912345678
        A25_discador_AR | US | 2 Juan Pérez +541112345678; 3 María García +541123456789
        B08_shift_jis | US | 2 山田太郎 +12125550101; 3 鈴木花子 +12125550102
        B09_macroman | US | 2 Jšrg †nal +12125550101; 3 �sa ‚elik +12125550102
        B11_gb18030 | US | 2 张伟 +12125550101
        B12_cp1251 | US | 2 Иван Петров +12125550101
        B14_utf8_one_bad_byte | US | 2 Jörg1 +12125550101; 3 Jörg2 +12125550102; 4 Jörg3 +12125550103; \
        5 Jörg4 +12125550104; 6 Bad� +12125550105
        C08_sep_caret | US | 3 Ann +12125550101
        C17_space_before_quote | US | 2 Ann +12125550101
        C25_header_only | US | ``
        D01_sci | US | 2 !number.scientific; 3 !number.scientific; 4 !number.scientific; 5 !number.scientific
        D02_excel_formula_text | US | 2 Ann +12125550101; 3 Bob +12125550102; 4 Carl +12125550103
        D05_extensions | US | 2 !number.extension; 3 !number.extension; 4 !row.too_many_columns; \
        5 !number.extension; 6 !number.several
        D06_two_in_cell | US | 2 !number.several; 3 !number.several; 4 !number.too_short; 5 !number.several; \
        6 !number.too_long
        D11_letters | US | 2 !number.letters; 3 !number.letters; 4 !number.letters; 5 !number.letters; \
        6 !number.letters
        D13_email_in_phone | US | 2 !number.email; 3 !number.email
        D15_emergency | US | 2 !number.emergency; 3 !number.emergency; 4 !number.emergency; \
        5 !number.emergency; 6 !row.no_destination; 7 !number.too_short; 8 !number.not_a_number; \
        9 !number.not_a_number
        D16_premium | US | 2 n1 +19002345678 (costly); 3 n2 +449098790101 (costly); \
        4 n3 +8821012345678 (costly); 5 n4 +870772001234 (costly); 6 !number.placeholder; \
        7 !number.placeholder
        D20_too_long_short | US | 2 !number.too_long; 3 !number.too_short; 4 !number.too_long; \
        5 !number.too_short
        D23_FR | FR | 2 a +33199000101; 3 b +33199000102; 4 c +33199000103; 5 d +33199000104
        D25_IT_leading_zero | IT | 2 a +390699990101; 3 b +390699990102
        D29_country_column | US | 2 a +442079460101; 3 b +12125550102
        E03_same_number_twice_in_row | US | 2 Ann +12125550101
        E08_headers_de | US | 2 Anna Bell +12125550101 +12125550111; 3 Bob Cole +12125550102
        E10_headers_es | US | 2 Ana Bell +12125550101 +12125550111; 3 Bob Cole +12125550102
        E11_headers_ja | US | 2 山田 +12125550101 +12125550111; 3 鈴木 +12125550102
        E13_headers_ru | US | 2 Иван Петров +12125550101
        E14_headers_pl | US | 2 Jan Kowalski +12125550101
        E18_date_like_no_header_named | US | 2 Ann +12125550101
        E19_first_row_bad_phone_header | US | 2 !row.no_destination; 3 !row.no_destination; \
        4 !row.no_destination; 5 Dan +12125550104
        F02_formula_text | US | 16 n1 +12125550101; 17 n2 +12125550103; 18 n3 +12125550102
        F03_apostrophe | US | 16 n1 +12125550101; 17 n2 +12125550102; 18 n3 +12125550103
        F17_emergency_de | DE | 16 !number.emergency; 17 !number.emergency; 18 !number.emergency; \
        19 !number.emergency; 20 !number.emergency; 21 !number.emergency
        F20_invalid_possible | US | 16 !number.placeholder; 17 !number.placeholder; \
        18 n3 +15005550006 (costly); 19 !number.not_in_use; 20 !number.too_short; 21 !number.placeholder; \
        22 !number.no_such_country; 23 !number.too_short; 24 !number.no_such_country; \
        25 !number.no_such_country
        F22_long_note_injects | US | 2 !row.broken_quote; 59 Bob +12125550102
        F25_outlook_mobile_only | US | 2 Ann Bell +12125550101; 3 Bob Cole +12125550102
        F27_phone_in_21st_row_only | US | 27 Ann +12125550101
        F29_vat_iban_nohdr | GB | 1 Ann +442079460101; 2 Bob +442079460102
        F31_datetime_col | US | 2 Ann +12125550101; 3 Bob +12125550102
        F32_timestamp_col_noheader | US | 1 Ann +12125550101; 2 Bob +12125550102
        F34_nl_kundennr_de_region | DE | 2 Ann +493023125101; 3 Bob +493023125102
        F35_do_not_call_col | US | 2 !row.do_not_call; 3 Bob +12125550102
        F45_comma_tab_tie | US | 2 !number.letters; 3 !number.letters
        """)
    void onlyWhoIsMeantIsDialed(String name, String region, String rows) throws Exception {
        var read = read(sample(name), region);

        assertThat(read.stream()
                        .filter(row -> !(row instanceof Accepted(var _, var target, var _)
                                && target.name().matches("[gx]\\d+")))
                        .filter(row -> !(row instanceof Rejected(var _, var _, var cells)
                                && cells.getFirst().matches("[gx]\\d+")))
                        .map(ListFilesTest::text)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(rows);
    }

    private static String text(ReadRow row) {
        return switch (row) {
            case Rejected(var line, var reason, var _) -> line + " !" + reason.code();
            case Accepted(var line, var target, var costly) ->
                line + " " + target.name() + " "
                        + target.destinations().stream()
                                .flatMap(Stream::ofNullable)
                                .map(Address::target)
                                .collect(Collectors.joining(" "))
                        + (costly ? " (costly)" : "");
        };
    }

    /** A code in one column and the number in the next, as VICIdial writes them. */
    @Test
    void aCallingCodeOfItsOwnColumnBelongsToTheNumber() throws Exception {
        var file = csv("""
            vendor_lead_code,phone_code,phone_number,first_name
            1000000001,44,2079460101,Ann
            2,1,2125550102,Bob
            """);

        assertThat(read(file, "US"))
                .extracting(ListFilesTest::text)
                .containsExactly("2 Ann +442079460101", "3 Bob +12125550102");
    }

    /** Nobody knows that these are phones: they wait for a person to say so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer number,date\n1000000001,2026-01-05 10\n1000000002,2026-01-06 11\n",
                "name,fax\nAnn,+12125550101\n",
                "name,account,card\nAnn,2125550101,4929123412341234\n",
                "Ann,2125550101\nBob,2125550102\n",
                "name,zip,created\nAnn,100011234,20260105101500\n",
                "First Name Phonetic,phone_code\nAnn,2125550101\n",
                "name,number\nAnn,2026-01-05 10\nBob,2026-01-06 10\n"
            })
    void aColumnThatIsNoPhoneForCertainIsNoDestination(String text) throws Exception {
        assertThat(ColumnMapping.suggested(files.facts(csv(text))).problems())
                .extracting(Problem::code)
                .containsExactly("csv.no_destination_column");
    }

    /** Of seven phones the first five that are there are dialed, and no number is lost. */
    @Test
    void whatFindsNoFreeDestinationIsKeptInTheData() throws Exception {
        var file = csv("name,phone1,phone2,phone3,phone4,phone5,phone6,phone7\nAnn,,2125550101,2125550102,2125550103,"
                + "2125550104,2125550105,2125550106\n");

        assertThat(read(file, "US")).singleElement().satisfies(row -> {
            assertThat(text(row)).endsWith("+12125550105");
            assertThat(row)
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(accepted.target().data()).isEqualTo("{\"phone7\":\"2125550106\"}"));
        });
    }

    @Test
    void aCharacterSetThatIsNotCertainIsToldAndCanBeChosen() throws Exception {
        var facts = files.facts(sample("B09_macroman"));
        assertThat(facts.doubts()).extracting(Problem::code).containsExactly("csv.charset_guessed");

        var chosen = files.facts(facts, ((CsvForm) facts.form()).withCharset(Charset.forName("x-MacRoman")));

        assertThat(chosen.doubts()).isEmpty();
        assertThat(chosen.samples().getFirst().getFirst()).isEqualTo("Jörg Ünal");
        assertThat(files.facts(sample("B14_utf8_one_bad_byte")).doubts())
                .extracting(Problem::code)
                .containsExactly("csv.broken_bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "EUC-KR, '이름,전화번호', x-windows-949",
        "windows-1250, 'Příjmení;Telefon', windows-1250",
        "windows-1252, 'Prénom;Téléphone', windows-1252",
        "windows-1251, 'Фамилия;Телефон', windows-1251",
        "GB18030, '姓名,手机', GB18030",
        "Shift_JIS, '氏名,携帯', windows-31j"
    })
    void aHeaderThatItMakesSenseOfTellsTheCharacterSet(String written, String header, String found) throws Exception {
        var file = Files.write(
                folder.resolve("f.csv"),
                (header + "\nA" + header.charAt(1) + ",1\n").getBytes(Charset.forName(written)));

        var facts = files.facts(file);

        assertThat(header.split("[,;]")).isEqualTo(facts.columns().toArray());
        assertThat(((CsvForm) facts.form()).charset()).isEqualTo(Charset.forName(found));
        assertThat(facts.doubts()).isEmpty();
    }

    /** A note may hold a table; where its quote is never closed, what looks like rows is still a note among its lines. */
    @Test
    void linesOfANoteAreNoRows() throws Exception {
        var note = "line\n".repeat(200) + "Boss,+12125550199,do not call\n";

        assertThat(read(csv("name,phone,note\nAnn,+12125550101,\"" + note + "\"\nBob,+12125550102,x\n"), "US"))
                .extracting(ListFilesTest::text)
                .containsExactly("2 Ann +12125550101", "204 Bob +12125550102");
        assertThat(read(csv("name,phone,note\nAnn,+12125550101,\"" + note + "Bob,+12125550102,x\n"), "US"))
                .extracting(ListFilesTest::text)
                .containsExactly("2 !row.broken_quote");
    }

    @Test
    void whatIsLeftOutWithAnOpenQuoteIsTold() throws Exception {
        var rows = "Bob,+12125550102,x\n".repeat(3);

        assertThat(read(csv("name,phone,note\nAnn,+12125550101,\"a note\nof two lines\n" + rows), "US"))
                .singleElement()
                .extracting(ListFilesTest::sentence)
                .isEqualTo("A quote is not closed; the 4 lines after it are skipped, too.");
        assertThat(read(csv("name,phone,note\nAnn,+12125550101,\"a note\n" + rows), "US"))
                .hasSize(4)
                .first()
                .extracting(ListFilesTest::sentence)
                .isEqualTo("A quote is not closed.");
    }

    private static String sentence(ReadRow row) {
        return row instanceof ReadRow.Rejected rejected ? new ProblemWords().sentence(rejected.reason()) : "";
    }

    @Test
    void rejectedRowsOfAFileWithoutHeaderAreRecognisedAgain() throws Exception {
        var file = csv("Ann,+1 212 555 0101\nBob,+1 212 555 01\nCid,+1 212 555 0103\n");
        var facts = files.facts(file);
        var out = new ByteArrayOutputStream();
        try (var download = files.rejectedRows(facts, out)) {
            for (var row : read(file, "US")) {
                if (row instanceof Rejected rejected) {
                    download.write(rejected, "too short");
                }
            }
        }
        var corrected = out.toString(StandardCharsets.UTF_8).replace("555 01\"", "555 0102\"");

        var again = csv(corrected);

        assertThat(ColumnMapping.suggested(files.facts(again)).columns())
                .extracting(ColumnMapping.Column::use)
                .endsWith(new ColumnUse.Skip(), new ColumnUse.Skip());
        assertThat(read(again, "US"))
                .singleElement()
                .satisfies(row -> assertThat(text(row)).endsWith("+12125550102"));
    }

    @Test
    void rowsOfDelimitersAloneAreNoRows() throws Exception {
        assertThat(read(csv("name,phone\nAnn,+12125550101\n,\n , \n"), "US")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(bytes = {'P', (byte) 0xD0})
    void aWorkbookIsToldByItsFirstBytes(byte first) throws Exception {
        var head = first == 'P'
                ? new byte[] {'P', 'K', 3, 4, 0, 0}
                : new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        var file = Files.write(folder.resolve("f.csv"), head);

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(FileRefused.class, () -> files.facts(file))
                        .problem()
                        .code())
                .isEqualTo(first == 'P' ? "workbook.damaged" : "workbook.old");
    }

    private List<ReadRow> read(Path file, String region) throws Exception {
        var facts = files.facts(file);
        var choices = new TargetChoices(ColumnMapping.suggested(facts), region, true, true);
        var rows = new ArrayList<ReadRow>();
        try (var reader = files.open(facts, choices, new UUID(7, 7), _ -> 0, Instant.EPOCH)) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private Path sample(String name) throws IOException {
        Files.createDirectories(folder.resolve("lists"));
        return Samples.copy("lists/" + name + ".csv", folder);
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("f.csv"), text);
    }
}
