package dev.outpace.ui.agents;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.LastKnown;
import dev.outpace.ui.controls.TextCell;
import dev.outpace.ui.live.AgentRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The rows of the table, in the order of its columns; while they are held they keep their places. */
final class AgentTable {

    private static final Comparator<@Nullable AgentMoment> BY_STATE =
            Comparator.nullsLast(Comparator.<AgentMoment>comparingInt(moment -> BoardModel.rank(moment.status()))
                    .thenComparing(AgentMoment::wrappingUp)
                    .thenComparing(AgentMoment::since));
    private static final Comparator<@Nullable AgentMoment> BY_TIME =
            Comparator.nullsLast(Comparator.comparing(AgentMoment::since).reversed());

    /** More new rows than this come in one change of the list. */
    private static final int MAX_SINGLY = 20;

    private final AgentWords words;
    private final TableView<AgentRow> table;
    private final ObservableList<AgentRow> rows = FXCollections.observableArrayList();
    private final Set<AgentRow> members = new HashSet<>();
    private boolean held;
    private final ObjectProperty<Instant> now = new SimpleObjectProperty<>(this, "now", Instant.EPOCH);

    AgentTable(TableView<AgentRow> table, AgentWords words) {
        this.table = table;
        this.words = words;
        table.setItems(rows);
        table.setSortPolicy(sorted -> {
            sort();
            return true;
        });
    }

    void states(
            TableColumn<AgentRow, AgentMoment> status,
            TableColumn<AgentRow, AgentMoment> time,
            TableColumn<AgentRow, AgentMoment> reason) {
        status.setCellFactory(column -> new StateCell());
        time.setCellFactory(column -> new WordsCell(words::time));
        reason.setCellFactory(column -> new WordsCell(words::reason));
        for (var column : List.of(status, time, reason)) {
            column.setCellValueFactory(cell -> cell.getValue().momentProperty());
        }
        status.setComparator(BY_STATE);
        time.setComparator(BY_TIME);
        reason.setSortable(false);
    }

    void names(TableColumn<AgentRow, Agent> name, TableColumn<AgentRow, Agent> username) {
        name.setCellValueFactory(cell -> cell.getValue().agentProperty());
        username.setCellValueFactory(cell -> cell.getValue().agentProperty());
        name.setComparator(Comparator.comparing(Agent::name, String.CASE_INSENSITIVE_ORDER));
        username.setComparator(Comparator.comparing(Agent::username, String.CASE_INSENSITIVE_ORDER));
        TextCell.in(name, Agent::name);
        TextCell.in(username, Agent::username);
    }

    void queues(TableColumn<AgentRow, Agent> queues, Function<Agent, String> queuesOf) {
        queues.setCellValueFactory(cell -> cell.getValue().agentProperty());
        queues.setSortable(false);
        TextCell.in(queues, queuesOf);
    }

    /** These are shown; those who stay keep their places. */
    void show(List<AgentRow> wanted, Instant moment) {
        now.set(moment);
        if (wanted.size() == members.size() && members.containsAll(wanted)) {
            settle();
            return;
        }
        var stay = new HashSet<>(wanted);
        var come = wanted.stream().filter(row -> !members.contains(row)).toList();
        if (come.size() > MAX_SINGLY) {
            replace(wanted);
        } else {
            rows.removeIf(row -> !stay.contains(row));
            come.forEach(row -> rows.add(placeOf(row), row));
        }
        members.clear();
        members.addAll(stay);
        settle();
    }

    void setHeld(boolean keepsPlaces) {
        held = keepsPlaces;
        settle();
    }

    private void settle() {
        if (!held) {
            sort();
        }
    }

    private void replace(List<AgentRow> wanted) {
        var inOrder = new ArrayList<>(wanted);
        var comparator = table.getComparator();
        if (comparator != null) {
            inOrder.sort(comparator);
        }
        var selected = table.getSelectionModel().getSelectedItem();
        rows.setAll(inOrder);
        if (selected != null) {
            table.getSelectionModel().select(selected);
        }
    }

    private int placeOf(AgentRow row) {
        var comparator = table.getComparator();
        if (comparator == null || held) {
            return rows.size();
        }
        int found = Collections.binarySearch(rows, row, comparator);
        return found < 0 ? -1 - found : found;
    }

    /** The link was lost, or is back: what is known of everyone changes at once. */
    void linkChanged(boolean up) {
        LastKnown.show(table, !up);
        table.refresh();
    }

    /** Once a second. */
    void tick(Instant moment) {
        now.set(moment);
    }

    /** Also while it is held. */
    void sort() {
        var comparator = table.getComparator();
        if (comparator != null && !isSorted(comparator)) {
            FXCollections.sort(rows, comparator);
        }
    }

    private boolean isSorted(Comparator<AgentRow> comparator) {
        for (int i = 1; i < rows.size(); i++) {
            if (comparator.compare(rows.get(i - 1), rows.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the row of the cell is, also while the table row itself is not filled yet. */
    private @Nullable AgentRow row(TableCell<AgentRow, ?> cell) {
        int index = cell.getIndex();
        return cell.isEmpty() || index < 0 || index >= rows.size() ? null : rows.get(index);
    }

    private final class StateCell extends TableCell<AgentRow, AgentMoment> {
        private final IconWord word = new IconWord();

        @Override
        protected void updateItem(@Nullable AgentMoment moment, boolean empty) {
            super.updateItem(moment, empty);
            if (empty) {
                setGraphic(null);
            } else {
                var row = row(this);
                if (row != null) {
                    word.show(words.look(row), words.state(row));
                }
                setGraphic(row == null ? null : word);
            }
        }
    }

    /** Words that also change with the time. */
    private final class WordsCell extends TableCell<AgentRow, AgentMoment> {
        private final BiFunction<AgentRow, Instant, String> text;

        WordsCell(BiFunction<AgentRow, Instant, String> text) {
            this.text = text;
            CutText.tell(this);
            now.subscribe(moment -> write());
        }

        @Override
        protected void updateItem(@Nullable AgentMoment moment, boolean empty) {
            super.updateItem(moment, empty);
            write();
        }

        private void write() {
            var row = row(this);
            setText(row == null ? null : text.apply(row, now.get()));
        }
    }
}
