package dev.outpace.ui.shell;

import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Finds commands of all sources by a few of their letters. Lies over the window; arrow keys choose, Enter runs, Escape or a
 * click beside it closes.
 */
public final class CommandPalette extends Pane {

    static final double ROW = 32;
    private static final int MAX_ROWS = 8;
    private static final int MAX_FOUND = 50;

    /** A command that answers what was typed. */
    record Found(Command command, FuzzyMatch match) {}

    private final List<Supplier<List<Command>>> sources = new ArrayList<>();
    private final List<Function<String, List<Command>>> searches = new ArrayList<>();
    private final TextField field = new TextField();
    private final ListView<Found> results = new ListView<>();
    private final Label none;
    private final VBox box;
    private List<Command> commands = List.of();
    private @Nullable Node focusBefore;

    public CommandPalette(Texts texts) {
        getStyleClass().add("palette-layer");
        setVisible(false);
        field.setPromptText(texts.get("shell.palette.placeholder"));
        field.setAccessibleText(texts.get("shell.palette.field"));
        HBox.setHgrow(field, Priority.ALWAYS);
        var head = new HBox(10, new FontIcon(Feather.SEARCH), field);
        head.getStyleClass().add("palette-head");
        none = new Label(texts.get("shell.palette.none"));
        none.getStyleClass().add("palette-none");
        none.setMaxWidth(Double.MAX_VALUE);
        results.setAccessibleText(texts.get("shell.palette.results"));
        results.setFixedCellSize(ROW);
        results.setFocusTraversable(false);
        results.setCellFactory(view -> new CommandCell());
        box = new VBox(head, results, none);
        box.getStyleClass().add("palette");
        getChildren().add(box);

        field.textProperty().subscribe(typed -> find());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                close();
            }
        });
        results.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> event.consume());
        results.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> runClicked(event.getTarget()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> close());
    }

    /** Asked each time the palette opens. */
    public void addSource(Supplier<List<Command>> source) {
        sources.add(source);
    }

    /** Asked at each letter, with what is typed; what it finds stands last. */
    public void addSearch(Function<String, List<Command>> search) {
        searches.add(search);
    }

    /** @param place where the palette's field goes, in the coordinates of the scene */
    void open(Bounds place) {
        if (isVisible()) {
            return;
        }
        commands = sources.stream().flatMap(source -> source.get().stream()).toList();
        focusBefore = getScene().getFocusOwner();
        var local = sceneToLocal(place);
        box.setLayoutX(local.getMinX());
        box.setLayoutY(local.getMinY());
        box.setPrefWidth(local.getWidth());
        field.clear();
        find();
        setVisible(true);
        field.requestFocus();
    }

    void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        var before = focusBefore;
        focusBefore = null;
        if (before != null && field.isFocused()) {
            before.requestFocus();
        }
    }

    private void find() {
        var typed = field.getText();
        var known = commands.stream()
                .map(command -> found(typed, command))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt((Found one) -> -one.match().score()))
                .limit(MAX_FOUND);
        var searched = searches.stream()
                .flatMap(search -> search.apply(typed).stream())
                .map(command -> new Found(command, new FuzzyMatch(0, List.of())));
        var found = Stream.concat(known, searched).toList();
        results.getItems().setAll(found);
        results.getSelectionModel().selectFirst();
        results.scrollTo(0);
        double height = Math.min(found.size(), MAX_ROWS) * ROW + 12;
        results.setMinHeight(height);
        results.setPrefHeight(height);
        results.setVisible(!found.isEmpty());
        results.setManaged(!found.isEmpty());
        none.setVisible(found.isEmpty());
        none.setManaged(found.isEmpty());
    }

    private static @Nullable Found found(String typed, Command command) {
        var match = FuzzyMatch.of(typed, command.title());
        return match == null ? null : new Found(command, match);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case PAGE_DOWN -> choose(MAX_ROWS);
            case PAGE_UP -> choose(-MAX_ROWS);
            case ENTER -> run(results.getSelectionModel().getSelectedItem());
            case ESCAPE, TAB -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int by) {
        int size = results.getItems().size();
        if (size == 0) {
            return;
        }
        int now = results.getSelectionModel().getSelectedIndex();
        int next = Math.abs(by) == 1 ? Math.floorMod(now + by, size) : Math.clamp(now + by, 0, size - 1);
        results.getSelectionModel().select(next);
        results.scrollTo(Math.max(0, next - MAX_ROWS + 1));
    }

    private void runClicked(Object target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof CommandCell cell && cell.getItem() != null) {
                run(cell.getItem());
                return;
            }
        }
    }

    private void run(@Nullable Found chosen) {
        if (chosen != null) {
            close();
            chosen.command().run().run();
        }
    }
}
