package dev.outpace.ui.shell;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All keys of the console with their meaning; tooltips, menus and the palette read them from here. */
public enum Shortcut {
    PALETTE("palette", KeyCode.K, SHORTCUT_DOWN),
    FOLD_NAVIGATION("foldNavigation", KeyCode.B, SHORTCUT_DOWN),
    SWITCH_THEME("switchTheme", KeyCode.L, SHORTCUT_DOWN, SHIFT_DOWN),
    FIND("find", KeyCode.F, SHORTCUT_DOWN),
    CREATE("create", KeyCode.N, SHORTCUT_DOWN),
    IMPORT_FILE("importFile", KeyCode.I, SHORTCUT_DOWN),
    BACK("back", KeyCode.LEFT, ALT_DOWN),
    START_STOP("startStop", KeyCode.S, SHORTCUT_DOWN, SHIFT_DOWN),
    PREVIOUS_TAB("previousTab", KeyCode.PAGE_UP, SHORTCUT_DOWN),
    NEXT_TAB("nextTab", KeyCode.PAGE_DOWN, SHORTCUT_DOWN),
    SAVE("save", KeyCode.S, SHORTCUT_DOWN),
    NEXT_REGION("nextRegion", KeyCode.F6),
    PREVIOUS_REGION("previousRegion", KeyCode.F6, SHIFT_DOWN),
    GO_1("go1", KeyCode.DIGIT1, SHORTCUT_DOWN),
    GO_2("go2", KeyCode.DIGIT2, SHORTCUT_DOWN),
    GO_3("go3", KeyCode.DIGIT3, SHORTCUT_DOWN),
    GO_4("go4", KeyCode.DIGIT4, SHORTCUT_DOWN),
    GO_5("go5", KeyCode.DIGIT5, SHORTCUT_DOWN),
    GO_6("go6", KeyCode.DIGIT6, SHORTCUT_DOWN),
    SETTINGS("settings", KeyCode.COMMA, SHORTCUT_DOWN);

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // A combination is immutable, only not annotated so.
    private final KeyCombination keys;

    Shortcut(String id, KeyCode code, KeyCombination.Modifier... modifiers) {
        this.id = id;
        this.keys = new KeyCodeCombination(code, modifiers);
    }

    public String id() {
        return id;
    }

    public String textKey() {
        return "shortcut." + id;
    }

    public KeyCombination keys() {
        return keys;
    }

    public boolean matches(KeyEvent event) {
        return keys.match(event);
    }

    /** As on a key cap: "Ctrl Shift S". */
    public String label() {
        return keys.getDisplayText().replace("+", " ").strip();
    }
}
