package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.FlowGraph.Way;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowEditsTest {
    private final FlowEdits edits = new FlowEdits(new RandomFlows(1).ids());

    @Test
    void aCardBetweenTwoIsFollowedByTheSecond() {
        var document = document(ActionType.ANSWER, ActionType.TALK, ActionType.HANGUP);
        var edited =
                edits.insertAfter(document, 0, NewActions.of(ActionType.SLEEP)).document();
        assertThat(types(edited)).containsExactly("answer", "sleep", "talk", "hangup");
        assertThat(edited.actions()).allMatch(action -> Ids.isNil(action.nextId()));
    }

    @Test
    void aCardOnAnOpenPortLeavesTheLastOfTheListAlone() {
        var document = document(ActionType.CONDITION_VARIABLE, ActionType.TALK);
        var edited = edits.insertOn(document, 0, Port.FALSE, NewActions.of(ActionType.PLAY));
        var graph = edited.document().graph();
        int play = edited.document().indexOf(edited.touched().getFirst());
        assertThat(graph.link(0, Port.FALSE).orElseThrow().to()).isEqualTo(play);
        assertThat(target(edited.document(), 0)).isEqualTo("talk");
        int talk = edited.document().indexOf(1);
        assertThat(graph.link(talk, Port.NEXT).orElseThrow().way()).isEqualTo(Way.END);
        assertThat(graph.link(play, Port.NEXT).orElseThrow().way()).isEqualTo(Way.FINISH);
    }

    @Test
    void connectingGivesTheTargetAnIdAndNamesNoNextOfTheList() {
        var document = document(ActionType.ANSWER, ActionType.TALK, ActionType.SLEEP);
        var skipped = edits.connect(document, 0, Port.NEXT, 2);
        assertThat(Ids.isNil(skipped.actions().get(2).id())).isFalse();
        assertThat(target(skipped, 0)).isEqualTo("sleep");
        var back = edits.connect(skipped, 0, Port.NEXT, 1);
        assertThat(Ids.isNil(back.actions().getFirst().nextId())).isTrue();
        assertThat(target(back, 0)).isEqualTo("talk");
    }

    @Test
    void aCutBranchKeepsItsKey() {
        var document = document(ActionType.BRANCH, ActionType.TALK);
        var connected = edits.connect(document, 0, Port.branch("1"), 1);
        assertThat(connected.graph().link(0, Port.branch("1")).orElseThrow().to())
                .isEqualTo(1);
        var cut = edits.disconnect(connected, 0, Port.branch("1"));
        assertThat(cut.graph().link(0, Port.branch("1")).orElseThrow().way()).isEqualTo(Way.UNSET);
        assertThat(Ghosts.isGhost(cut.graph().link(0, Port.branch("1")).orElseThrow()))
                .isTrue();
    }

    @Test
    void cuttingTheSuccessorEndsTheFlowThere() {
        var document = document(ActionType.ANSWER, ActionType.TALK);
        var cut = edits.disconnect(document, 0, Port.NEXT);
        assertThat(cut.graph().link(0, Port.NEXT).orElseThrow().way()).isEqualTo(Way.FINISH);
    }

    @Test
    void deletingCutsWhatLedThereAndReconnectingJoinsIt() {
        var document = document(ActionType.ANSWER, ActionType.TALK, ActionType.SLEEP, ActionType.HANGUP);
        var looped = edits.connect(document, 2, Port.NEXT, 1);
        var deleted = edits.delete(looped, List.of(1L));
        assertThat(types(deleted)).containsExactly("answer", "sleep", "hangup");
        assertThat(deleted.graph().link(0, Port.NEXT).orElseThrow().way()).isEqualTo(Way.FINISH);
        assertThat(deleted.graph().link(1, Port.NEXT).orElseThrow().way()).isEqualTo(Way.FINISH);
        var joined = edits.deleteAndReconnect(document, List.of(1L, 2L));
        assertThat(types(joined)).containsExactly("answer", "hangup");
        assertThat(target(joined, 0)).isEqualTo("hangup");
    }

    @Test
    void copiesLeadToEachOtherAndNotToTheFirstOnes() {
        var document = document(ActionType.BRANCH, ActionType.TALK, ActionType.HANGUP);
        var wired = edits.connect(edits.connect(document, 0, Port.branch("1"), 1), 0, Port.DEFAULT, 2);
        var copied = edits.duplicate(wired, List.of(0L, 1L), 20, 20);
        var graph = copied.document().graph();
        int branch = copied.document().indexOf(copied.touched().getFirst());
        assertThat(graph.link(branch, Port.branch("1")).orElseThrow().to()).isEqualTo(branch + 1);
        assertThat(graph.link(branch, Port.DEFAULT).orElseThrow().to()).isEqualTo(2);
        assertThat(copied.document().actions().stream().map(Action::id).filter(id -> !Ids.isNil(id)))
                .doesNotHaveDuplicates();
    }

    @Test
    void pastedIntoAnotherFlowTheyForgetWhatIsNotThere() {
        var document = edits.connect(document(ActionType.CONDITION_VARIABLE, ActionType.TALK), 0, Port.FALSE, 1);
        var copied = FlowCopy.copied(document, List.of(0L));
        var pasted = edits.paste(FlowDocument.EMPTY, copied, List.of(new CardPoint(0, 0)))
                .document();
        assertThat(pasted.graph().link(0, Port.FALSE).orElseThrow().way()).isEqualTo(Way.UNSET);
    }

    @Test
    void theFirstOfTheListIsAnotherAndAllElseLeadsWhereItLed() {
        var document = document(ActionType.ANSWER, ActionType.TALK, ActionType.SLEEP);
        var edited = edits.makeFirst(document, 1);
        assertThat(types(edited)).containsExactly("talk", "answer", "sleep");
        assertThat(target(edited, 0)).isEqualTo("sleep");
        assertThat(target(edited, 1)).isEqualTo("talk");
    }

    @Test
    void newActionsBeginWithWhatTheyNeed() {
        assertThat(NewActions.of(ActionType.ANSWER).option()).isNull();
        assertThat(NewActions.of(ActionType.TALK).option()).isEqualTo(Json.Obj.EMPTY);
        assertThat(NewActions.of(ActionType.DIGITS_RECEIVE).options().integer("duration", 0))
                .isEqualTo(5_000);
        assertThat(NewActions.of(ActionType.CONDITION_VARIABLE).options().text("condition", ""))
                .isEqualTo("==");
    }

    @Test
    void anotherListKeepsCardsByIdOrByPlace() {
        var document = document(ActionType.ANSWER, ActionType.TALK, ActionType.HANGUP);
        var connected = edits.connect(document, 0, Port.NEXT, 2);
        var actions = new ArrayList<>(connected.actions());
        actions.addFirst(NewActions.of(ActionType.AMD));
        var rebuilt = FlowCopy.rebuilt(connected, actions);
        assertThat(rebuilt.cards().getLast().key()).isEqualTo(2);
        assertThat(rebuilt.cards().stream().map(FlowCard::key)).doesNotHaveDuplicates();
        assertThat(rebuilt.actions()).isEqualTo(actions);
    }

    private FlowDocument document(ActionType... types) {
        return FlowCopy.rebuilt(
                FlowDocument.EMPTY, Stream.of(types).map(NewActions::of).toList());
    }

    private static List<String> types(FlowDocument document) {
        return document.actions().stream().map(Action::type).toList();
    }

    private static String target(FlowDocument document, int index) {
        FlowGraph graph = document.graph();
        return document.actions()
                .get(graph.link(index, Port.NEXT).orElseThrow().to())
                .type();
    }
}
