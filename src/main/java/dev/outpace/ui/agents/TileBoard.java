package dev.outpace.ui.agents;

import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.shell.Shortcut;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Agents as tiles, of which only the visible ones exist. A tile stays with its agent while both are in sight: who changes
 * places is moved, so nothing flickers, and the selection goes along. (ControlsFX's GridView empties and fills every visible
 * cell at each change of its list, and knows neither selection nor keys.)
 */
final class TileBoard extends Region {

    /** Where a menu of an agent is asked for, on the screen. */
    @FunctionalInterface
    interface MenuRequest {
        void open(AgentRow row, double screenX, double screenY);
    }

    private static final double HEIGHT = 78;
    private static final double SMALL_HEIGHT = 60;
    private static final double MENU_INSET = 8;

    private final AgentWords words;
    private final double leastWidth;
    private final Pane sheet = new Pane();
    private final ScrollBar scroll = new ScrollBar();
    private final Map<AgentRow, AgentTile> tiles = new HashMap<>();
    private final Deque<AgentTile> spare = new ArrayDeque<>();
    private final ObjectProperty<@Nullable AgentRow> selected = new SimpleObjectProperty<>(this, "selected");
    private List<AgentRow> rows = List.of();
    private Instant now = Instant.EPOCH;
    private boolean small;
    private Consumer<AgentRow> open = row -> {};
    private Consumer<AgentRow> delete = row -> {};
    private MenuRequest menu = (row, x, y) -> {};

    TileBoard(AgentWords words) {
        this.words = words;
        leastWidth = AgentTile.leastWidth(words);
        getStyleClass().add("tile-board");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        scroll.setOrientation(javafx.geometry.Orientation.VERTICAL);
        scroll.setFocusTraversable(false);
        scroll.valueProperty().subscribe(value -> requestLayout());
        getChildren().addAll(sheet, scroll);
        selected.subscribe(this::mark);
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPress);
        setOnContextMenuRequested(event -> {
            var row = event.isKeyboardTrigger() ? selected.get() : at(event.getX(), event.getY());
            if (row != null) {
                event.consume();
                if (event.isKeyboardTrigger()) {
                    openMenu(row);
                } else {
                    menu.open(row, event.getScreenX(), event.getScreenY());
                }
            }
        });
    }

    ObjectProperty<@Nullable AgentRow> selectedProperty() {
        return selected;
    }

    void setOnOpen(Consumer<AgentRow> action) {
        open = action;
    }

    void setOnDelete(Consumer<AgentRow> action) {
        delete = action;
    }

    void setOnMenu(MenuRequest action) {
        menu = action;
    }

    /** @param inOrder a view of them; call again when it changed */
    void show(List<AgentRow> inOrder, boolean smallTiles, Instant moment) {
        rows = inOrder;
        now = moment;
        if (small != smallTiles) {
            small = smallTiles;
            tiles.clear();
            spare.clear();
            sheet.getChildren().clear();
        }
        var chosen = selected.get();
        if (chosen != null && !rows.contains(chosen)) {
            selected.set(null);
        }
        // Before the pulse styles the window, so that a state has its colour at once.
        tiles.forEach((row, tile) -> tile.show(row, now));
        requestLayout();
    }

    void scrollToTop() {
        scroll.setValue(0);
    }

    /** Only what is visible ticks. */
    void tick(Instant moment) {
        now = moment;
        tiles.values().forEach(tile -> tile.tick(moment));
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + leastWidth + getInsets().getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    private TileGrid grid() {
        return new TileGrid(getInsets(), getWidth(), leastWidth, small ? SMALL_HEIGHT : HEIGHT);
    }

    @Override
    protected void layoutChildren() {
        var grid = grid();
        layoutScroll(grid);
        double from = Math.rint(scroll.getValue());
        int first = Math.min(grid.firstAt(from), rows.size());
        int beyond = Math.min(grid.beyond(from + getHeight()), rows.size());
        putAway(rows.subList(first, beyond));
        for (int index = first; index < beyond; index++) {
            tileOf(rows.get(index))
                    .resizeRelocate(
                            grid.left(index),
                            grid.top(index) - from,
                            grid.right(index) - grid.left(index),
                            grid.height());
        }
    }

    private void layoutScroll(TileGrid grid) {
        double whole = grid.wholeHeight(rows.size());
        double most = Math.max(0, whole - getHeight());
        scroll.setMax(most);
        scroll.setValue(Math.min(scroll.getValue(), most));
        scroll.setVisible(most > 0);
        scroll.setVisibleAmount(whole <= 0 ? 0 : most * getHeight() / whole);
        scroll.setUnitIncrement(grid.pitch());
        scroll.setBlockIncrement(getHeight());
        double width = scroll.prefWidth(-1);
        scroll.resizeRelocate(getWidth() - width, 0, width, getHeight());
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private AgentTile tileOf(AgentRow row) {
        var tile = tiles.get(row);
        if (tile == null) {
            tile = takeTile();
            tiles.put(row, tile);
            tile.show(row, now);
            tile.select(row.equals(selected.get()));
            tile.applyCss();
        }
        return tile;
    }

    private void putAway(List<AgentRow> visible) {
        var stay = new HashSet<>(visible);
        tiles.entrySet().removeIf(entry -> {
            boolean goes = !stay.contains(entry.getKey());
            if (goes) {
                entry.getValue().setVisible(false);
                spare.push(entry.getValue());
            }
            return goes;
        });
    }

    private AgentTile takeTile() {
        var tile = spare.poll();
        if (tile == null) {
            tile = new AgentTile(words, small);
            sheet.getChildren().add(tile);
        }
        tile.setVisible(true);
        return tile;
    }

    private void mark(@Nullable AgentRow after) {
        tiles.forEach((row, tile) -> tile.select(row.equals(after)));
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    private @Nullable AgentRow at(double x, double y) {
        return tiles.entrySet().stream()
                .filter(entry -> entry.getValue().getBoundsInParent().contains(x, y))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private void onScroll(ScrollEvent event) {
        if (scroll.isVisible()) {
            scroll.setValue(Math.clamp(scroll.getValue() - event.getDeltaY(), 0, scroll.getMax()));
            event.consume();
        }
    }

    private void onPress(MouseEvent event) {
        var row = at(event.getX(), event.getY());
        if (row != null) {
            requestFocus();
            var before = selected.get();
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && before != null) {
                // The first click may have made room for a pane, and moved another tile here.
                open.accept(before);
            } else {
                selected.set(row);
            }
        }
    }

    private void onKey(KeyEvent event) {
        var row = selected.get();
        int columns = grid().columns();
        int page = columns * Math.max(1, (int) (getHeight() / grid().pitch()));
        switch (event.getCode()) {
            case LEFT -> move(-1, false);
            case RIGHT -> move(1, false);
            case UP -> move(-columns, false);
            case DOWN -> move(columns, false);
            case PAGE_UP -> move(-page, true);
            case PAGE_DOWN -> move(page, true);
            case HOME -> select(0);
            case END -> select(rows.size() - 1);
            default -> {
                if (row != null && Shortcut.OPEN.matches(event)) {
                    openMenu(row);
                } else if (row != null && Shortcut.DELETE.matches(event)) {
                    delete.accept(row);
                } else {
                    return;
                }
            }
        }
        event.consume();
    }

    /** @param toTheEdge where it would lead beyond the first or last: there, rather than nowhere */
    private void move(int by, boolean toTheEdge) {
        int index = selected.get() == null ? -1 : rows.indexOf(selected.get());
        int wanted = index < 0 ? 0 : index + by;
        select(toTheEdge ? Math.clamp(wanted, 0, Math.max(0, rows.size() - 1)) : wanted);
    }

    private void select(int index) {
        if (index >= 0 && index < rows.size()) {
            selected.set(rows.get(index));
            reveal(index);
        }
    }

    private void reveal(int index) {
        var grid = grid();
        double top = grid.top(index) - getInsets().getTop();
        double bottom = grid.top(index) + grid.height() + getInsets().getBottom();
        double value = Math.max(bottom - getHeight(), Math.min(scroll.getValue(), top));
        scroll.setValue(Math.clamp(value, 0, scroll.getMax()));
    }

    /** At the lower edge of the agent's tile. */
    private void openMenu(AgentRow row) {
        reveal(rows.indexOf(row));
        layout();
        var tile = tiles.get(row);
        Bounds bounds = tile == null ? null : tile.localToScreen(tile.getLayoutBounds());
        if (bounds != null) {
            menu.open(row, bounds.getMinX() + MENU_INSET, bounds.getMaxY());
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case FOCUS_ITEM -> tiles.get(selected.get());
            case ITEM_COUNT -> rows.size();
            case ITEM_AT_INDEX -> {
                int index = (Integer) parameters[0];
                yield index < rows.size() ? tiles.get(rows.get(index)) : null;
            }
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
