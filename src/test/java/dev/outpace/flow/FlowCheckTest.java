package dev.outpace.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Action;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowCheckTest {
    private static final Json.Obj TEXT = Json.Obj.EMPTY.with("text", new Json.Text("Good morning"));

    private static Action action(String type, Json.Obj options) {
        return new Action(Ids.NIL, Ids.NIL, type, options, Json.Obj.EMPTY);
    }

    private static Action action(String type) {
        return action(type, Json.Obj.EMPTY);
    }

    private static Stream<String> found(CampaignType type, Action... actions) {
        return new FlowCheck(List.of(actions), type)
                .check().stream().map(problem -> problem.place() + " " + problem.code());
    }

    private static Stream<String> found(Action... actions) {
        return found(CampaignType.CALL, actions);
    }

    @Test
    void aSoundFlowHasNoProblem() {
        assertThat(found(action("answer"), action("talk", TEXT), action("hangup")))
                .isEmpty();
        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsLeftEmptyIsTold() {
        var waits = action("sleep", Json.Obj.EMPTY.with("duration", new Json.Num(BigDecimal.TEN)));
        assertThat(found(action("talk"), action("sleep"), action("queue_join"), waits))
                .containsExactly("actions[0] flow.no_text", "actions[1] flow.no_duration", "actions[2] flow.no_queue");
    }

    @Test
    void whatCannotRunHereIsSkippedOrRefusesTheStart() {
        assertThat(found(action("play"), action("branch"), action("invented")))
                .containsExactly("actions[0] flow.skipped", "actions[1] flow.refuses_start", "actions[2] flow.skipped");
    }

    @Test
    void aFlowCampaignHasNoCallToSpeakOn() {
        assertThat(found(CampaignType.FLOW, action("talk", TEXT), action("stop")))
                .containsExactly("actions[0] flow.needs_call");
    }

    @Test
    void nothingComesAfterTheEnd() {
        assertThat(found(action("hangup"), action("talk", TEXT))).containsExactly("actions[1] flow.unreachable");
    }

    @Test
    void behindABranchEverythingMayBeReached() {
        assertThat(found(action("branch"), action("hangup"), action("talk", TEXT)))
                .containsExactly("actions[0] flow.refuses_start");
    }

    @Test
    void aNextActionMustBeThereAndAnIdStandsOnce() {
        var id = new UUID(0, 1);
        var lost = new Action(id, new UUID(0, 2), "answer", null, Json.Obj.EMPTY);
        var twin = new Action(id, Ids.NIL, "answer", null, Json.Obj.EMPTY);
        assertThat(found(lost, twin))
                .containsExactly(
                        "actions[0] flow.next_missing", "actions[1] flow.id_twice", "actions[1] flow.unreachable");
    }

    @Test
    void onlyWarns() {
        assertThat(new FlowCheck(List.of(action("branch"), action("talk")), CampaignType.FLOW).check())
                .isNotEmpty()
                .noneMatch(Problem::isError);
    }
}
