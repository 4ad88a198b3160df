package dev.outpace.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Problem;
import dev.outpace.model.RuleSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesInFilesTest {
    private static final String RULES = "00000000-0000-000f-0000-000000000001";
    private static final String SET_UP = """
        {"rules": [{"id": "%s", "name": "France", "mine": 1, "tm_create": "2026-01-02T03:04:05.000000Z",
                    "hours": {"mon": ["10:00-13:00"]}}],
         "campaigns": [{"type": "call", "name": "Spring", "outpace": {"rules_id": "%s", "yours": 2}}]}\
        """;

    private final CampaignFiles files = new CampaignFiles(UUID::randomUUID);

    @TempDir
    Path folder;

    private SetUp read(String text) throws IOException {
        return files.read(List.of(Files.writeString(folder.resolve("set-up.json"), text)));
    }

    @Test
    void rulesAndTheCampaignThatKeepsThemComeBackAsTheyWere() throws IOException {
        var read = read(SET_UP.formatted(RULES, RULES));
        assertThat(read.problems()).isEmpty();
        assertThat(read.ruleSets()).extracting(RuleSet::name).containsExactly("France");
        assertThat(read.ruleSets().getFirst().stamps().create()).isNotNull();
        assertThat(read.campaigns().getFirst().options().rulesId()).isEqualTo(UUID.fromString(RULES));
        assertThat(read.missing(_ -> false)).isEmpty();
        var out = new ByteArrayOutputStream();
        files.writeWithReferences(read.campaigns(), new SetUpShelf(read), out);
        var again = read(out.toString(StandardCharsets.UTF_8));
        assertThat(again.problems()).isEmpty();
        assertThat(again.ruleSets()).isEqualTo(read.ruleSets());
        assertThat(again.campaigns()).isEqualTo(read.campaigns());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("mine", "yours");
    }

    @Test
    void rulesThatNobodyHasAreTold() throws IOException {
        var read = read(SET_UP.formatted(RULES, "00000000-0000-000f-0000-000000000002"));
        assertThat(read.missing(_ -> false)).extracting(Problem::code).containsExactly("import.missing");
        assertThat(read.missing(_ -> false).getFirst().place()).endsWith("campaigns[0].outpace.rules_id");
        assertThat(read.missing(_ -> true)).isEmpty();
    }

    @Test
    void whatIsWrongHasItsPlaceInTheFile() throws IOException {
        var read = read("""
            {"rules": [{"name": "x", "hours": {"mon": ["9-5"]}}, {"hours": {}}]}\
            """);
        assertThat(read.refused()).isTrue();
        assertThat(read.problems()).extracting(Problem::code).containsExactly("rules.no_window", "field.missing");
        assertThat(read.problems().getFirst().place()).endsWith("set-up.json rules[0].hours.mon[0]");
        assertThat(read.problems().getLast().place()).endsWith("set-up.json rules[1].name");
    }
}
