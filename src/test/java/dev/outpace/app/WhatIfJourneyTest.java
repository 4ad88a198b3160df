package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.Seen;
import dev.outpace.ui.UiRig;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A supervisor asks what another service level would bring, takes the advice, and takes it back. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class WhatIfJourneyTest {
    @TempDir
    private Path folder;

    private ConsoleRig rig;

    @Start
    void start(Stage stage) {
        rig = new ConsoleRig(folder, stage);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aLevelIsSimulatedAppliedAndTakenBack(FxRobot robot) {
        rig.importSetUp();
        rig.open(robot, 1);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT7).release(KeyCode.DIGIT7, KeyCode.CONTROL);
        UiRig.waitFor(() -> Seen.says(robot, "Nothing simulated yet"));
        int before = rig.campaign().serviceLevel();

        type(robot, "Agents, agents", "none");
        press(robot, "Run");
        assertThat(Seen.errors(robot)).containsExactly("Enter a number.");
        type(robot, "Agents, agents", "-5");
        assertThat(Seen.errors(robot)).isEmpty();
        press(robot, "Run");
        assertThat(Seen.errors(robot)).containsExactly("Enter a whole number from 1 to 2000.");
        type(robot, "Agents, agents", "12");
        assertThat(Seen.errors(robot)).isEmpty();
        press(robot, "Run");
        rig.simulations.await();
        UiRig.waitFor(() -> Seen.says(robot, "Run again"));
        UiRig.waitFor(() -> robot.lookup(".what-if-advice .primary").tryQuery().isPresent());

        var apply = robot.lookup(".what-if-advice .primary").queryButton();
        assertThat(apply.getText()).matches("Apply \\d+\u00a0% to campaign");
        robot.interact(apply::fire);
        UiRig.waitFor(() -> Seen.words(robot, ".confirm-dialog .label").stream()
                .anyMatch(words -> words.contains("The simulation differs from today: Agents 12, today 4")));
        press(robot, apply.getText(), ".confirm-dialog");
        UiRig.waitFor(() -> rig.campaign().serviceLevel() != before);
        assertThat(apply.getText()).contains(rig.campaign().serviceLevel() + "\u00a0%");
        UiRig.waitFor(() -> Seen.says(robot, "Applied"));
        press(robot, "Undo");
        UiRig.waitFor(() -> rig.campaign().serviceLevel() == before);
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> ((TextField) Seen.field(robot, field)).setText(text));
    }

    private static void press(FxRobot robot, String words) {
        press(robot, words, ".root");
    }

    private static void press(FxRobot robot, String words, String within) {
        var button = robot.from(robot.lookup(within).queryAll())
                .lookup((Button shown) -> words.equals(shown.getText()) && shown.isVisible())
                .queryButton();
        robot.interact(button::fire);
    }
}
