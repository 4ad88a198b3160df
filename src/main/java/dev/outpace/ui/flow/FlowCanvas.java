package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.model.Action;
import dev.outpace.model.FlowCounts;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The flow as cards with links, to look at and to edit with pointer and keys. One control for the keyboard: arrows walk from
 * card to card. Whatever its size, only what is in view is drawn.
 */
public final class FlowCanvas extends Region {
    /** From this scale on cards are nodes; smaller they are painted. */
    static final double NODES_FROM = .45;

    static final double ZOOM_STEP = 1.2;
    private static final double MARGIN = 16;

    private final FlowEditor editor;
    private final Texts texts;
    private final FlowWords words;
    private final CanvasState state = new CanvasState();
    /** Keys of the cards on the way of the test call. */
    private List<Long> lit = List.of();

    private final FlowSurface surface;
    private final CardLayer cards;
    private final FlowOverlay overlay;
    private final Minimap minimap;
    private final ZoomBox zoomBox;
    private final QuickAdd quickAdd;
    private final Button start;
    private final CanvasMenu menu;
    private final CanvasMouse mouse;
    private final CanvasReading reading;
    private final Tooltip cut = new Tooltip();
    private FlowScene scene;
    private FlowView view = new FlowView(0, 0, 1);
    private boolean framed;
    /** Somebody chose what is looked at. */
    private boolean looked;

    private Runnable onEnter = () -> {};

    /** What the canvas is made with. */
    record Parts(
            FlowEditor editor,
            Texts texts,
            Function<UUID, @Nullable String> queueName,
            Function<List<Action>, String> write,
            Function<String, Optional<List<Action>>> read) {}

    FlowCanvas(Parts parts) {
        editor = parts.editor();
        texts = parts.texts();
        words = new FlowWords(texts, parts.queueName());
        reading = new CanvasReading(editor, words, texts);
        var commands = new FlowCommands(editor, parts.write(), parts.read());
        scene = new FlowScene(editor.document(), labels(editor.document()));
        surface = new FlowSurface(() -> view, () -> scene, state, editor, texts);
        cards = new CardLayer(index -> reading.look(scene.document(), state, index));
        overlay = new FlowOverlay(() -> view, () -> scene, state, editor, this::isFocusVisible);
        minimap = new Minimap(() -> view, () -> scene, this::area, editor, this::show);
        zoomBox = new ZoomBox(texts, this::zoom, this::fit);
        quickAdd = new QuickAdd(texts, this::requestFocus);
        menu = new CanvasMenu(texts, commands, words);
        start = startCard();
        getStyleClass().add("flow-canvas");
        getChildren().addAll(surface, cards, overlay, start, zoomBox, minimap, quickAdd);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        clip();
        mouse = new CanvasMouse(this);
        keys(new CanvasKeys(this, commands));
        editor.onChange(this::changed);
        changed(FlowEditor.Change.DOCUMENT);
    }

    private Button startCard() {
        var button = new Button(texts.get("flowCanvas.start"), new org.kordamp.ikonli.javafx.FontIcon("fth-phone"));
        button.getStyleClass().add("flow-start");
        button.setId("flowStart");
        button.setOnAction(_ -> {
            editor.add(ActionType.ANSWER);
            requestFocus();
        });
        button.resize(FlowCard.WIDTH, FlowCard.HEIGHT);
        button.setManaged(false);
        return button;
    }

    private void clip() {
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    private void keys(CanvasKeys keys) {
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() != this) {
                return;
            }
            if (event.getCode() == KeyCode.SPACE) {
                mouse.setSpaceDown(true);
                event.consume();
            } else if (keys.pressed(event)) {
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                mouse.setSpaceDown(false);
            }
        });
        focusVisibleProperty().subscribe(_ -> refresh());
    }

    /** Enter, or a double click on a card. */
    void setOnEnter(Runnable action) {
        onEnter = action;
    }

    void enter() {
        if (editor.document().isEmpty()) {
            start.fire();
        } else if (editor.primary() >= 0) {
            onEnter.run();
        }
    }

    private Function<Link, String> labels(FlowDocument document) {
        return link -> words.label(document, link);
    }

    private void changed(FlowEditor.Change change) {
        if (change == FlowEditor.Change.DOCUMENT) {
            relight();
            showScene(editor.document());
            start.setVisible(editor.document().isEmpty());
            framed &= !editor.document().isEmpty() && (looked || editor.canUndo());
        }
        if (change == FlowEditor.Change.SELECTION && editor.selection().size() == 1) {
            reveal();
        }
        setAccessibleText(reading.words());
        minimap.cardsChanged();
        cardsChanged();
    }

    /** A document that is not the editor's yet, while a gesture moves cards. */
    void showScene(FlowDocument document) {
        scene = scene.of(document, labels(document));
        minimap.cardsChanged();
        cardsChanged();
    }

    void cardsChanged() {
        cards.setStale();
        refresh();
    }

    /** Paints all again with the next pulse. */
    void refresh() {
        surface.changed();
        overlay.changed();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (!framed && width > 0 && height > 0 && !scene.document().isEmpty() && editor.isPlaced()) {
            framed = true;
            view = FlowView.atTop(
                    scene.bounds(), scene.document().cards().getFirst().at(), width, height);
        }
        surface.resizeRelocate(0, 0, width, height);
        overlay.resizeRelocate(0, 0, width, height);
        boolean nodes = view.scale() >= NODES_FROM;
        cards.show(scene.document(), nodes ? scene.cardsIn(area()) : List.of(), view);
        zoomBox.autosize();
        boolean roomy = width > 480 && height > 300;
        // Where it would lie on the first card, it lies at the foot.
        zoomBox.relocate(MARGIN, roomy ? MARGIN : height - zoomBox.getHeight() - MARGIN);
        zoomBox.show(texts.percent(Math.round(view.scale() * 100)));
        minimap.setVisible(!scene.document().isEmpty() && roomy);
        minimap.relocate(width - Minimap.WIDE - MARGIN, MARGIN);
        minimap.changed();
        start.relocate((width - FlowCard.WIDTH) / 2, Math.min(height / 3, 120));
        surface.changed();
        overlay.changed();
    }

    FlowEditor editor() {
        return editor;
    }

    CanvasState state() {
        return state;
    }

    FlowScene scene() {
        return scene;
    }

    FlowView view() {
        return view;
    }

    private Bounds area() {
        return view.area(Math.max(1, getWidth()), Math.max(1, getHeight()));
    }

    void show(FlowView newView) {
        view = newView;
        framed = true;
        looked = true;
        minimap.changed();
        refresh();
    }

    void zoom(double factor) {
        show(view.zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /** Shows the beginning, or all of it where there is room. */
    public void frame() {
        framed = false;
        looked = false;
        refresh();
    }

    /** Shows all of the flow. */
    void fit() {
        show(FlowView.fitting(scene.bounds(), getWidth(), getHeight()));
    }

    /** Brings the selected card into view. */
    void reveal() {
        var card = editor.document().card(editor.primary());
        if (card != null && getWidth() > 0) {
            var box = new BoundingBox(card.at().x(), card.at().y(), FlowCard.WIDTH, FlowCard.HEIGHT);
            if (!area().contains(box)) {
                show(view.showing(box, getWidth(), getHeight()));
            }
        }
    }

    CardPoint toWorld(MouseEvent event) {
        return view.toWorld(event.getX(), event.getY());
    }

    void hover(int index) {
        if (state.hovered != index) {
            state.hovered = index;
            overlay.changed();
            tellCut(cards.cutWords(index));
        }
    }

    /** Cards let the pointer through, so what they cut is told here. */
    private void tellCut(String words) {
        Tooltip.uninstall(this, cut);
        if (!words.isEmpty()) {
            cut.setText(words);
            Tooltip.install(this, cut);
        }
    }

    /** The card whose sign for one more is here; -1 for none. */
    int plusAt(CardPoint world) {
        var around = new BoundingBox(world.x() - 12, world.y() - 12 - FlowOverlay.PLUS_BELOW - 9, 24, 60);
        return scene.cardsIn(around).stream()
                .filter(index -> index == state.hovered
                        || editor.isSelected(scene.document().cards().get(index).key()))
                .filter(index -> OpenPorts.plus(scene.document(), index) != null)
                .filter(index -> {
                    var at = scene.document().cards().get(index).at();
                    double y = at.y() + FlowCard.HEIGHT + FlowOverlay.PLUS_BELOW;
                    return Math.hypot(world.x() - at.x() - FlowCard.WIDTH / 2, world.y() - y) <= 11;
                })
                .findFirst()
                .orElse(-1);
    }

    /** Esc: what is under way, or else the selection. */
    boolean escape() {
        if (mouse.cancel()) {
            return true;
        }
        boolean any = !editor.selection().isEmpty() || state.isLighting();
        lit = List.of();
        relight();
        editor.select(List.of());
        cardsChanged();
        return any;
    }

    void closePopups() {
        menu.close();
        quickAdd.close();
    }

    void openMenu(CardPoint world, double screenX, double screenY) {
        menu.open(this, world, screenX, screenY);
    }

    /** By the keyboard: at the selected card. */
    void openMenu() {
        var card = editor.document().card(editor.primary());
        var world = card == null ? view.toWorld(40, 40) : card.at().plus(40, FlowCard.HEIGHT);
        var at = localToScreen(view.toScreenX(world.x()), view.toScreenY(world.y()));
        openMenu(world, at.getX(), at.getY());
    }

    void choosePort(List<Link> ports, CardPoint world, Consumer<Link> then) {
        var at = localToScreen(view.toScreenX(world.x()), view.toScreenY(world.y()));
        menu.choosePort(this, at.getX(), at.getY(), scene.document(), ports, then);
    }

    void quickAdd(CardPoint world, Consumer<ActionType> then) {
        double x = Math.clamp(view.toScreenX(world.x()), 8, Math.max(8, getWidth() - QuickAdd.WIDE - 8));
        double y = Math.clamp(view.toScreenY(world.y()), 8, Math.max(8, getHeight() - QuickAdd.HIGH - 8));
        quickAdd.open(x, y, then);
    }

    void quickAddHere(CardPoint world) {
        quickAdd(world, type -> editor.add(type, world));
    }

    void quickAddOn(int index, Port port, CardPoint world) {
        long key = scene.document().cards().get(index).key();
        quickAdd(world, type -> editor.insertOn(type, key, port));
    }

    void quickAddAt(FlowScene.Ghost ghost) {
        long key = scene.document().cards().get(ghost.link().from()).key();
        var place = ghost.at();
        quickAdd(
                place.plus(0, FlowCard.HEIGHT),
                type -> editor.insertOn(type, key, ghost.link().port(), place));
    }

    void quickAddAfterSelection() {
        var card = editor.document().card(editor.primary());
        quickAdd(card == null ? view.toWorld(60, 60) : card.at().plus(0, FlowCard.HEIGHT), editor::add);
    }

    /** Under the selected card, or in the middle of what is looked at. */
    CardPoint placeForPaste() {
        var card = editor.document().card(editor.primary());
        return card == null
                ? view.toWorld(getWidth() / 2 - FlowCard.WIDTH / 2, getHeight() / 2)
                : card.at().plus(24, FlowEdits.ROW + 24);
    }

    PaletteDrag paletteDrag() {
        return new PaletteDrop(this);
    }

    /**
     * Lights the way of a test call, whose last card is the current one; an empty way lights nothing.
     *
     * @param called the flow that was called: its cards stay lit wherever edits bring them
     */
    void light(FlowDocument called, List<Integer> path) {
        lit = path.stream().map(index -> called.cards().get(index).key()).toList();
        relight();
        cardsChanged();
    }

    private void relight() {
        var path = lit.stream()
                .map(editor.document()::indexOf)
                .filter(index -> index >= 0)
                .toList();
        state.light(path, lit.isEmpty() ? -1 : editor.document().indexOf(lit.getLast()));
    }

    void showCounts(FlowCounts counts) {
        if (!counts.equals(state.counts)) {
            state.counts = counts;
            cardsChanged();
        }
    }
}
