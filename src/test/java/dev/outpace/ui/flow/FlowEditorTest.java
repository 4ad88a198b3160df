package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.model.Action;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.ui.texts.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowEditorTest {
    private final FlowEditor editor = new FlowEditor(
            new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC),
            new RandomFlows(1).ids());

    @Test
    void aNewActionFollowsTheSelectedOneAndIsSelected() {
        open(ActionType.ANSWER, ActionType.HANGUP);
        editor.selectIndex(0);
        editor.add(ActionType.TALK);
        assertThat(types()).containsExactly("answer", "talk", "hangup");
        assertThat(editor.selectedIndex()).isEqualTo(1);
        assertThat(editor.undoName()).isEqualTo("add talk");
    }

    @Test
    void typingOneOptionIsOneStepAndAnotherOptionAnother() {
        open(ActionType.TALK);
        type("text", "H");
        type("text", "Hi");
        type("language", "en-GB");
        assertThat(editor.changes()).isEqualTo(2);
        editor.undo();
        editor.undo();
        assertThat(editor.canUndo()).isFalse();
        assertThat(editor.actions().getFirst().options().isEmpty()).isTrue();
    }

    @Test
    void whatIsSelectedAndGoneIsNotSelectedAnyMore() {
        open(ActionType.ANSWER, ActionType.TALK);
        editor.selectIndex(0);
        editor.add(ActionType.SLEEP);
        editor.undo();
        assertThat(editor.selectedIndex()).isEqualTo(-1);
    }

    @Test
    void idsThatSavingGaveAreNoStep() {
        open(ActionType.ANSWER, ActionType.TALK);
        editor.selectIndex(1);
        editor.duplicateSelection();
        var saved = new ArrayList<Action>();
        for (int i = 0; i < 3; i++) {
            saved.add(editor.actions().get(i).withId(new UUID(3, i)));
        }
        editor.adopt(saved);
        editor.setSaved();
        assertThat(editor.changes()).isZero();
        assertThat(editor.actions()).isEqualTo(saved);
        editor.undo();
        assertThat(types()).containsExactly("answer", "talk");
    }

    @Test
    void placesAreKeptByIdOrIndexAndFoundAgain() {
        open(ActionType.ANSWER, ActionType.TALK);
        assertThat(editor.isMoved()).isFalse();
        editor.move(List.of(1L), 160, 16, false);
        assertThat(editor.isMoved()).isTrue();
        var places = editor.places();
        var other = new FlowEditor(
                new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC),
                new RandomFlows(2).ids());
        other.open(
                editor.actions().stream()
                        .map(action -> action.withId(UUID.randomUUID()))
                        .toList(),
                places);
        assertThat(other.isPlaced()).isTrue();
        assertThat(other.document().cards().get(1).at())
                .isEqualTo(editor.document().cards().get(1).at());
    }

    @Test
    void openedAgainItLiesWhereItLayBeforeItWasMoved() {
        open(ActionType.ANSWER, ActionType.TALK);
        var before = editor.document().cards();
        editor.move(List.of(0L, 1L), 160, 16, false);
        editor.open(editor.actions(), FlowPlaces.NONE);
        assertThat(editor.document().cards()).isEqualTo(before);
        assertThat(editor.changes()).isZero();
    }

    @Test
    void theWorstProblemOfACardIsItsSign() {
        open(ActionType.ANSWER, ActionType.TALK);
        editor.setProblems(List.of(
                Problem.warning("flow.unreachable", "actions[1]"), Problem.error("flow.no_default", "actions[1]")));
        assertThat(editor.severity(1)).isEqualTo(Severity.ERROR);
        assertThat(editor.severity(0)).isNull();
        assertThat(editor.problemsOf(1)).hasSize(2);
    }

    @Test
    void arrangingIsOneStep() {
        open(ActionType.ANSWER, ActionType.TALK);
        editor.move(List.of(0L, 1L), 8, 8, false);
        editor.arrange(FlowLayout.placeQuickly(editor.document().graph()));
        assertThat(editor.undoName()).isEqualTo("arrange");
        editor.undo();
        assertThat(editor.undoName()).isEqualTo("move 2 actions");
    }

    private void open(ActionType... types) {
        editor.open(Stream.of(types).map(NewActions::of).toList(), FlowPlaces.NONE);
        editor.firstPlaces(FlowLayout.placeQuickly(editor.document().graph()));
    }

    private void type(String option, String text) {
        var action = editor.actions().getFirst();
        editor.replace(0, action.withOption(action.options().with(option, new Json.Text(text))), option);
    }

    private List<String> types() {
        return editor.actions().stream().map(Action::type).toList();
    }
}
