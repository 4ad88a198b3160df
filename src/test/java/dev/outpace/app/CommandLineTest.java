package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Json;
import dev.outpace.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/outpace/formats");

    @TempDir
    Path folder;

    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void putBack() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    private int outpace(String... arguments) {
        out.reset();
        err.reset();
        var all = new ArrayList<>(List.of(arguments));
        all.add("--workspace");
        all.add(folder.resolve("workspace").toString());
        return Main.commandLine(new LastWords(_ -> {})).execute(all.toArray(String[]::new));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static Json json(Path file) throws IOException {
        return new JacksonJson().read(Files.readString(file));
    }

    @Test
    void thePublishedExampleComesBackFieldForField() throws IOException {
        var seed = SAMPLES.resolve("campaign-seed.json");
        assertThat(outpace("import", seed.toString())).isZero();
        var written = folder.resolve("out.json");
        assertThat(outpace("export", "test campaign", "-o", written.toString())).isZero();
        assertThat(json(written)).isEqualTo(json(seed));
    }

    @Test
    void startIsRefusedByTheNamesOfWhatIsMissing() {
        outpace("import", SAMPLES.resolve("campaign-seed.json").toString());
        assertThat(outpace("start", "test campaign")).isEqualTo(1);
        assertThat(errors())
                .contains("40bea034-1d17-474d-a5de-da00d0861c69")
                .contains("d5fb7357-7ddb-4f2d-87b5-8ccbfd6c039e")
                .contains("99bf739a-932f-433c-b1bf-103d33d7e9bb");
    }

    @Test
    void aWholeSetUpTravelsInOneFile() throws IOException {
        outpace("import", SAMPLES.resolve("setup-small.json").toString());
        var written = folder.resolve("setup.json");
        outpace("export", "test campaign", "--with-references", "-o", written.toString());
        var other = folder.resolve("other");
        assertThat(Main.commandLine(new LastWords(_ -> {}))
                        .execute("import", written.toString(), "--workspace", other.toString()))
                .isZero();
        var again = folder.resolve("again.json");
        Main.commandLine(new LastWords(_ -> {}))
                .execute(
                        "export",
                        "test campaign",
                        "--with-references",
                        "-o",
                        again.toString(),
                        "--workspace",
                        other.toString());
        assertThat(json(again)).isEqualTo(json(written));
    }

    @Test
    void whatIsStoredIsSaidWhereOnlyTheTargetsOfACsvFileFail() throws IOException {
        var bad = Files.writeString(folder.resolve("bad.csv"), "name,phone\nAda,no number\n");
        assertThat(outpace(
                        "import",
                        SAMPLES.resolve("setup-small.json").toString(),
                        "--targets",
                        bad.toString(),
                        "--list",
                        "Home policies"))
                .isEqualTo(1);
        assertThat(errors()).contains("no row was valid", "The contents of the other files were stored");
        assertThat(outpace("targets", "export", "Home policies")).isZero();
        assertThat(output().lines()).hasSize(41);
        assertThat(outpace("import", "--targets", bad.toString(), "--list", "Home policies"))
                .isEqualTo(1);
        assertThat(errors()).contains("no row was valid").doesNotContain("other files");
    }

    @Test
    void theTargetsOfAListAreWrittenAsCsv() throws IOException {
        outpace("import", SAMPLES.resolve("setup-small.json").toString());
        assertThat(outpace("targets", "export", "Home policies", "--format", "csv"))
                .isZero();
        assertThat(output().lines())
                .hasSize(41)
                .startsWith(
                        "name,detail,data,status,tries_0,tries_1,tries_2,tries_3,tries_4,next_try_at,destination_0,"
                                + "destination_1,destination_2,destination_3,destination_4,last_result",
                        "Marcus Oyelaran,,\"{\"\"policy_no\"\": \"\"HP-0\"\"}\",idle,0,0,0,0,0,,+12125550100,"
                                + "home0@example.com,,,,");
        var written = folder.resolve("targets.csv");
        assertThat(outpace("targets", "export", "Home policies", "-o", written.toString()))
                .isZero();
        assertThat(Files.readAllLines(written)).hasSize(41);
        assertThat(outpace("targets", "export", "No such list")).isEqualTo(1);
        assertThat(errors()).contains("There is no target list No such list.");
        assertThat(outpace("targets")).isEqualTo(2);
    }

    @Test
    void aCellOfAnExportIsNoFormulaAndComesBackAsItWas() throws IOException {
        var setUp = Files.writeString(folder.resolve("formula.json"), """
            {"outdials": [{"name": "Formulas", "targets": [{"name": "=1+2", "detail": "'=x", "data": "-3",
            "destination_0": {"type": "tel", "target": "+12125550100"}}]}]}
            """);
        outpace("import", setUp.toString());
        var written = folder.resolve("formula.csv");
        outpace("targets", "export", "Formulas", "-o", written.toString());
        assertThat(written).content().contains("'=1+2,''=x,'-3,idle");
        outpace("import", "--targets", written.toString(), "--list", "Again", "--create");
        outpace("targets", "export", "Again");
        assertThat(output()).contains("'=1+2,''=x").contains("+12125550100");
    }

    @Test
    void anIdThatIsThereIsRefusedUnlessItIsToBeReplaced() {
        var seed = SAMPLES.resolve("campaign-seed.json").toString();
        outpace("import", seed);
        assertThat(outpace("import", seed)).isEqualTo(1);
        assertThat(outpace("import", seed, "--replace")).isZero();
    }

    @Test
    void aSetUpCanBeReplacedWithItsTargets() {
        var setUp = SAMPLES.resolve("setup-small.json").toString();
        outpace("import", setUp);
        assertThat(outpace("import", setUp, "--replace")).isZero();
        outpace("campaigns");
        assertThat(output()).contains("40 left");
    }

    @Test
    void allFilesOfACommandOrNone() throws IOException {
        var bad = Files.writeString(folder.resolve("bad.json"), "{\"name\": \"x\", \"type\": \"fax\"}");
        assertThat(outpace("import", SAMPLES.resolve("campaign-seed.json").toString(), bad.toString()))
                .isEqualTo(1);
        assertThat(errors()).contains("bad.json").contains("type");
        outpace("campaigns");
        assertThat(output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,", "{\"id\": 3}", "{\"name\": \"x\", \"service_level\": -1}", "\u0000\u0001"})
    void aBadFileChangesNothingAndIsNamed(String content) throws IOException {
        var bad = Files.writeString(folder.resolve("bad.json"), content);
        assertThat(outpace("import", bad.toString())).isEqualTo(1);
        assertThat(errors()).contains("bad.json").doesNotContain("Exception");
        outpace("campaigns");
        assertThat(output()).isEmpty();
    }

    @Test
    void startAndStopAreWhatTheNextRunActsOn() {
        outpace("import", SAMPLES.resolve("setup-small.json").toString());
        assertThat(outpace("start", "test campaign")).isZero();
        outpace("campaigns", "--json");
        assertThat(output()).contains("\"status\":\"run\"");
        assertThat(outpace("stop", "183c0d5c-691e-42f3-af2b-9bffc2740f83")).isZero();
        outpace("campaigns", "--json");
        assertThat(output()).contains("\"status\":\"stop\"");
    }

    @Test
    void aNameThatTwoListsHaveTakesNoTargets() throws IOException {
        var twins = Files.writeString(folder.resolve("twins.json"), """
            {"outdials": [{"id": "00000000-0000-4000-8000-000000000001", "name": "twin"},
            {"id": "00000000-0000-4000-8000-000000000002", "name": "twin"}]}
            """);
        var file = Files.writeString(folder.resolve("people.csv"), "name,phone\nAda,+12125550101\n");
        outpace("import", twins.toString());
        assertThat(outpace("import", "--targets", file.toString(), "--list", "twin", "--create"))
                .isEqualTo(1);
        assertThat(errors())
                .contains("00000000-0000-4000-8000-000000000001")
                .contains("00000000-0000-4000-8000-000000000002");
        assertThat(outpace("import", "--targets", file.toString(), "--list", "00000000-0000-4000-8000-000000000002"))
                .isZero();
        outpace("targets", "export", "00000000-0000-4000-8000-000000000002");
        assertThat(output()).contains("Ada");
    }

    @Test
    void aNameThatTwoCampaignsHaveIsRefusedWithTheirIds() throws IOException {
        var twins = Files.writeString(
                folder.resolve("twins.json"),
                "[{\"id\": \"00000000-0000-4000-8000-000000000001\", \"name\": \"twin\", \"type\": \"call\"}, {\"id\":"
                        + " \"00000000-0000-4000-8000-000000000002\", \"name\": \"twin\", \"type\": \"call\"}]");
        outpace("import", twins.toString());
        assertThat(outpace("start", "twin")).isEqualTo(1);
        assertThat(errors())
                .contains("00000000-0000-4000-8000-000000000001")
                .contains("00000000-0000-4000-8000-000000000002");
    }

    @Test
    void targetsComeFromACsvFileIntoANewListAndTheCommandTellsWhatItDid() throws IOException {
        var file = Files.copy(SAMPLES.resolve("targets.csv"), folder.resolve("targets.csv"));

        assertThat(outpace(
                        "import",
                        SAMPLES.resolve("campaign-seed.json").toString(),
                        "--targets",
                        file.toString(),
                        "--list",
                        "Spring wave",
                        "--create"))
                .isZero();

        assertThat(output())
                .contains("UTF-8, separated by ;, region US")
                .contains("customer \u2192 name")
                .contains("mobile \u2192 destination_0")
                .contains("policy_no \u2192 data")
                .contains("197 rows taken, 3 rejected.")
                .contains(folder.resolve("targets-rejected.csv").toString());
        assertThat(errors()).contains("line 19: mobile: not a number is not a phone number.");
        assertThat(folder.resolve("targets-rejected.csv"))
                .content()
                .contains("rejected_reason")
                .contains("Jonas Haddad");
    }

    @Test
    void aListThatDoesNotExistIsMadeOnlyOnDemand() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "name,phone\nAnn,+12125550101\n");

        assertThat(outpace("import", "--targets", file.toString(), "--list", "Typo"))
                .isEqualTo(1);
        assertThat(errors()).contains("There is no list Typo. Add --create to make it.");
        assertThat(outpace("targets", "export", "Typo")).isEqualTo(1);
        assertThat(outpace("import", "--targets", file.toString(), "--list", "Typo", "--create"))
                .isZero();
        assertThat(outpace("import", "--targets", file.toString(), "--list", "Typo"))
                .isEqualTo(1);
        assertThat(errors())
                .contains("No target was imported: no row was valid.")
                .contains("already in this list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,phone\n",
                "name,phone\nAnn,911\n",
                "customer number,name\n1000000001,Ann\n",
                "PK\u0003\u0004"
            })
    void whereNothingIsTakenNoListIsMadeAndTheExitCodeIsOne(String text) throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), text);

        assertThat(outpace("import", "--targets", file.toString(), "--list", "New", "--create"))
                .isEqualTo(1);
        assertThat(outpace("targets", "export", "New")).isEqualTo(1);
    }

    @Test
    void whatTheGuessCannotKnowIsSaid() throws IOException {
        var file = Files.write(
                folder.resolve("a.csv"),
                "кто#число\nАнна#020 7946 0101\n".getBytes(java.nio.charset.Charset.forName("KOI8-R")));

        assertThat(outpace(
                        "import",
                        "--targets",
                        file.toString(),
                        "--list",
                        "New",
                        "--create",
                        "--encoding",
                        "KOI8-R",
                        "--delimiter",
                        "#",
                        "--region",
                        "GB",
                        "--map",
                        "кто=name",
                        "--map",
                        "число=destination_0"))
                .isZero();

        assertThat(output()).contains("KOI8-R, separated by #, region GB").contains("1 row taken, 0 rejected.");
        outpace("targets", "export", "New");
        assertThat(output()).contains("Анна").contains("+442079460101");
        assertThat(outpace("import", "--targets", file.toString(), "--list", "New", "--map", "phone=name"))
                .isEqualTo(1);
        assertThat(outpace("import", "--targets", file.toString(), "--list", "New", "--map", "кто=phone"))
                .isEqualTo(1);
        assertThat(outpace("import", "--targets", file.toString(), "--list", "New", "--delimiter", "ab"))
                .isEqualTo(2);
        assertThat(outpace("import", "--targets", file.toString(), "--list", "New", "--encoding", "klingon"))
                .isEqualTo(2);
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(outpace("import")).isEqualTo(2);
        assertThat(outpace("run", "--headless", "--for", "soon")).isEqualTo(2);
        assertThat(outpace("run", "--headless", "--speed", "0")).isEqualTo(2);
        assertThat(outpace("run", "--speed", "abc")).isEqualTo(2);
        assertThat(errors()).contains("--speed is a number from 1 to 1000, not abc");
    }

    @Test
    void aRunIsHeadlessWhetherThatIsSaidOrNot() {
        assertThat(outpace("run", "--for", "0s")).isZero();
        assertThat(outpace("run", "--headless", "--for", "0s")).isZero();
    }

    @Test
    void commandsSayWhatTheyDid() {
        outpace("import", SAMPLES.resolve("setup-small.json").toString());
        var written = folder.resolve("written.json");
        assertThat(outpace("export", "test campaign", "-o", written.toString())).isZero();
        assertThat(output()).contains("test campaign was written to " + written);
        assertThat(outpace("start", "test campaign")).isZero();
        assertThat(output()).contains("test campaign is set to run");
        assertThat(outpace("stop", "test campaign")).isZero();
        assertThat(output()).contains("test campaign is stopped");
    }

    @Test
    void aSmallCampaignRunsToItsEndWithoutAWindow() throws IOException {
        outpace("import", SAMPLES.resolve("setup-small.json").toString());
        outpace("start", "test campaign");
        var carrier = folder.resolve("carrier.jsonl").toString();
        var decisions = folder.resolve("decisions.jsonl").toString();
        assertThat(outpace(
                        "run",
                        "--headless",
                        "--speed",
                        "900",
                        "--for",
                        "3s",
                        "--json",
                        "--carrier-log",
                        carrier,
                        "--decisions",
                        decisions))
                .isZero();
        assertThat(output()).contains("\"own_dialing\"").contains("\"not_callable\"");
        assertThat(Path.of(decisions)).content().contains("\"launched\":true");
        assertThat(outpace("audit", "--carrier-log", carrier)).isZero();
        assertThat(output()).contains("0 differ");
        aForgedRecordIsFoundOut(Path.of(carrier));
        theRunIsDecidedAgainAndExplained(Files.readString(Path.of(decisions)));
    }

    @Test
    void aRunPrintsItsAlarms() throws IOException {
        var file = Files.writeString(folder.resolve("chain.json"), """
            {
             "outplans": [{"id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0001", "name": "Once", "max_try_count_0": 1}],
             "outdials": [{"id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0002", "name": "Nobody"}],
             "campaigns": [{"id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0003", "type": "call", "name": "Renewals",
               "end_handle": "stop", "actions": [{"type": "hangup"}],
               "outplan_id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0001",
               "outdial_id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0002",
               "next_campaign_id": "d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0004"}]
            }
            """);
        outpace("import", file.toString());
        outpace("start", "Renewals");
        assertThat(outpace("run", "--headless", "--for", "1s", "--json")).isZero();
        assertThat(output().lines())
                .contains("{\"alarm\":\"The campaign that should follow Renewals is missing:"
                        + " d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0004.\","
                        + "\"campaign\":\"d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0003\"}");
        outpace("start", "Renewals");
        assertThat(outpace("run", "--headless", "--for", "1s")).isZero();
        assertThat(output().lines())
                .contains("! The campaign that should follow Renewals is missing:"
                        + " d5fb7357-7ddb-4f2d-87b5-8ccbfd6c0004.");
    }

    private void theRunIsDecidedAgainAndExplained(String decisions) throws IOException {
        assertThat(outpace("replay", "last")).isZero();
        assertThat(output()).contains("Every decision is the same.").doesNotContain("not closed");
        assertThat(outpace("replay", "today", "--json")).isZero();
        assertThat(output()).contains("\"same\":true").contains("\"closed\":true");
        var call = decisions.replaceFirst("(?s).*?\"launched\":true.*?\"call\":\"([^\"]*)\".*", "$1");
        assertThat(outpace("explain", call)).isZero();
        assertThat(output())
                .contains("DECISION: ")
                .contains("the network accepted the call")
                .containsPattern(": (the call (ended|failed|was cancelled)|busy|no answer|rejected|a wrong number)");
        assertThat(outpace("explain", "01999999-0000-7000-8000-000000000000")).isEqualTo(1);
        assertThat(errors()).contains("is no longer kept");
        assertThat(outpace("replay", "2026-02-30")).isEqualTo(2);
        assertThat(outpace("replay", "2001-02-03")).isEqualTo(1);
        assertThat(errors()).contains("The journal has no entries for 2001-02-03");
        aDamagedJournalIsNamed();
    }

    private void aDamagedJournalIsNamed() throws IOException {
        try (var files = Files.list(folder.resolve("workspace").resolve("journal"))) {
            var file = files.findFirst().orElseThrow();
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            assertThat(outpace("replay", "last")).isEqualTo(1);
            assertThat(errors()).contains(file + ":").contains("damaged").doesNotContain("Exception");
        }
    }

    private void aForgedRecordIsFoundOut(Path carrier) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(carrier));
        var answer = lines.stream()
                .filter(line -> line.contains("\"event\":\"answer\""))
                .findFirst()
                .orElseThrow();
        lines.remove(answer);
        Files.write(carrier, lines);
        assertThat(outpace("audit", "--carrier-log", carrier.toString())).isEqualTo(1);
        var call = answer.replaceFirst(".*\"call\":\"([^\"]*)\".*", "$1");
        assertThat(output()).contains(call).contains("1 differ");
    }

    @Test
    void aWorkspaceThatIsNotThereIsRefusedAndNotMade() {
        for (var command : List.of("campaigns", "audit")) {
            var arguments = new ArrayList<>(List.of(command));
            if (command.equals("audit")) {
                arguments.addAll(List.of("--carrier-log", "none"));
            }
            assertThat(outpace(arguments.toArray(String[]::new))).isEqualTo(1);
            assertThat(errors()).contains("There is no workspace");
        }
        assertThat(outpace("start", "test campaign")).isEqualTo(1);
        assertThat(folder.resolve("workspace")).doesNotExist();
    }

    @Test
    void aCarrierRecordThatIsNotThereIsNamed() {
        outpace("import", SAMPLES.resolve("campaign-seed.json").toString());
        assertThat(outpace("audit", "--carrier-log", "none.jsonl")).isEqualTo(1);
        assertThat(errors()).contains("none.jsonl: There is no such file");
    }

    @Test
    void aWorkspaceInUseIsRefusedByTheNameOfWhoHasIt() {
        outpace("import", SAMPLES.resolve("campaign-seed.json").toString());
        try (var _ = Store.open(folder.resolve("workspace"), "the console of Mina", new JacksonJson())) {
            assertThat(outpace("start", "test campaign")).isEqualTo(1);
            assertThat(errors()).contains("in use by the console of Mina");
            assertThat(outpace("run", "--headless", "--for", "1s")).isEqualTo(1);
            assertThat(errors()).contains("in use by the console of Mina");
        }
    }
}
