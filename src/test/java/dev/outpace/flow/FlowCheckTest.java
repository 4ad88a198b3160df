package dev.outpace.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Action;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowCheckTest {
    private static final UUID QUEUE = new UUID(4, 4);
    private static final Action HANGUP = action(9, "hangup");
    private static final Action TALK = action(8, "talk", "text", text("Good morning"));

    private static UUID id(int number) {
        return number == 0 ? Ids.NIL : new UUID(7, number);
    }

    private static Json.Text ref(int number) {
        return text(id(number).toString());
    }

    private static Json.Text text(String value) {
        return new Json.Text(value);
    }

    private static Json.Num number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }

    /** @param options names and values, one after the other */
    private static Action action(int id, String type, Object... options) {
        var option = Json.Obj.EMPTY;
        for (int i = 0; i < options.length; i += 2) {
            option = option.with((String) options[i], (Json) options[i + 1]);
        }
        return new Action(id(id), Ids.NIL, type, option, Json.Obj.EMPTY);
    }

    private static Action then(Action action, UUID nextId) {
        return new Action(action.id(), nextId, action.type(), action.option(), action.unknown());
    }

    private static FlowContext context(CampaignType type, UUID queueId) {
        return new FlowContext(type, queueId, QUEUE::equals, _ -> false);
    }

    private static Stream<String> found(FlowContext context, Action... actions) {
        return new FlowCheck(List.of(actions), context).check().stream().map(FlowCheckTest::line);
    }

    private static String line(Problem problem) {
        return (problem.isError() ? "error " : "warning ") + problem.place() + ' ' + problem.code();
    }

    private static Stream<String> found(Action... actions) {
        return found(context(CampaignType.CALL, Ids.NIL), actions);
    }

    @Test
    void aSoundFlowHasNoProblem() {
        assertThat(found(action(0, "answer"), TALK, HANGUP)).isEmpty();
        assertThat(found()).isEmpty();
    }

    private static Action input(int id, long length, String endKeys) {
        return action(id, "digits_receive", "duration", number(5_000), "length", number(length), "key", text(endKeys));
    }

    private static Action branchOn(int id, String... values) {
        var targets = Json.Obj.EMPTY;
        for (var value : values) {
            targets = targets.with(value, ref(9));
        }
        return action(id, "branch", "target_ids", targets, "default_target_id", ref(9));
    }

    private static Stream<String> foundOfDigits(Action... actions) {
        return found(actions).filter(line -> line.contains("flow.digits_kept") || line.contains("flow.end_key_stays"));
    }

    @Test
    void theKeyThatEndsAnInputStaysOneOfTheKeysPressed() {
        var never = "warning actions[1].option.target_ids flow.end_key_stays";
        assertThat(foundOfDigits(input(1, 0, "#"), branchOn(2, "12"), HANGUP)).containsExactly(never);
        assertThat(foundOfDigits(input(1, 4, "#*"), branchOn(2, "12#", "12"), HANGUP))
                .containsExactly(never);
        assertThat(foundOfDigits(input(1, 0, "#"), branchOn(2, "12#"), HANGUP)).isEmpty();
        assertThat(foundOfDigits(input(1, 2, "#"), branchOn(2, "12", "1#"), HANGUP))
                .as("two keys end it, too")
                .isEmpty();
        assertThat(foundOfDigits(input(1, 0, ""), branchOn(2, "12"), HANGUP)).isEmpty();
        assertThat(foundOfDigits(input(1, 0, "#"), TALK, branchOn(2, "12"), HANGUP))
                .containsExactly("warning actions[2].option.target_ids flow.end_key_stays");
    }

    @Test
    void ofTwoQuestionsInARowTheSecondGetsTheKeysOfTheFirst() {
        var kept = "warning actions[2] flow.digits_kept";
        assertThat(foundOfDigits(input(1, 1, ""), TALK, input(2, 1, ""), branchOn(3, "1"), HANGUP))
                .containsExactly(kept);
        assertThat(foundOfDigits(input(1, 1, ""), branchOn(2, "1"), HANGUP, input(3, 1, "")))
                .isEmpty();
        assertThat(foundOfDigits(
                        input(1, 1, ""),
                        action(
                                2,
                                "branch",
                                "variable",
                                text("other"),
                                "target_ids",
                                Json.Obj.EMPTY,
                                "default_target_id",
                                ref(3)),
                        input(3, 1, ""),
                        HANGUP))
                .as("a branch on something else forgets no key")
                .containsExactly(kept);
        assertThat(foundOfDigits(
                        input(1, 1, ""),
                        action(2, "variable_set", "key", text("voipbin.call.digits"), "value", text("")),
                        input(3, 1, ""),
                        HANGUP))
                .isEmpty();
    }

    @Test
    void aReferenceToNoActionIsAnError() {
        assertThat(found(then(action(1, "answer"), id(5)), HANGUP))
                .containsExactly("error actions[0].next_id flow.dangling", "warning actions[1] flow.unreachable");
        assertThat(found(action(1, "goto", "target_id", ref(5), "loop_count", number(1)), HANGUP))
                .containsExactly("error actions[0].option.target_id flow.dangling");
        assertThat(found(
                        action(
                                1,
                                "branch",
                                "default_target_id",
                                ref(9),
                                "target_ids",
                                Json.Obj.EMPTY.with("1", ref(5))),
                        HANGUP))
                .containsExactly("error actions[0].option.target_ids flow.dangling");
    }

    @Test
    void theReservedIdThatEndsAFlowIsNoDanglingReference() {
        assertThat(found(then(TALK, FlowGraph.FINISH))).isEmpty();
    }

    @Test
    void anIdStandsOnceAndNilIsNoId() {
        assertThat(found(action(1, "answer"), action(1, "answer")))
                .containsExactly("error actions[1].id flow.duplicate_id");
        assertThat(found(action(0, "answer"), action(0, "answer"))).isEmpty();
    }

    @Test
    void aConditionNeedsATargetForFalse() {
        var condition =
                action(1, "condition_datetime", "condition", text(">="), "hour", number(8), "minute", number(-1));
        assertThat(found(condition, HANGUP))
                .containsExactly("error actions[0].option.false_target_id flow.no_false_target");
    }

    @Test
    void aBranchNeedsADefaultAndATargetForEachValue() {
        assertThat(found(action(1, "branch", "target_ids", Json.Obj.EMPTY.with("2", text(""))), HANGUP))
                .containsExactly(
                        "error actions[0].option.target_ids flow.no_branch_target",
                        "error actions[0].option.default_target_id flow.no_default",
                        "warning actions[1] flow.unreachable");
    }

    @Test
    void aGotoNeedsATargetAndACount() {
        assertThat(found(action(1, "goto"), HANGUP))
                .containsExactly(
                        "error actions[0].option.target_id flow.no_goto_target",
                        "warning actions[0].option.loop_count flow.goto_without_count");
    }

    @Test
    void whatATypeCannotDoWithoutIsMissing() {
        assertThat(found(action(1, "talk", "text", text(" ")), action(2, "sleep"), action(3, "play"), HANGUP))
                .containsExactly(
                        "error actions[0].option.text flow.missing_option",
                        "error actions[1].option.duration flow.missing_option",
                        "error actions[2].option.stream_urls flow.missing_option");
    }

    @Test
    void oneOptionMayStandInForAnother() {
        assertThat(found(action(1, "ai_talk", "ai_id", ref(77)))).containsExactly("warning actions[0] flow.skipped");
    }

    @Test
    void aValueOfAnotherTypeIsAnError() {
        assertThat(found(
                        action(1, "talk", "text", number(5)),
                        action(2, "sleep", "duration", text("5 s")),
                        action(3, "queue_join", "queue_id", text("renewals"))))
                .contains(
                        "error actions[0].option.text flow.wrong_type",
                        "error actions[1].option.duration flow.wrong_type",
                        "error actions[2].option.queue_id flow.wrong_type");
    }

    @Test
    void whatNothingLeadsToIsUnreachable() {
        assertThat(found(HANGUP, TALK)).containsExactly("warning actions[1] flow.unreachable");
    }

    @Test
    void aFlowCampaignHasNoCallToSpeakOnAndACallNoUseForABlock() {
        assertThat(found(context(CampaignType.FLOW, Ids.NIL), TALK, action(1, "stop")))
                .containsExactly("warning actions[0] flow.needs_call");
        assertThat(found(action(1, "block"), HANGUP)).containsExactly("warning actions[0] flow.needs_no_call");
    }

    @Test
    void aQueueInTheFlowIsDoubledByTheCampaignsOwnOrNotPacedWithoutOne() {
        var join = action(1, "queue_join", "queue_id", text(QUEUE.toString()));
        assertThat(found(context(CampaignType.CALL, QUEUE), join))
                .containsExactly("warning actions[0] flow.queue_doubled");
        assertThat(found(join)).containsExactly("warning actions[0] flow.queue_unpaced");
        assertThat(found(action(1, "queue_join", "queue_id", ref(3))))
                .contains("warning actions[0].option.queue_id flow.unknown_resource");
    }

    @Test
    void aLoopNeedsAnInputOrACount() {
        var again = then(TALK, id(1));
        assertThat(found(action(1, "answer"), again)).containsExactly("warning actions[0] flow.endless");
        assertThat(found(action(1, "digits_receive"), again)).isEmpty();
        assertThat(found(action(1, "answer"), TALK, action(2, "goto", "target_id", ref(1), "loop_count", number(3))))
                .isEmpty();
    }

    @Test
    void moreActionsThanTheLimitOnAWayAreTold() {
        var hundred = Collections.nCopies(100, action(0, "answer"));
        assertThat(found(hundred.toArray(Action[]::new))).isEmpty();
        var more = new ArrayList<>(hundred);
        more.add(HANGUP);
        assertThat(found(more.toArray(Action[]::new))).containsExactly("warning actions[100] flow.too_long");
        assertThat(found(action(1, "answer"), TALK, action(2, "goto", "target_id", ref(1), "loop_count", number(50))))
                .containsExactly("warning actions[2] flow.too_long");
    }

    @Test
    void aVariableIsComparedByItsValue() {
        assertThat(found(
                        action(
                                1,
                                "condition_variable",
                                "variable",
                                text("target.name"),
                                "condition",
                                text("=="),
                                "value_type",
                                text("string"),
                                "false_target_id",
                                ref(9)),
                        HANGUP))
                .containsExactly("warning actions[0].option.variable flow.bare_variable");
    }

    @Test
    void anOmittedHourOrMinuteCountsAsZero() {
        assertThat(found(action(1, "condition_datetime", "condition", text("=="), "false_target_id", ref(9)), HANGUP))
                .containsExactly(
                        "warning actions[0].option.hour flow.time_omitted",
                        "warning actions[0].option.minute flow.time_omitted");
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsKeptAndTold() {
        assertThat(found(action(1, "talk", "text", text("Hello"), "mood", text("warm")), action(2, "brew_coffee")))
                .containsExactly(
                        "warning actions[0].option.mood flow.unknown_option", "warning actions[1] flow.unknown_type");
        assertThat(found(action(1, "talk", "text", text("Hello"), "gender", text("female"))))
                .isEmpty();
    }

    @Test
    void valuesOutsideOfWhatIsPublishedAreTold() {
        assertThat(found(
                        action(1, "digits_send", "digits", text("12x"), "duration", number(5)),
                        action(2, "hangup", "reason", text("tired"))))
                .containsExactly(
                        "warning actions[0].option.digits flow.not_keys",
                        "warning actions[0].option.duration flow.out_of_range",
                        "warning actions[1].option.reason flow.unknown_value");
    }

    @Test
    void aFlowWithinAnActionIsCheckedToo() {
        var inner = new Json.Array(List.of(Json.Obj.EMPTY.with("type", text("goto"))));
        var to = new Json.Array(List.of(Json.Obj.EMPTY.with("type", text("tel")).with("target", text("+12125550123"))));
        assertThat(found(action(1, "call", "destinations", to, "actions", inner)))
                .containsExactly(
                        "warning actions[0] flow.skipped",
                        "error actions[0].option.actions[0].option.target_id flow.no_goto_target",
                        "warning actions[0].option.actions[0].option.loop_count flow.goto_without_count");
    }

    @Test
    void thousandsOfLoopsAreLookedAtOnce() {
        var jumps = IntStream.range(0, 5_000)
                .mapToObj(i -> action(i + 1, "goto", "target_id", ref(i / 2 + 1), "loop_count", number(9)))
                .toList();
        assertThat(new FlowCheck(jumps, context(CampaignType.CALL, Ids.NIL)).check())
                .allMatch(problem -> !problem.isError());
    }
}
