package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/outpace/formats");
    private static final String ID = "\"id\": \"0f0d1f0a-1111-4c0e-8a01-00000000000";

    @TempDir
    Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("flow.json"), content);
    }

    private Path campaign(String actions) throws IOException {
        return file("{\"type\": \"call\", \"name\": \"Spring\", \"actions\": [" + actions + "]}");
    }

    @Test
    void aSoundFlowHasNoProblemAndNothingIsMade() throws IOException {
        var file = campaign("{" + ID + "1\", \"type\": \"answer\"}");
        var checked = CommandOutput.of("check", file);
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out()).isEqualTo("No errors, no warnings in 1 campaign.\n");
        assertThat(checked.err()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "greeting-to-queue",
                "press-1-to-agent",
                "voicemail-aware",
                "after-hours",
                "appointment-confirm",
                "payment-reminder",
                "survey-three-questions"
            })
    void aFlowAloneIsCheckedAndCalledToo(String name) {
        var file = Path.of("assets/flows/" + name + ".json");
        var checked = CommandOutput.of("check", file);
        assertThat(checked.out()).startsWith("No errors, ").endsWith(" in 1 campaign.\n");
        assertThat(checked.exitCode()).isZero();
        assertThat(CommandOutput.of("test-call", file).exitCode()).isZero();
    }

    @Test
    void aProblemIsALineWithAllThatLeadsToIt() throws IOException {
        var file = campaign("{" + ID + "1\", \"type\": \"answer\"}, {" + ID + "2\", \"type\": \"hangup\"}, {" + ID
                + "3\", \"type\": \"beep\"}");
        var checked = CommandOutput.of("check", file);
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith(file + ": Spring: actions[2] (beep): warning: ")
                .endsWith(" [unreachable]");
        assertThat(checked.out()).endsWith("No errors, 1 warning in 1 campaign.\n");
    }

    @Test
    void whatLooksRightAndMeansSomethingElseIsSaid() throws IOException {
        var file = file("""
            {"outplans": [{"name": "Plan", "dial_timeout": 30}],
             "campaigns": [{"type": "call", "name": "Spring", "actions": [
               {"id": "0f0d1f0a-1111-4c0e-8a01-000000000001", "type": "digits_receive",
                "option": {"duration": 5000, "key": "#"}},
               {"id": "0f0d1f0a-1111-4c0e-8a01-000000000002", "type": "digits_receive",
                "option": {"duration": 5000, "key": "#"}},
               {"id": "0f0d1f0a-1111-4c0e-8a01-000000000003", "type": "branch",
                "option": {"target_ids": {"12": "0f0d1f0a-1111-4c0e-8a01-000000000004"},
                           "default_target_id": "0f0d1f0a-1111-4c0e-8a01-000000000004"}},
               {"id": "0f0d1f0a-1111-4c0e-8a01-000000000004", "type": "hangup"}]}]}\
            """);
        var checked = CommandOutput.of("check", file);
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out()).contains("[outplan.dial_timeout]", "[digits_kept]", "[end_key_stays]");
        assertThat(checked.out()).endsWith("No errors, 3 warnings in 1 campaign.\n");
    }

    @Test
    void asJsonTheProblemsAreOneObject() throws IOException {
        var file = campaign("{" + ID + "1\", \"type\": \"talk\"}");
        var checked = CommandOutput.of("check", file, "--json");
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.out()).endsWith("}\n").hasLineCount(1);
        var problem = checked.objects("problems").findFirst().orElseThrow();
        assertThat(problem.fields().keySet())
                .containsExactly("severity", "code", "action_id", "message", "file", "campaign", "place");
        assertThat(problem.text("severity", "")).isEqualTo("error");
        assertThat(problem.text("code", "")).isEqualTo("missing_option");
        assertThat(problem.text("action_id", "")).isEqualTo("0f0d1f0a-1111-4c0e-8a01-000000000001");
        assertThat(problem.text("campaign", "")).isEqualTo("Spring");
        assertThat(problem.text("place", "")).isEqualTo("actions[0].option.text");
        assertThat(problem.text("file", "")).isEqualTo(file.toString());
    }

    @Test
    void anActionIsNamedByItsIdAsItStandsInTheFile() throws IOException {
        var talks = "{\"id\": \"AB0D1F0A-1111-4C0E-8A01-000000000001\", \"type\": \"talk\"}, {\"type\": \"talk\"},"
                + " {\"id\": \"greet\", \"type\": \"talk\"}";
        var checked = CommandOutput.of("check", campaign(talks), "--json");
        assertThat(checked.objects("problems")
                        .map(problem -> problem.text("code", "") + " " + problem.text("action_id", "")))
                .containsExactly(
                        "field.not_id greet",
                        "missing_option AB0D1F0A-1111-4C0E-8A01-000000000001",
                        "missing_option 00000000-0000-0000-0000-000000000000",
                        "missing_option greet");
        var nested = "{" + ID + "1\", \"type\": \"call\", \"option\": {\"destinations\": [{\"type\": \"tel\"}],"
                + " \"actions\": [{\"id\": \"AB0D1F0A-1111-4C0E-8A01-000000000007\", \"type\": \"talk\"}]}}";
        assertThat(CommandOutput.of("check", campaign(nested), "--json").each("problems", "action_id"))
                .contains("AB0D1F0A-1111-4C0E-8A01-000000000007");
    }

    @Test
    void whatIsWrongWithAFileIsAProblemToo() throws IOException {
        var cut = file("{\"type\": \"call\",\n \"name\": ");
        var checked = CommandOutput.of("check", cut, folder.resolve("none.json"), folder, "--json");
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.each("problems", "code")).containsExactly("json.cut", "file.missing", "file.folder");
        assertThat(checked.each("problems", "action_id")).containsOnly("");
        assertThat(checked.each("problems", "file"))
                .containsExactly(cut.toString(), folder.resolve("none.json").toString(), folder.toString());
        assertThat(checked.each("problems", "place").getFirst()).startsWith("2:");
        assertThat(checked.err()).isEmpty();
    }

    @Test
    void aWrongFieldIsToldInItsCampaign() throws IOException {
        var file = file("[{\"type\": \"call\", \"name\": \"One\"}, {\"type\": \"fax\", \"name\": \"Two\"}]");
        var checked = CommandOutput.of("check", file, "--json");
        assertThat(checked.each("problems", "code")).containsExactly("field.not_a_word");
        assertThat(checked.each("problems", "campaign")).containsExactly("Two");
        assertThat(checked.each("problems", "place")).containsExactly("type");
    }

    @Test
    void twoEditionsOfACampaignAreCheckedTogether() {
        var file = SAMPLES.resolve("campaign-seed.json");
        assertThat(CommandOutput.of("check", file, file, "--json").each("problems", "code"))
                .doesNotContain("import.duplicate_id");
    }

    @Test
    void theQueuesOfAWorkspaceAreKnownWhenItIsNamed() throws IOException {
        var workspace = folder.resolve("workspace");
        assertThat(CommandOutput.of("import", SAMPLES.resolve("setup-small.json"), "--workspace", workspace)
                        .exitCode())
                .isZero();
        var joins =
                campaign("{" + ID + "1\", \"type\": \"queue_join\", \"option\": {\"queue_id\": \"" + queue() + "\"}}");
        assertThat(CommandOutput.of("check", joins, "--json").each("problems", "code"))
                .containsExactly("unknown_resource", "queue_unpaced");
        assertThat(CommandOutput.of("check", joins, SAMPLES.resolve("setup-small.json"), "--json")
                        .each("problems", "code"))
                .doesNotContain("unknown_resource");
        assertThat(CommandOutput.of("check", joins, "--workspace", workspace, "--json")
                        .each("problems", "code"))
                .containsExactly("queue_unpaced");
        try (var _ = Store.open(workspace, "the console of Mina", new JacksonJson())) {
            assertThat(CommandOutput.of("check", joins, "--workspace", workspace, "--json")
                            .each("problems", "code"))
                    .contains("store.in_use");
        }
    }

    private static String queue() throws IOException {
        var text = Files.readString(SAMPLES.resolve("setup-small.json"));
        return text.replaceFirst("(?s).*\"queues\": \\[\\s*\\{\\s*\"id\": \"([^\"]*)\".*", "$1");
    }

    @Test
    void aWorkspaceThatIsNotThereIsAProblemAndNotMade() throws IOException {
        var sound = campaign("{" + ID + "1\", \"type\": \"answer\"}");
        var none = CommandOutput.of("check", sound, "--workspace", folder.resolve("none"), "--json");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.each("problems", "code")).containsExactly("store.missing");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void hostileFilesAreSurvived() throws IOException {
        assertThat(codes("[".repeat(100_000))).containsExactly("json.too_deep");
        assertThat(codes("{\"type\": \"call\", \"name\": \"" + "x".repeat(10 << 20) + "\"}"))
                .containsExactly("json.too_long");
        var actions = new StringBuilder(action(0));
        for (int i = 1; i < 5_000; i++) {
            actions.append(',').append(action(i));
        }
        assertThat(CommandOutput.of("check", campaign(actions.toString())).exitCode())
                .isLessThanOrEqualTo(1);
        var line =
                CommandOutput.of("check", file("{\"type\": \"call\", \"name\": \"a\\u001b[31mb\", \"actions\": [{}]}"));
        assertThat(line.out()).contains("a\uFFFD[31mb").doesNotContain("\u001b");
    }

    /** Back to somewhere before it, or on. */
    private static String action(int index) {
        int id = 10_000_000;
        return "{\"id\": \"" + (id + index) + "-1111-4c0e-8a01-000000000001\", \"type\": \"condition_datetime\","
                + " \"option\": {\"false_target_id\": \"" + (id + index / 2) + "-1111-4c0e-8a01-000000000001\"}}";
    }

    private List<String> codes(String content) throws IOException {
        return CommandOutput.of("check", file(content), "--json").each("problems", "code");
    }

    @Test
    void aCheckWithoutFilesIsWrongUsage() {
        assertThat(CommandOutput.of("check").exitCode()).isEqualTo(2);
    }
}
