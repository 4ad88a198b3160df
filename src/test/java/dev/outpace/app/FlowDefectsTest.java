package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flow with one defect for every code of the flow check, told by the command line as that and nothing else. */
class FlowDefectsTest {
    private static final Path ROOM = Path.of("src/main/java/dev/outpace/flow");
    private static final Pattern CODE = Pattern.compile("\"flow\\.([a-z_]+)\"");
    private static final String ANSWER = action(1, "answer", "{}");
    private static final String WHEN = "\"condition\": \"==\", \"hour\": 9, \"minute\": -1, ";
    private static final String NO_QUEUE = "";

    @TempDir
    Path folder;

    private final Map<String, String> campaigns = new LinkedHashMap<>();
    private final Map<String, String> expected = new LinkedHashMap<>();

    private static String id(int number) {
        return "0f0d1f0a-1111-4c0e-8a01-%012d".formatted(number);
    }

    private static String action(int id, String type, String options) {
        return "{\"id\": \"%s\", \"type\": \"%s\", \"option\": %s}".formatted(id(id), type, options);
    }

    /** @param at number of the action that the problem is about */
    private void defect(String code, int at, String... actions) {
        defect(code, "error", "call", NO_QUEUE, at, actions);
    }

    private void warning(String code, int at, String... actions) {
        defect(code, "warning", "call", NO_QUEUE, at, actions);
    }

    private void defect(String code, String severity, String type, String queue, int at, String... actions) {
        campaigns.put(
                code,
                "{\"type\": \"%s\", \"name\": \"%s\", \"queue_id\": \"%s\", \"actions\": [%s]}"
                        .formatted(type, code, queue, String.join(",", actions)));
        expected.put(code, severity + " " + code + " " + id(at));
    }

    @BeforeEach
    void errors() {
        defect("duplicate_id", 1, ANSWER, ANSWER);
        defect("dangling", 1, ANSWER.replace("\"type\"", "\"next_id\": \"" + id(7) + "\", \"type\""));
        defect("no_false_target", 1, action(1, "condition_datetime", "{" + WHEN + "\"false_target_id\": \"\"}"));
        defect(
                "no_default",
                1,
                action(1, "branch", "{\"target_ids\": {\"1\": \"" + id(2) + "\"}}"),
                action(2, "beep", "{}"));
        defect("no_goto_target", 1, action(1, "goto", "{\"loop_count\": 1}"));
        defect(
                "no_branch_target",
                1,
                action(1, "branch", "{\"target_ids\": {\"1\": \"\"}, \"default_target_id\": \"" + id(2) + "\"}"),
                action(2, "beep", "{}"));
        defect("missing_option", 1, action(1, "talk", "{}"));
        defect("wrong_type", 1, action(1, "talk", "{\"text\": 7}"));
    }

    @BeforeEach
    void warnings() {
        warning("unknown_type", 1, action(1, "invented", "{}"));
        warning("unreachable", 2, action(1, "hangup", "{}"), action(2, "answer", "{}"));
        defect("needs_call", "warning", "flow", NO_QUEUE, 1, action(1, "beep", "{}"));
        warning("needs_no_call", 1, action(1, "ai_task", "{\"ai_id\": \"" + id(9) + "\"}"));
        warning("refuses_start", 1, action(1, "fetch", "{\"event_url\": \"https://example.org\"}"));
        warning("skipped", 1, action(1, "mute", "{}"));
        warning(
                "goto_without_count",
                1,
                action(1, "goto", "{\"target_id\": \"" + id(2) + "\"}"),
                action(2, "beep", "{}"));
        warning("queue_unpaced", 1, action(1, "queue_join", "{\"queue_id\": \"" + id(100) + "\"}"));
        defect(
                "queue_doubled",
                "warning",
                "call",
                id(100),
                1,
                action(1, "queue_join", "{\"queue_id\": \"" + id(100) + "\"}"));
        warning("endless", 1, ANSWER.replace("\"type\"", "\"next_id\": \"" + id(1) + "\", \"type\""));
        warning(
                "too_long",
                101,
                IntStream.rangeClosed(1, 101)
                        .mapToObj(number -> action(number, "beep", "{}"))
                        .toArray(String[]::new));
        warning("unknown_value", 1, action(1, "hangup", "{\"reason\": \"bored\"}"));
        warning("not_keys", 1, action(1, "digits_receive", "{\"length\": 1, \"key\": \"x\"}"));
        warning("unknown_resource", 1, action(1, "fetch_flow", "{\"flow_id\": \"" + id(9) + "\"}"));
        warning("out_of_range", 1, action(1, "digits_receive", "{\"length\": 101}"));
        warning("too_small", 1, action(1, "recording_start", "{\"duration\": -1}"));
        warning("unknown_option", 1, action(1, "beep", "{\"volume\": 1}"));
        warning(
                "time_omitted",
                1,
                action(
                        1,
                        "condition_datetime",
                        "{\"condition\": \"==\", \"hour\": 9, \"false_target_id\": \"" + id(2) + "\"}"),
                action(2, "beep", "{}"));
        warning(
                "bare_variable",
                1,
                action(
                        1,
                        "condition_variable",
                        "{\"condition\": \"==\", \"variable\": \"plan\", \"value_type\": \"string\","
                                + " \"false_target_id\": \""
                                + id(2) + "\"}"),
                action(2, "beep", "{}"));
    }

    @BeforeEach
    void warningsOfKeys() {
        warning(
                "end_key_stays",
                2,
                action(1, "digits_receive", "{\"key\": \"#\", \"duration\": 3000}"),
                action(
                        2,
                        "branch",
                        "{\"target_ids\": {\"12\": \"" + id(3) + "\"}, \"default_target_id\": \"" + id(3) + "\"}"),
                action(3, "hangup", "{}"));
        warning(
                "digits_kept",
                2,
                action(1, "digits_receive", "{\"length\": 1, \"duration\": 3000}"),
                action(2, "digits_receive", "{\"length\": 1, \"duration\": 3000}"));
    }

    @Test
    void eachDefectIsToldAsWhatItIs() throws IOException {
        var file = Files.writeString(
                folder.resolve("defects.json"),
                "{\"queues\": [{\"id\": \"" + id(100) + "\", \"name\": \"Sales\"}], \"campaigns\": ["
                        + String.join(",", campaigns.values()) + "]}");
        var checked = CommandOutput.of("check", file, "--json");
        var found = new LinkedHashMap<String, List<String>>();
        checked.objects("problems")
                .forEach(problem -> found.computeIfAbsent(problem.text("campaign", ""), _ -> new ArrayList<>())
                        .add(problem.text("severity", "") + " " + problem.text("code", "") + " "
                                + problem.text("action_id", "")));
        assertThat(found)
                .isEqualTo(expected.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, defect -> List.of(defect.getValue()))));
        assertThat(checked.each("problems", "message"))
                .allSatisfy(message -> assertThat(message)
                        .isNotBlank()
                        .doesNotStartWith("flow.")
                        .doesNotContainPattern("\\{\\d"));
    }

    @Test
    void everyCodeOfTheCheckHasItsDefect() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.list(ROOM)) {
            for (var file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(match -> codes.add(match.group(1)));
            }
        }
        assertThat(campaigns.keySet()).containsExactlyInAnyOrderElementsOf(codes);
    }
}
