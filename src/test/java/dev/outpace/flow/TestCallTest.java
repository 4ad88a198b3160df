package dev.outpace.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.TestCall.Caller;
import dev.outpace.flow.TestCall.End;
import dev.outpace.flow.TestCall.Result;
import dev.outpace.formats.CampaignFiles;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Stamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCallTest {
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID QUEUE = new UUID(4, 4);

    @TempDir
    private Path folder;

    private CampaignType type = CampaignType.CALL;
    private UUID queueId = Ids.NIL;
    private Instant time = MONDAY_TEN;
    private Map<String, String> variables = Map.of();
    private String targetData = "";
    private boolean machine;
    private List<Action> nested = List.of();

    private static Action[] actions(String json) {
        return NestedActions.read(new JacksonJson().read(json.replace('\'', '"')))
                .toArray(Action[]::new);
    }

    private Campaign campaign(Action... actions) {
        return new Campaign(
                new UUID(1, 1),
                type,
                "Spring renewal",
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                List.of(actions),
                Ids.NIL,
                Ids.NIL,
                queueId,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private Result run(String json, String... keys) {
        return run(campaign(actions(json)), keys);
    }

    private Result run(Campaign campaign, String... keys) {
        return new TestCall(campaign, new JacksonJson(), id -> id.equals(QUEUE) ? nested : null)
                .run(new Caller(true, machine, List.of(keys), time, variables, "Ada", "", targetData, "+12125550123"));
    }

    private static Stream<String> types(Result result) {
        return result.path().stream().map(step -> step.action().type());
    }

    private Campaign press1() throws IOException {
        var file = folder.resolve("press1.json");
        try (var sample = TestCallTest.class.getResourceAsStream("/dev/outpace/formats/campaign-press1.json")) {
            Files.write(file, sample.readAllBytes());
        }
        return new CampaignFiles(UUID::randomUUID)
                .read(List.of(file))
                .campaigns()
                .getFirst();
    }

    @Test
    void pressingOneLeadsToTheAgents() throws IOException {
        var result = run(press1(), "1");
        assertThat(types(result)).containsExactly("answer", "talk", "digits_receive", "branch", "talk", "queue_join");
        assertThat(result.spoken())
                .containsExactly(
                        "Good morning Ada. Your home policy ends soon. Press 1 to speak with an advisor now, or 2 to"
                                + " get the offer by text message.",
                        "One moment, connecting you.");
        assertThat(result.end()).isEqualTo(End.QUEUE);
        assertThat(result.queueId()).hasToString("99bf739a-932f-433c-b1bf-103d33d7e9bb");
    }

    @Test
    void aWrongKeyIsAskedForAgainAsOftenAsTheGotoCounts() throws IOException {
        var result = run(press1(), "9", "", "7", "1");
        assertThat(types(result))
                .containsExactly(
                        "answer",
                        "talk",
                        "digits_receive",
                        "branch",
                        "goto",
                        "digits_receive",
                        "branch",
                        "goto",
                        "digits_receive",
                        "branch",
                        "goto",
                        "talk",
                        "hangup");
        assertThat(result.end()).isEqualTo(End.HANGUP);
        assertThat(result.path().stream().map(TestCall.Step::way).filter(way -> !way.isEmpty()))
                .containsExactly("default", "jump", "default", "jump", "default", "next");
    }

    @Test
    void whatCannotBeDoneHereIsSkippedWithAReason() throws IOException {
        var result = run(press1(), "2");
        assertThat(result.path().get(4).action().type()).isEqualTo("message_send");
        assertThat(result.path().get(4).skipped()).isEqualTo("flow.skipped.not_possible");
        assertThat(result.end()).isEqualTo(End.HANGUP);
    }

    @Test
    void theCampaignsQueueFollowsTheEndOfTheListOnly() {
        queueId = QUEUE;
        assertThat(run("[{'type':'talk','option':{'text':'Hi'}}]").end()).isEqualTo(End.QUEUE);
        assertThat(run("[{'type':'stop'}]").end()).isEqualTo(End.FINISHED);
        assertThat(run("[{'type':'answer','next_id':'00000000-0000-0000-0000-000000000002'}]")
                        .end())
                .isEqualTo(End.FINISHED);
        type = CampaignType.FLOW;
        assertThat(run("[{'type':'talk','option':{'text':'Hi'}}]").end()).isEqualTo(End.FINISHED);
    }

    @Test
    void aCallThatNobodyAnswersRunsNothing() {
        var result = new TestCall(campaign(actions("[{'type':'answer'}]")), new JacksonJson(), _ -> null)
                .run(new Caller(false, false, List.of(), time, Map.of(), "", "", "", ""));
        assertThat(result.end()).isEqualTo(End.NOT_ANSWERED);
        assertThat(result.path()).isEmpty();
    }

    @Test
    void theDataOfATargetAreVariablesAndUnknownOnesAreEmpty() {
        targetData = "{\"policy_no\":\"A-17\",\"home\":{\"rooms\":3},\"list\":[true]}";
        variables = Map.of("colour", "blue");
        assertThat(run("[{'type':'talk','option':{'text':'${target.name} ${target.data.policy_no}"
                                + " ${target.data.home.rooms} ${target.data.list.0} ${campaign.name} ${colour}"
                                + " ${voipbin.call.destination.target} [${nobody.knows}] ${open'}}]")
                        .spoken())
                .containsExactly("Ada A-17 3 true Spring renewal blue +12125550123 [] ${open");
    }

    @Test
    void whatComesInByAVariableIsNotReadAgain() {
        variables = Map.of("a", "${b}", "b", "secret");
        assertThat(run("[{'type':'talk','option':{'text':'${a} $1'}}]").spoken())
                .containsExactly("${b} $1");
    }

    @Test
    void aLongValueThatIsNamedOftenDoesNotFillTheMemory() {
        variables = Map.of("long", "x".repeat(200_000));
        assertThat(run("[{'type':'talk','option':{'text':'" + "${long}".repeat(50_000) + "'}}]")
                        .spoken()
                        .getFirst())
                .hasSize(1_000_000);
    }

    @Test
    void aBranchClearsWhatItReads() {
        var result = run("""
            [{'type':'digits_receive','option':{'length':1,'duration':1000}},
             {'type':'branch','option':{'target_ids':{'5':'00000000-0000-0000-0007-000000000001'}}},
             {'id':'00000000-0000-0000-0007-000000000001','type':'digits_receive','option':{'length':1}},
             {'type':'variable_set','option':{'key':'second','value':'key ${voipbin.call.digits}'}}]\
            """, "5", "6");
        assertThat(result.variables()).containsEntry("second", "key 6");
    }

    @Test
    void keysPressedBeforeCountAtOnce() {
        var result = run("""
            [{'type':'digits_receive','option':{'length':1}},
             {'type':'digits_receive','option':{'length':1}},
             {'type':'digits_receive','option':{'length':3}}]\
            """, "1", "2", "34567");
        assertThat(result.variables()).containsEntry(Variables.DIGITS, "134");
        assertThat(result.waits()).isZero();
    }

    @Test
    void aKeyThatEndsTheWaitingStaysInWhatWasPressed() {
        assertThat(run("[{'type':'digits_receive','option':{'key':'#'}}]", "12#4")
                        .variables())
                .containsEntry(Variables.DIGITS, "12#");
        assertThat(run("[{'type':'digits_receive'}]").waits()).isEqualTo(1);
    }

    /** The option on the left, now on the right. */
    @ParameterizedTest
    @CsvSource({
        ">=, 8, -1, 07:59, true",
        ">=, 8, -1, 08:59, true",
        ">=, 8, -1, 09:00, false",
        "<=, 8, -1, 07:59, false",
        "<=, 8, -1, 08:00, true",
        ">, 8, -1, 08:00, false",
        "<, 8, -1, 09:00, true",
        "==, 10, 30, 10:30, true",
        "==, 10, 30, 10:31, false",
        "!=, 10, 30, 10:31, false",
        "!=, 10, 30, 11:31, true",
        "==, 10, , 10:00, true",
        "==, 10, , 10:01, false"
    })
    void aDateAndTimeIsComparedFromTheOptionsSide(
            String operator, String hour, String minute, String now, boolean holds) {
        time = Instant.parse("2026-11-23T" + now + ":00Z");
        var minutes = minute == null ? "" : "'minute':" + minute + ",";
        assertThat(condition(
                        "'condition_datetime','option':{'condition':'" + operator + "','hour':" + hour + "," + minutes))
                .isEqualTo(holds);
    }

    private boolean condition(String typeAndOptions) {
        var result = run("[{'type':" + typeAndOptions + "'false_target_id':'00000000-0000-0000-0007-000000000002'}},"
                + "{'type':'stop'},{'id':'00000000-0000-0000-0007-000000000002','type':'hangup'}]");
        assertThat(result.path().getFirst().way()).isIn("next", "false");
        return result.path().getFirst().way().equals("next");
    }

    @Test
    void daysAreComparedWhenGivenAndWeekdaysBeginWithSunday() {
        var any = "'hour':-1,'minute':-1,";
        assertThat(condition("'condition_datetime','option':{'condition':'==','weekdays':[1,2],'month':0," + any))
                .isTrue();
        assertThat(condition("'condition_datetime','option':{'condition':'==','weekdays':[0,6]," + any))
                .isFalse();
        assertThat(condition("'condition_datetime','option':{'condition':'==','day':23,'month':11," + any))
                .isTrue();
        assertThat(condition("'condition_datetime','option':{'condition':'==','day':24," + any))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "${n}, >, number, 5, true",
        "${n}, <=, number, 5, false",
        "n, >, number, 5, false",
        "5f, ==, number, 5, false",
        "${none}, ==, number, 0, false",
        "${word}, ==, string, blue, true",
        "${word}, <, string, red, true",
        "${word}, ==, length, 4, true",
        "${word}, !=, length, 4, false",
        "${word}, like, string, blue, false",
        "${word}, ==, colour, blue, false"
    })
    void aVariableIsOnTheLeft(String variable, String operator, String valueType, String value, boolean holds) {
        variables = Map.of("n", "7.5", "word", "blue");
        var shown = valueType.equals("string") ? "'" + value + "'" : value.matches("\\d+") ? value : "0";
        assertThat(condition("'condition_variable','option':{'variable':'" + variable + "','condition':'" + operator
                        + "','value_type':'" + valueType + "','value_" + valueType + "':" + shown + ","))
                .isEqualTo(holds);
    }

    @Test
    void aMissingTargetEndsWithAnError() {
        var result = run("[{'type':'branch','option':{'target_ids':{'1':'00000000-0000-0000-0007-000000000009'}}}]");
        assertThat(result.end()).isEqualTo(End.ERROR);
        assertThat(result.reason()).isEqualTo("flow.failed.no_target");
        assertThat(types(result)).containsExactly("branch");
    }

    @Test
    void aHundredActionsRunAndNoMore() {
        var circle = run("[{'id':'00000000-0000-0000-0007-000000000001','type':'answer',"
                + "'next_id':'00000000-0000-0000-0007-000000000001'}]");
        assertThat(circle.end()).isEqualTo(End.LIMIT);
        assertThat(circle.path()).hasSize(FlowRunner.MAX_ACTIONS);
    }

    @Test
    void actionsWithoutTheirMediaDoNotCountAndDoNotRunForEver() {
        type = CampaignType.FLOW;
        var circle = run("[{'id':'00000000-0000-0000-0007-000000000001','type':'talk',"
                + "'next_id':'00000000-0000-0000-0007-000000000001'}]");
        assertThat(circle.end()).isEqualTo(End.LIMIT);
        assertThat(circle.spoken()).isEmpty();
    }

    @Test
    void aFetchedFlowComesBackAndMayGoOnAroundItself() {
        nested = List.of(actions("[{'type':'talk','option':{'text':'within'}},{'type':'goto','option':"
                + "{'target_id':'00000000-0000-0000-0007-000000000003','loop_count':1}},{'type':'beep'}]"));
        var result = run("[{'type':'fetch_flow','option':{'flow_id':'" + QUEUE + "'}},{'type':'answer'},"
                + "{'id':'00000000-0000-0000-0007-000000000003','type':'stop'}]");
        assertThat(types(result)).containsExactly("fetch_flow", "talk", "goto", "stop");
        assertThat(result.path().get(1).flowId()).isEqualTo(QUEUE);

        nested = List.of(actions("[{'type':'beep'}]"));
        assertThat(types(run("[{'type':'fetch_flow','option':{'flow_id':'" + QUEUE + "'}},{'type':'stop'}]")))
                .containsExactly("fetch_flow", "beep", "stop");
    }

    @Test
    void aFlowThatFetchesItselfEndsAtTheLimit() {
        nested = List.of(actions("[{'type':'fetch_flow','option':{'flow_id':'" + QUEUE + "'}}]"));
        assertThat(run("[{'type':'fetch_flow','option':{'flow_id':'" + QUEUE + "'}}]")
                        .end())
                .isEqualTo(End.LIMIT);
    }

    @Test
    void aMachineEndsTheCallWhereTheFlowSaysSo() {
        machine = true;
        var result =
                run("[{'type':'amd','option':{'machine_handle':'hangup'}},{'type':'talk','option':{'text':'Hi'}}]");
        assertThat(result.end()).isEqualTo(End.HANGUP);
        assertThat(result.reason()).isEqualTo("amd");
        assertThat(run("[{'type':'amd','option':{'machine_handle':'continue'}},{'type':'talk','option':{'text':'Hi'}}]")
                        .spoken())
                .containsExactly("Hi");
    }
}
