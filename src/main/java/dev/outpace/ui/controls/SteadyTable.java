package dev.outpace.ui.controls;

import java.util.Objects;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** A table whose lines come and go under it: what is selected stays selected, and what is looked at stays where it is. */
public final class SteadyTable<R> {

    /** Lines before an end of what is loaded at which more is asked for. */
    private static final int NEAR = 40;

    private final TableView<R> table;
    private @Nullable VirtualFlow<?> flow;
    private boolean changing;

    public SteadyTable(TableView<R> table) {
        this.table = table;
    }

    /** @param onScroll where more may be needed now, for somebody has scrolled */
    public void follow(Runnable onScroll) {
        table.skinProperty().subscribe(skin -> {
            if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
                flow = found;
                found.positionProperty().subscribe(position -> {
                    if (!changing) {
                        onScroll.run();
                    }
                });
            }
        });
    }

    public @Nullable R selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    /** 0 while nothing is drawn yet. */
    public int firstVisible() {
        return index(flow == null ? null : flow.getFirstVisibleCell());
    }

    /** 0 while nothing is drawn yet. */
    public int lastVisible() {
        return index(flow == null ? null : flow.getLastVisibleCell());
    }

    private static int index(@Nullable IndexedCell<?> cell) {
        return cell == null ? 0 : Math.max(0, cell.getIndex());
    }

    /** While lines come and go, selection and position may jump; they mean nothing then. */
    public boolean isChanging() {
        return changing;
    }

    public boolean isNearStart() {
        return position() * table.getItems().size() < NEAR;
    }

    public boolean isNearEnd() {
        return (1 - position()) * table.getItems().size() < NEAR;
    }

    /** From 0 to 1; at once what the flow is going to show, while its cells come only with the layout. */
    private double position() {
        return flow == null ? 0 : flow.getPosition();
    }

    /**
     * Runs a change of the lines.
     *
     * @param atTop whether a view that is at the very top stays there, whatever the first line is then
     */
    public void around(Runnable change, boolean atTop) {
        var selected = selected();
        // After a jump, such as to the end, the flow has no cells until it is laid out.
        table.layout();
        var firstCell = flow == null ? null : flow.getFirstVisibleCell();
        int first = index(firstCell);
        // A cell that was not laid out since it was used again stands anywhere.
        double offset = firstCell == null ? 0 : Math.clamp(firstCell.getLayoutY(), -firstCell.getHeight(), 0);
        var anchor = first < table.getItems().size() ? table.getItems().get(first) : null;
        changing = true;
        try {
            change.run();
            select(selected);
            boolean staysAtTop = atTop && first == 0 && offset == 0;
            int now = anchor == null || staysAtTop ? -1 : table.getItems().indexOf(anchor);
            if (now >= 0 && flow != null) {
                // The flow learns of the new number of lines by its layout, and moves what it shows then.
                table.layout();
                flow.scrollToTop(now);
                table.layout();
                flow.scrollPixels(-offset);
                table.layout();
            }
        } finally {
            changing = false;
        }
    }

    private void select(@Nullable R line) {
        var model = table.getSelectionModel();
        int index = line == null ? -1 : table.getItems().indexOf(line);
        if (index < 0) {
            model.clearSelection();
        } else if (model.getSelectedIndex() != index || !Objects.equals(selected(), line)) {
            model.clearAndSelect(index);
        }
    }
}
