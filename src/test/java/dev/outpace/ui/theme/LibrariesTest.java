package dev.outpace.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.UiRig;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.GridView;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the libraries bring is dressed like our own, in windows and in popups. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class LibrariesTest {

    private final Theme theme = new Theme(Theme.Mode.LIGHT);
    private final ComboBox<String> combo = new ComboBox<>(FXCollections.observableArrayList("One", "Two"));
    private final SearchableComboBox<String> searchable = new SearchableComboBox<>();
    private final CheckComboBox<String> checks = new CheckComboBox<>(FXCollections.observableArrayList("A", "B"));
    private final Label label = new Label("Label");
    private VBox root;

    /** Controls can't be made before. */
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Start
    void start(Stage stage) {
        searchable.getItems().addAll("Renewals", "Front desk");
        root = new VBox(8, combo, searchable, checks, new ToggleSwitch("Switch"), new GridView<String>());
        root.getChildren().addAll(new StatusBar(), label);
        var scene = new Scene(root, 600, 500);
        theme.install(scene);
        UiRig.put(stage, scene);
        stage.show();
    }

    @Test
    void controlsAndPopupsAreDrawnInBothThemesWithoutAWarningOfTheStyleEngine(FxRobot robot) {
        var menu = new ContextMenu(new MenuItem("Available"), new SeparatorMenuItem(), new MenuItem("Away"));
        var popOver = new PopOver(new Label("Content"));
        try (var warnings = new CssWarnings()) {
            for (var mode : Theme.Mode.values()) {
                robot.interact(() -> {
                    theme.setMode(mode);
                    root.applyCss();
                });
                robot.interact(combo::show);
                robot.interact(combo::hide);
                robot.interact(searchable::show);
                robot.interact(searchable::hide);
                robot.interact(() -> menu.show(label, 100, 100));
                robot.interact(menu::hide);
                robot.interact(() -> popOver.show(label));
                robot.interact(() -> popOver.hide(Duration.ZERO));
                robot.interact(
                        () -> Notifications.create().owner(root).text("Saved").showInformation());
                WaitForAsyncUtils.waitForFxEvents();
            }
            assertThat(warnings.messages()).isEmpty();
        }
    }

    @Test
    void popupsTakeOverTheStyleSheetsOfTheirWindow(FxRobot robot) {
        robot.interact(combo::show);
        var popup = Window.getWindows().stream()
                .filter(window -> !(window instanceof Stage))
                .findFirst()
                .orElseThrow();
        assertThat(popup.getScene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("controls.css"));
    }
}
