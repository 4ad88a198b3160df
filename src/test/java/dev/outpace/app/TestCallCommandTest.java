package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestCallCommandTest {
    private static final Path PRESS_1 = Path.of("src/test/resources/dev/outpace/formats/campaign-press1.json");

    @TempDir
    Path folder;

    private static CommandOutput press1(Object... arguments) {
        return call(PRESS_1, arguments);
    }

    private static CommandOutput call(Path file, Object... arguments) {
        var all = new ArrayList<>(List.<Object>of("test-call", file));
        all.addAll(List.of(arguments));
        return CommandOutput.of(all.toArray());
    }

    private Path campaign(String name, String actions) throws IOException {
        return Files.writeString(
                folder.resolve("flow.json"),
                "{\"type\": \"call\", \"name\": \"" + name + "\", \"actions\": [" + actions + "]}");
    }

    @Test
    void theWayOfTheCallIsOneObject() {
        var called = press1("--keys", "9,1", "--target-name", "Ana", "--json");
        assertThat(called.exitCode()).isZero();
        assertThat(called.err()).isEmpty();
        assertThat(called.out()).hasLineCount(1);
        assertThat(called.json().fields().keySet()).containsExactly("path", "spoken", "variables", "end", "reason");
        assertThat(called.each("path", "type"))
                .containsExactly(
                        "answer",
                        "talk",
                        "digits_receive",
                        "branch",
                        "goto",
                        "digits_receive",
                        "branch",
                        "talk",
                        "queue_join");
        assertThat(called.each("path", "id").getLast()).isEqualTo("0f0d1f0a-1111-4c0e-8a01-000000000007");
        assertThat(called.texts("spoken")).first().asString().startsWith("Good morning Ana.");
        assertThat(called.json().text("end", "")).isEqualTo("queue");
        assertThat(called.json().text("reason", "")).isEqualTo("99bf739a-932f-433c-b1bf-103d33d7e9bb");
        assertThat(called.json().get("variables"))
                .isInstanceOfSatisfying(
                        Json.Obj.class,
                        variables ->
                                assertThat(variables.text("target.name", "")).isEqualTo("Ana"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'1',   '1',      queue",
                "'',    '||',     hangup",
                "',,1', '||1',    queue",
                "'2,',  '2',      hangup",
                "'3,,', '3||',    hangup",
            })
    void eachEntryOfTheKeysIsForOneInput(String keys, String pressed, String end) {
        var called = press1("--keys", keys, "--json");
        assertThat(called.exitCode()).isZero();
        assertThat(String.join(
                        "|",
                        called.objects("path")
                                .filter(step -> step.text("type", "").equals("digits_receive"))
                                .map(step -> step.text("keys", ""))
                                .toList()))
                .isEqualTo(pressed);
        assertThat(called.json().text("end", "")).isEqualTo(end);
    }

    @Test
    void forPeopleTheWayIsNumberedLines() {
        var called = press1("--keys", "2");
        assertThat(called.exitCode()).isZero();
        assertThat(called.out().lines())
                .startsWith("Spring renewal", "   1. answer  0f0d1f0a-1111-4c0e-8a01-000000000001")
                .contains(
                        "   3. digits_receive  0f0d1f0a-1111-4c0e-8a01-000000000003  keys 2",
                        "   4. branch  0f0d1f0a-1111-4c0e-8a01-000000000004  → =2",
                        "   5. message_send  0f0d1f0a-1111-4c0e-8a01-000000000008  skipped: cannot run here")
                .anyMatch(line -> line.startsWith("End: hangup."));
    }

    @Test
    void theCallerAndTheirWorldAreGiven() throws IOException {
        var file = campaign(
                "Spring",
                "{\"type\": \"condition_datetime\", \"option\": {\"condition\": \"==\", \"hour\": 10, \"minute\": 30}},"
                        + "{\"type\": \"talk\", \"option\": {\"text\": \"${a} ${b} ${target.name} ${target.detail}"
                        + " ${target.data.plan} ${voipbin.call.destination.target}\"}}");
        var called = call(
                file,
                "--json",
                "--time",
                "2026-11-23T11:30:00+01:00",
                "--var",
                "a=1=2",
                "--var",
                "b=",
                "--target-name",
                "Ana",
                "--target-detail",
                "VIP",
                "--target-data",
                "{\"plan\": \"gold\"}",
                "--destination",
                "+12125550123");
        assertThat(called.texts("spoken")).containsExactly("1=2  Ana VIP gold +12125550123");
    }

    @Test
    void nobodyOrAMachineMayPickUp() throws IOException {
        var file = campaign("Spring", "{\"type\": \"amd\", \"option\": {\"machine_handle\": \"hangup\"}}");
        assertThat(call(file, "--machine", "--json").json().text("end", "")).isEqualTo("hangup");
        assertThat(call(file, "--no-answer", "--json").json().text("end", "")).isEqualTo("not_answered");
        assertThat(call(file, "--no-answer", "--json").json().text("reason", ""))
                .isEqualTo("Nobody picked up.");
        assertThat(call(file, "--json").json().text("end", "")).isEqualTo("finished");
    }

    @Test
    void aFlowWithErrorsRunsUntilItMeetsThem() throws IOException {
        var broken = campaign("Spring", "{\"id\": \"greet\", \"type\": \"answer\"}, {\"type\": \"branch\"}");
        var called = call(broken, "--json");
        assertThat(called.exitCode()).isZero();
        assertThat(called.err()).contains("\"greet\" is not an id");
        assertThat(called.each("path", "id")).startsWith("greet");
        assertThat(called.json().text("end", "")).isEqualTo("error");
        assertThat(called.json().text("reason", "")).isEqualTo("It names no next action.");
    }

    @Test
    void aRoundWithoutEndIsEnded() throws IOException {
        var id = "0f0d1f0a-1111-4c0e-8a01-000000000001";
        var round = campaign("Spring", "{\"id\": \"" + id + "\", \"next_id\": \"" + id + "\", \"type\": \"answer\"}");
        var called = call(round, "--json");
        assertThat(called.json().text("end", "")).isEqualTo("limit");
        assertThat(called.json().text("reason", "")).isEqualTo("More than 100 actions ran.");
        assertThat(called.each("path", "id")).hasSize(100);
    }

    @Test
    void oneOfSeveralCampaignsIsCalled() throws IOException {
        var file = Files.writeString(
                folder.resolve("two.json"),
                "[{\"type\": \"call\", \"name\": \"One\"}, {\"type\": \"call\", \"name\": \"Two\"}]");
        assertThat(call(file).err()).contains("2 campaigns").contains("One");
        assertThat(call(file, "--campaign", "Two").out()).startsWith("Two");
        assertThat(call(file, "--campaign", "Two").err()).isEmpty();
        assertThat(call(file, "--campaign", "Three").exitCode()).isEqualTo(1);
        assertThat(call(file, "--campaign", "Three").err()).contains("no campaign Three");
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        for (var content : List.of("", "{", "[]", "{\"type\": \"call\"}", "7", "[".repeat(100_000))) {
            var called = call(Files.writeString(folder.resolve("bad.json"), content), "--json");
            assertThat(called.exitCode()).as(content).isEqualTo(1);
            assertThat(called.out()).isEmpty();
            assertThat(called.err()).startsWith("outpace: ").hasLineCount(1);
        }
        assertThat(call(folder.resolve("none.json")).exitCode()).isEqualTo(1);
        assertThat(call(folder).exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--time tomorrow", "--time 2026-11-23", "--var name", "--var =x"})
    void wrongUsageIsOneLine(String arguments) {
        var called = press1(Stream.of(arguments.split(" ")).toArray());
        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.err()).hasLineCount(1).contains(arguments.substring(arguments.indexOf(' ') + 1));
        assertThat(called.out()).isEmpty();
    }
}
