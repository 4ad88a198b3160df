package dev.outpace.ui.targets;

import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** A table whose rows come and go under it: what is selected stays selected, and what is looked at stays where it is. */
final class SteadyTable {

    /** Rows before an end of what is loaded at which more is asked for. */
    private static final int NEAR = 40;

    private final TableView<TargetRow> table;
    private @Nullable VirtualFlow<?> flow;

    SteadyTable(TableView<TargetRow> table) {
        this.table = table;
    }

    /** @param onScroll where more may be needed now */
    void follow(Runnable onScroll) {
        table.skinProperty().subscribe(skin -> {
            if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
                flow = found;
                found.positionProperty().subscribe(position -> onScroll.run());
            }
        });
    }

    @Nullable
    TargetRow selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    /** 0 while nothing is drawn yet. */
    int firstVisible() {
        var cell = flow == null ? null : flow.getFirstVisibleCell();
        return cell == null ? 0 : Math.max(0, cell.getIndex());
    }

    int lastVisible() {
        var cell = flow == null ? null : flow.getLastVisibleCell();
        return cell == null ? 0 : Math.max(0, cell.getIndex());
    }

    boolean isNearStart() {
        return firstVisible() < NEAR;
    }

    boolean isNearEnd() {
        return lastVisible() >= table.getItems().size() - NEAR;
    }

    /** Changes the rows. A view that is at the very top stays there, whatever the first row is then. */
    void around(Runnable change, boolean atTop) {
        var selected = selected();
        int first = firstVisible();
        var anchor = first < table.getItems().size() ? table.getItems().get(first) : null;
        double offset = offset();
        change.run();
        select(selected);
        boolean follow = !(atTop && first == 0 && offset == 0);
        int now = anchor == null ? -1 : table.getItems().indexOf(anchor);
        if (follow && now >= 0 && now != first && flow != null) {
            // The flow learns of the new number of rows by its layout.
            table.layout();
            flow.scrollToTop(now);
            flow.scrollPixels(-offset);
        }
    }

    private double offset() {
        var cell = flow == null ? null : flow.getFirstVisibleCell();
        return cell == null ? 0 : cell.getLayoutY();
    }

    private void select(@Nullable TargetRow row) {
        var model = table.getSelectionModel();
        int index = row == null ? -1 : table.getItems().indexOf(row);
        if (index < 0) {
            model.clearSelection();
        } else if (model.getSelectedIndex() != index || !Objects.equals(selected(), row)) {
            model.clearAndSelect(index);
        }
    }
}
