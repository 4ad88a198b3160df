package dev.outpace.ui.campaign;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.flow.FlowCanvas;
import dev.outpace.ui.flow.FlowDesk;
import dev.outpace.ui.flow.FlowEditor;
import dev.outpace.ui.flow.FlowPlaces;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Calls;
import java.util.List;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The flow of a campaign: what a call does once it is answered, as cards on a canvas, with the form of the selected one. */
final class ActionsTabController implements TabContent {
    private enum View {
        VISUAL,
        JSON,
        BOTH
    }

    /** In a window as small as it may get the panes at the sides take less, and two views together need one of them. */
    private static final double NARROW_BELOW = 1_100;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final CampaignEdit edit;
    private final CampaignSaving saving;
    private final Texts texts;
    private final LiveWorkspace live;
    private final FlowEditor editor;
    private final FlowDesk desk;
    private final Tasks tasks;
    private final Calls calls;
    private Subscription shown = Subscription.EMPTY;
    private boolean writing;
    private boolean countsAsked;
    private boolean counted;

    @FXML
    private VBox root;

    @FXML
    private HBox bar;

    @FXML
    private SegmentedControl<View> view;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private IconWord elsewhere;

    @FXML
    private Region dot;

    @FXML
    private Label changes;

    @FXML
    private Button revert;

    @FXML
    private Button save;

    @FXML
    private StackPane palettePlace;

    @FXML
    private StackPane problemPlace;

    @FXML
    private StackPane visualPlace;

    @FXML
    private StackPane jsonPlace;

    @FXML
    private StackPane canvasPlace;

    @FXML
    private StackPane inspectorPlace;

    @FXML
    private Label atEnd;

    @FXML
    private Label applies;

    ActionsTabController(CampaignEdit edit, CampaignSaving saving, CampaignScreen.Parts parts) {
        this.edit = edit;
        this.saving = saving;
        this.tasks = parts.tasks();
        this.calls = parts.calls();
        this.texts = parts.texts();
        this.live = parts.live();
        editor = new FlowEditor(texts, UUID::randomUUID);
        desk = new FlowDesk(
                editor,
                new FlowDesk.Parts(
                        texts,
                        parts.live(),
                        tasks,
                        parts.json(),
                        parts.dialogs(),
                        parts.clock(),
                        edit::draft,
                        this::textIsUnreadable));
    }

    private void textIsUnreadable(boolean unreadable) {
        if (unreadable) {
            edit.setUnreadable(CampaignField.ACTIONS);
        } else if (edit.isUnreadable(CampaignField.ACTIONS)) {
            edit.set(CampaignField.ACTIONS, editor.actions());
        }
    }

    @FXML
    void initialize() {
        view.setSegments(List.of(
                new SegmentedControl.Segment<>(View.VISUAL, texts.get("flowCanvas.view.visual")),
                new SegmentedControl.Segment<>(View.JSON, texts.get("flowCanvas.view.json")),
                new SegmentedControl.Segment<>(View.BOTH, texts.get("flowCanvas.view.both"))));
        view.valueProperty().subscribe(now -> {
            show(visualPlace, now != View.JSON);
            showPalette();
            boolean json = now == View.JSON || now == View.BOTH;
            show(jsonPlace, json);
            desk.setJsonShown(json);
            desk.canvas().frame();
        });
        palettePlace.getChildren().setAll(desk.palette());
        canvasPlace.getChildren().setAll(desk.canvas());
        jsonPlace.getChildren().setAll(desk.json());
        problemPlace.getChildren().setAll(desk.problems());
        inspectorPlace.getChildren().setAll(desk.side());
        root.widthProperty().subscribe(_ -> {
            root.pseudoClassStateChanged(NARROW, isNarrow());
            showPalette();
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInText);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        editor.onChange(this::changed);
        take();
    }

    private boolean isNarrow() {
        return root.getWidth() > 0 && root.getWidth() < NARROW_BELOW;
    }

    private void showPalette() {
        show(palettePlace, view.getValue() == View.VISUAL || (view.getValue() == View.BOTH && !isNarrow()));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** A text that has nothing of its own left to take back would keep the key for itself. */
    private void pressedInText(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl text
                && ((Shortcut.UNDO.matches(event) && !text.isUndoable())
                        || (Shortcut.REDO.matches(event) && !text.isRedoable()))) {
            pressed(event);
        }
    }

    private void pressed(KeyEvent event) {
        if (Shortcut.UNDO.matches(event)) {
            undo();
            event.consume();
        } else if (Shortcut.REDO.matches(event)) {
            redo();
            event.consume();
        }
    }

    @Override
    public void onShow() {
        shown = edit.onChange(this::take);
        take();
    }

    @Override
    public void onHide() {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
    }

    FlowCanvas canvas() {
        return desk.canvas();
    }

    FlowEditor editor() {
        return editor;
    }

    /** The counters follow a campaign that calls; of one that has stopped they are read once. */
    @Override
    public void tick() {
        boolean calling = edit.saved().status() != CampaignStatus.STOP;
        if (countsAsked || (!calling && counted)) {
            return;
        }
        countsAsked = true;
        counted = !calling;
        tasks.onFx(
                calls.flowCounts(edit.saved().id()),
                counts -> {
                    countsAsked = false;
                    desk.showCounts(counts);
                },
                _ -> countsAsked = false);
    }

    /** What the edit has now, where that isn't from here. */
    private void take() {
        if (writing) {
            return;
        }
        var actions = edit.get(CampaignField.ACTIONS);
        boolean saved = !edit.isChanged(CampaignField.ACTIONS) && !edit.isChanged(CampaignField.LAYOUT);
        boolean placesReverted = saved
                && editor.isMoved()
                && !edit.saved(CampaignField.LAYOUT).equals(editor.places().json());
        if (placesReverted || !actions.equals(editor.actions())) {
            boolean sameButIds = !placesReverted && CampaignField.ACTIONS.same(editor.actions(), actions);
            writing = true;
            if (sameButIds) {
                editor.adopt(actions);
            } else {
                editor.open(actions, new FlowPlaces(edit.get(CampaignField.LAYOUT)));
                desk.placeFirst();
            }
            writing = false;
        }
        if (saved && editor.changes() > 0) {
            editor.setSaved();
        }
        editor.setProblems(edit.problemsAt(CampaignField.ACTIONS));
        showState();
    }

    private void changed(FlowEditor.Change change) {
        if (change == FlowEditor.Change.DOCUMENT && !writing) {
            writing = true;
            edit.set(CampaignField.ACTIONS, editor.actions());
            edit.set(
                    CampaignField.LAYOUT, editor.isMoved() ? editor.places().json() : edit.saved(CampaignField.LAYOUT));
            writing = false;
            editor.setProblems(edit.problemsAt(CampaignField.ACTIONS));
        }
        showState();
    }

    private void showState() {
        undo.setDisable(!editor.canUndo());
        redo.setDisable(!editor.canRedo());
        tell(
                undo,
                editor.canUndo()
                        ? texts.get("flowCanvas.undo", editor.undoName())
                        : texts.get("flowCanvas.undo.nothing"));
        tell(
                redo,
                editor.canRedo()
                        ? texts.get("flowCanvas.redo", editor.redoName())
                        : texts.get("flowCanvas.redo.nothing"));
        int count = unsaved();
        show(dot, count > 0);
        changes.setText(count == 0 ? texts.get("flowCanvas.noChanges") : texts.get("flowCanvas.changes", count));
        revert.setDisable(!edit.isDirty() || edit.isSaving());
        save.setDisable(!edit.canSave());
        tellEnd(edit.draft());
        show(applies, edit.saved().status() != CampaignStatus.STOP);
        show(elsewhere, edit.isChangedElsewhere(CampaignField.ACTIONS));
        elsewhere.show(Looks.of(Severity.WARNING), texts.get("flowCanvas.elsewhere"));
    }

    /** A campaign with a queue needs no action that joins it: its calls do so at the end. */
    private void tellEnd(Campaign draft) {
        var queue = draft.type() == CampaignType.CALL ? live.queue(draft.queueId()) : null;
        show(atEnd, queue != null);
        atEnd.setText(
                queue == null ? "" : texts.get("flowCanvas.atEnd", queue.queue().name()));
    }

    /** Edits of the flow count each for itself, those of the settings by their fields. */
    private int unsaved() {
        int flow = (edit.isChanged(CampaignField.ACTIONS) ? 1 : 0) + (edit.isChanged(CampaignField.LAYOUT) ? 1 : 0);
        return edit.changes() - flow + (flow == 0 ? 0 : Math.max(1, editor.changes()));
    }

    private static void tell(Button button, String words) {
        button.setAccessibleText(words);
        var tooltip = button.getTooltip();
        if (tooltip == null) {
            button.setTooltip(new Tooltip(words));
        } else {
            tooltip.setText(words);
        }
    }

    @FXML
    void undo() {
        editor.undo();
    }

    @FXML
    void redo() {
        editor.redo();
    }

    @FXML
    void arrange() {
        desk.arrange();
    }

    @FXML
    void testCall() {
        desk.toggleTestCall();
    }

    @FXML
    void templates() {
        desk.askTemplate();
    }

    @FXML
    void revert() {
        edit.revert();
    }

    @Override
    public List<Node> regions(Node whole) {
        return List.of(bar, palettePlace, visualPlace, jsonPlace, problemPlace, inspectorPlace);
    }

    /** What was typed and not yet taken over belongs to what is saved. */
    void beforeSave() {
        desk.flush();
    }

    @FXML
    void save() {
        beforeSave();
        saving.save(() -> {});
    }
}
