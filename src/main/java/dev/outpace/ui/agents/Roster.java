package dev.outpace.ui.agents;

import dev.outpace.model.AgentStatus;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.shell.Shortcut;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** The people shown, as tiles or as rows: only what is seen is kept up to date, and who is selected stays so in both. */
final class Roster {

    /** More than this many get smaller tiles. */
    private static final int MAX_LARGE = 60;

    private final BoardModel model = new BoardModel();
    private final TileBoard board;
    private final TableView<AgentRow> table;
    private final AgentTable rows;
    private Instant now = Instant.EPOCH;
    private boolean asTable;

    Roster(TileBoard board, TableView<AgentRow> table, AgentTable rows) {
        this.board = board;
        this.table = table;
        this.rows = rows;
    }

    void setOnOpen(Consumer<AgentRow> open) {
        board.setOnOpen(open);
        table.setRowFactory(view -> {
            var row = new TableRow<AgentRow>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
    }

    /** Runs when somebody else is selected, or nobody any more. */
    void setOnSelect(Runnable changed) {
        board.selectedProperty().subscribe(_ -> changed.run());
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> changed.run());
    }

    void setOnDelete(Consumer<AgentRow> delete) {
        board.setOnDelete(delete);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            var row = table.getSelectionModel().getSelectedItem();
            if (Shortcut.DELETE.matches(event) && row != null) {
                event.consume();
                delete.accept(row);
            }
        });
    }

    /** By Enter, the menu key or a click with the second button. */
    void setOnMenu(TileBoard.MenuRequest menu) {
        board.setOnMenu(menu);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            var row = table.getSelectionModel().getSelectedItem();
            if (Shortcut.OPEN.matches(event) && row != null) {
                event.consume();
                openAtRow(row, menu);
            }
        });
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            var row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                event.consume();
                if (event.isKeyboardTrigger()) {
                    openAtRow(row, menu);
                } else {
                    menu.open(row, event.getScreenX(), event.getScreenY());
                }
            }
        });
    }

    private void openAtRow(AgentRow row, TileBoard.MenuRequest menu) {
        table.scrollTo(row);
        table.layout();
        table.lookupAll(".table-row-cell").stream()
                .filter(cell -> cell instanceof TableRow<?> line && row.equals(line.getItem()))
                .findFirst()
                .map(cell -> cell.localToScreen(cell.getLayoutBounds()))
                .ifPresent(bounds -> menu.open(row, bounds.getMinX() + 16, bounds.getMaxY()));
    }

    /** Another team from now on. */
    void show(Collection<AgentRow> people) {
        model.show(people);
        render();
        rows.sort();
    }

    /** The same team after an edit. */
    void update(Collection<AgentRow> people) {
        model.update(people);
        render();
    }

    /** @param status null for all */
    void filter(@Nullable AgentStatus status, String words) {
        model.filter(status, words);
        board.scrollToTop();
        render();
    }

    void moved(List<AgentRow> moved) {
        model.moved(moved);
        render();
    }

    /** Nobody changes places while the pointer is over them, or a menu of one is open. */
    void setHeld(boolean held) {
        rows.setHeld(held);
        if (model.setHeld(held)) {
            render();
        }
    }

    void linkChanged(boolean up) {
        rows.linkChanged(up);
        render();
    }

    void tick(Instant moment) {
        now = moment;
        if (asTable) {
            rows.tick(moment);
        } else {
            board.tick(moment);
        }
    }

    void setAsTable(boolean table) {
        var selected = selected();
        asTable = table;
        render();
        select(selected);
    }

    private void render() {
        if (asTable) {
            rows.show(model.shown(), now);
        } else {
            board.show(model.shown(), model.teamSize() > MAX_LARGE, now);
        }
        boolean some = !model.shown().isEmpty();
        board.setVisible(some && !asTable);
        table.setVisible(some && asTable);
    }

    /** Nobody serves this team. */
    boolean isEmpty() {
        return model.teamSize() == 0;
    }

    boolean matchesNobody() {
        return model.shown().isEmpty();
    }

    Node focusTarget() {
        return asTable ? table : board;
    }

    @Nullable
    AgentRow selected() {
        return asTable
                ? table.getSelectionModel().getSelectedItem()
                : board.selectedProperty().get();
    }

    private void select(@Nullable AgentRow row) {
        if (!asTable) {
            board.selectedProperty().set(row);
        } else if (row == null) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().select(row);
        }
    }
}
