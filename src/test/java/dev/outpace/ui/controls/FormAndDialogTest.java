package dev.outpace.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FormAndDialogTest {

    private final FormField form = new FormField();
    private final TextField name = new TextField("Spring renewal 2026");
    private final ChoiceCard stop = new ChoiceCard();
    private final ChoiceCard go = new ChoiceCard();
    private final DialogLayer dialogs = new DialogLayer();
    private final ToastLayer toasts = new ToastLayer("Close");

    /** Controls can't be made before. */
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Start
    void start(Stage stage) {
        form.setLabel("Name");
        form.setContent(name);
        stop.setTitle("Stop");
        go.setTitle("Continue");
        new ToggleGroup().getToggles().addAll(stop, go);
        var scene = new Scene(new StackPane(new VBox(10, form, stop, go), toasts, dialogs), 700, 500);
        new Theme(Theme.Mode.LIGHT).install(scene);
        UiRig.put(stage, scene);
        stage.show();
    }

    @Test
    void anErrorIsToldByWordsAndOnTheControlAndGoesAgain(FxRobot robot) {
        assertThat(name.getAccessibleText()).isEqualTo("Name");
        robot.interact(() -> form.setError("This name is taken."));
        assertThat(name.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("error"));
        assertThat(name.getAccessibleHelp()).isEqualTo("This name is taken.");
        assertThat(robot.lookup(".field-error").query().isVisible()).isTrue();
        robot.interact(() -> form.setError(""));
        assertThat(name.getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("error"));
        assertThat(robot.lookup(".field-error").query().isVisible()).isFalse();
    }

    @Test
    void exactlyOneChoiceIsSelected(FxRobot robot) {
        robot.clickOn(stop).clickOn(stop);
        assertThat(stop.isSelected()).isTrue();
        robot.type(KeyCode.DOWN);
        assertThat(go.isSelected()).isTrue();
        assertThat(stop.isSelected()).isFalse();
    }

    @Test
    void theFocusReturnsToWhereItWasAfterADialog(FxRobot robot) {
        var answers = ask(robot, true);
        assertThat(robot.lookup("Cancel").query().isFocused()).isTrue();
        robot.clickOn("Stop campaign");
        assertThat(answers).containsExactly(true);
        assertThat(name.isFocused()).isTrue();
    }

    @Test
    void enterOnADialogWithoutDangerConfirms(FxRobot robot) {
        var answers = ask(robot, false);
        robot.type(KeyCode.ENTER);
        assertThat(answers).containsExactly(true);
    }

    @Test
    void escapeCancelsOnlyTheUppermostDialog(FxRobot robot) {
        var first = ask(robot, true);
        var second = ask(robot, true);
        robot.type(KeyCode.ESCAPE);
        assertThat(second).containsExactly(false);
        assertThat(first).isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(first).containsExactly(false);
    }

    @Test
    void whatScrollsInADialogHasTheFocusAtOnceSoThatEscapeIsHeard(FxRobot robot) {
        var inner = new Button("Inner");
        var dialog = new VBox(new ScrollPane(inner));
        var cancelled = new ArrayList<String>();
        robot.interact(() -> {
            name.requestFocus();
            dialogs.open(dialog, inner, () -> {
                dialogs.close(dialog);
                cancelled.add("cancelled");
            });
        });
        assertThat(inner.isFocused()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(cancelled).containsExactly("cancelled");
        assertThat(name.isFocused()).isTrue();
    }

    @Test
    void theActionOfAToastRunsAndTheToastGoes(FxRobot robot) {
        var undone = new ArrayList<String>();
        robot.interact(() -> toasts.show(
                new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)),
                "Service level is 120 %",
                new ToastLayer.Action("Undo", () -> undone.add("service level"))));
        robot.clickOn("Undo");
        assertThat(undone).containsExactly("service level");
        assertThat(toasts.getChildren()).isEmpty();
    }

    @Test
    void atMostThreeToastsStandAtOnce(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 0; i < 5; i++) {
                toasts.show(new Look(Tone.SUCCESS, Symbol.RING), "Message " + i);
            }
        });
        assertThat(toasts.getChildren()).hasSize(3);
        assertThat(toasts.getChildren().getLast().getAccessibleText()).isEqualTo("Message 4");
    }

    private List<Boolean> ask(FxRobot robot, boolean dangerous) {
        var answers = new ArrayList<Boolean>();
        robot.interact(() -> {
            if (!dialogs.isShowing()) {
                name.requestFocus();
            }
            new ConfirmDialog("Stop?", "Calls finish first.", "Stop campaign", "Cancel", dangerous)
                    .askIn(dialogs)
                    .thenAccept(answers::add);
        });
        return answers;
    }
}
