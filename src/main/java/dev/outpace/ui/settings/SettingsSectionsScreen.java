package dev.outpace.ui.settings;

import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sections of the settings, one of them at a time. */
public final class SettingsSectionsScreen implements Screen {
    /** @param screen made at the first visit and kept */
    public record Section(String id, String textKey, Feather icon, Supplier<Screen> screen) {}

    private final Texts texts;
    private final List<Section> sections;
    private final Map<String, Screen> screens = new HashMap<>();
    // In no toggle group: there, arrow keys would mark an entry without going to it.
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final Parent node;
    private Section shown;
    private boolean visible;

    @FXML
    private VBox entries;

    @FXML
    private StackPane place;

    public SettingsSectionsScreen(Texts texts, List<Section> sections) {
        this.texts = texts;
        this.sections = List.copyOf(sections);
        shown = sections.getFirst();
        node = new Views(texts).load(this);
    }

    @FXML
    void initialize() {
        for (var section : sections) {
            var button = new ToggleButton(texts.get(section.textKey()), new FontIcon(section.icon()));
            button.getStyleClass().add("settings-section");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> go(section.id()));
            buttons.add(button);
        }
        entries.getChildren().setAll(buttons);
        entries.addEventFilter(KeyEvent.KEY_PRESSED, this::moveFocus);
        show(shown);
    }

    private void moveFocus(KeyEvent event) {
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        int now = buttons.indexOf(entries.getScene().getFocusOwner());
        if (by != 0 && now >= 0) {
            event.consume();
            buttons.get(Math.floorMod(now + by, buttons.size())).requestFocus();
        }
    }

    private Screen screen() {
        return screens.computeIfAbsent(shown.id(), _ -> shown.screen().get());
    }

    /** To a section, unless the one that is shown has unsaved changes and the user stays with them. */
    public void go(String id) {
        mark();
        if (!shown.id().equals(id)) {
            screen().beforeLeave(() -> {
                if (visible) {
                    screen().onHide();
                }
                sections.stream()
                        .filter(section -> section.id().equals(id))
                        .findFirst()
                        .ifPresent(this::show);
            });
        }
    }

    private void show(Section section) {
        shown = section;
        place.getChildren().setAll(screen().node());
        mark();
        if (visible) {
            screen().onShow();
        }
    }

    private void mark() {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setSelected(sections.get(i).equals(shown));
        }
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        visible = true;
        screen().onShow();
    }

    @Override
    public void onHide() {
        visible = false;
        screen().onHide();
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        return screen().perform(shortcut);
    }

    @Override
    public void beforeLeave(Runnable proceed) {
        screen().beforeLeave(proceed);
    }

    @Override
    public List<Node> regions() {
        return Stream.concat(Stream.of(entries), screen().regions().stream()).toList();
    }
}
