package dev.outpace.ui.shell;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All keys of the console with their meaning; tooltips, menus, the palette and the list of keys read them from here. */
public enum Shortcut {
    PALETTE(Group.WINDOW, "palette", keys(KeyCode.K, SHORTCUT_DOWN)),
    SHORTCUTS(Group.WINDOW, "shortcuts", keys(KeyCode.F1)),
    FOLD_NAVIGATION(Group.WINDOW, "foldNavigation", keys(KeyCode.B, SHORTCUT_DOWN)),
    SWITCH_THEME(Group.WINDOW, "switchTheme", keys(KeyCode.L, SHORTCUT_DOWN, SHIFT_DOWN)),
    BACK(Group.WINDOW, "back", keys(KeyCode.LEFT, ALT_DOWN)),
    NEXT_REGION(Group.WINDOW, "nextRegion", keys(KeyCode.F6)),
    PREVIOUS_REGION(Group.WINDOW, "previousRegion", keys(KeyCode.F6, SHIFT_DOWN)),
    GO_1(Group.GO, "go1", keys(KeyCode.DIGIT1, SHORTCUT_DOWN)),
    GO_2(Group.GO, "go2", keys(KeyCode.DIGIT2, SHORTCUT_DOWN)),
    GO_3(Group.GO, "go3", keys(KeyCode.DIGIT3, SHORTCUT_DOWN)),
    GO_4(Group.GO, "go4", keys(KeyCode.DIGIT4, SHORTCUT_DOWN)),
    GO_5(Group.GO, "go5", keys(KeyCode.DIGIT5, SHORTCUT_DOWN)),
    GO_6(Group.GO, "go6", keys(KeyCode.DIGIT6, SHORTCUT_DOWN)),
    GO_7(Group.GO, "go7", keys(KeyCode.DIGIT7, SHORTCUT_DOWN)),
    SETTINGS(Group.GO, "settings", keys(KeyCode.COMMA, SHORTCUT_DOWN)),
    FIND(Group.LISTS, "find", keys(KeyCode.F, SHORTCUT_DOWN)),
    CREATE(Group.LISTS, "create", keys(KeyCode.N, SHORTCUT_DOWN)),
    IMPORT_FILE(Group.LISTS, "importFile", keys(KeyCode.I, SHORTCUT_DOWN)),
    OPEN(Group.LISTS, "open", keys(KeyCode.ENTER)),
    DELETE(Group.LISTS, "delete", keys(KeyCode.DELETE)),
    SAVE(Group.LISTS, "save", keys(KeyCode.S, SHORTCUT_DOWN)),
    CLOSE(Group.LISTS, "close", keys(KeyCode.ESCAPE)),
    START_STOP(Group.CAMPAIGN, "startStop", keys(KeyCode.S, SHORTCUT_DOWN, SHIFT_DOWN)),
    LISTEN(Group.CALL, "listen", keys(KeyCode.L, SHORTCUT_DOWN)),
    WHISPER(Group.CALL, "whisper", keys(KeyCode.W, SHORTCUT_DOWN, SHIFT_DOWN)),
    BARGE(Group.CALL, "barge", keys(KeyCode.B, SHORTCUT_DOWN, SHIFT_DOWN)),
    PREVIOUS_TAB(Group.CAMPAIGN, "previousTab", keys(KeyCode.PAGE_UP, SHORTCUT_DOWN)),
    NEXT_TAB(Group.CAMPAIGN, "nextTab", keys(KeyCode.PAGE_DOWN, SHORTCUT_DOWN)),
    UNDO(Group.FLOW, "undo", keys(KeyCode.Z, SHORTCUT_DOWN)),
    REDO(Group.FLOW, "redo", keys(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN), keys(KeyCode.Y, SHORTCUT_DOWN)),
    ADD_ACTION(Group.FLOW, "addAction", keys(KeyCode.INSERT)),
    CUT(Group.FLOW, "cut", keys(KeyCode.X, SHORTCUT_DOWN)),
    COPY(Group.FLOW, "copy", keys(KeyCode.C, SHORTCUT_DOWN)),
    PASTE(Group.FLOW, "paste", keys(KeyCode.V, SHORTCUT_DOWN)),
    DUPLICATE(Group.FLOW, "duplicate", keys(KeyCode.D, SHORTCUT_DOWN)),
    DELETE_ACTION(Group.FLOW, "deleteAction", keys(KeyCode.DELETE), keys(KeyCode.BACK_SPACE)),
    DELETE_AND_RECONNECT(
            Group.FLOW,
            "deleteAndReconnect",
            keys(KeyCode.DELETE, SHORTCUT_DOWN),
            keys(KeyCode.BACK_SPACE, SHORTCUT_DOWN),
            keys(KeyCode.DELETE, SHIFT_DOWN),
            keys(KeyCode.BACK_SPACE, SHIFT_DOWN)),
    SELECT_ALL(Group.FLOW, "selectAll", keys(KeyCode.A, SHORTCUT_DOWN)),
    // On many keyboards the plus is the upper half of another key.
    ZOOM_IN(
            Group.FLOW,
            "zoomIn",
            keys(KeyCode.PLUS, SHORTCUT_DOWN, SHIFT_ANY),
            keys(KeyCode.EQUALS, SHORTCUT_DOWN, SHIFT_ANY),
            keys(KeyCode.ADD, SHORTCUT_DOWN)),
    ZOOM_OUT(Group.FLOW, "zoomOut", keys(KeyCode.MINUS, SHORTCUT_DOWN), keys(KeyCode.SUBTRACT, SHORTCUT_DOWN)),
    FIT(Group.FLOW, "fit", keys(KeyCode.DIGIT0, SHORTCUT_DOWN), keys(KeyCode.NUMPAD0, SHORTCUT_DOWN));

    /** Where keys have their meaning. */
    public enum Group {
        WINDOW,
        GO,
        LISTS,
        CAMPAIGN,
        CALL,
        FLOW;

        public String textKey() {
            return "shortcutGroup." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Group group;
    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // A combination is immutable, only not annotated so.
    private final List<KeyCombination> keys;

    Shortcut(Group group, String id, KeyCombination... keys) {
        this.group = group;
        this.id = id;
        this.keys = List.of(keys);
    }

    private static KeyCombination keys(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    public Group group() {
        return group;
    }

    public String id() {
        return id;
    }

    public String textKey() {
        return "shortcut." + id;
    }

    /** The ones that are shown; others may do the same. */
    public KeyCombination keys() {
        return keys.getFirst();
    }

    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(one -> one.match(event));
    }

    /** As on a key cap: "Ctrl Shift S". */
    public String label() {
        return keys().getDisplayText().replaceAll("\\+(?=.)", " ").strip();
    }
}
