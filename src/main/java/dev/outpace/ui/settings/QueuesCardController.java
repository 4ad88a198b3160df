package dev.outpace.ui.settings;

import dev.outpace.model.FoundQueue;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.ColumnHeads;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.LastKnown;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.TextCell;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The exchange's own queues as they are found there now, and which of ours use each. */
final class QueuesCardController {
    private static final Duration AGAIN = Duration.ofSeconds(5);
    /** More are scrolled to. */
    private static final int MOST_ROWS = 6;

    private final TelephonyScreen.Parts parts;
    private final Texts texts;
    private @Nullable List<FoundQueue> found;
    private Subscription following = Subscription.EMPTY;
    private Instant asked = Instant.EPOCH;
    private boolean finding;

    @FXML
    private Button findButton;

    @FXML
    private Label queuesNote;

    @FXML
    private TableView<Line> queueTable;

    @FXML
    private TableColumn<Line, Line> nameColumn;

    @FXML
    private TableColumn<Line, Line> hereColumn;

    @FXML
    private TableColumn<Line, Line> membersColumn;

    @FXML
    private TableColumn<Line, Line> waitingColumn;

    /**
     * A row.
     *
     * @param queue null for one that is named here and is not there
     * @param here names of the queues that use it; empty for none
     */
    private record Line(String name, @Nullable FoundQueue queue, String here) {}

    QueuesCardController(TelephonyScreen.Parts parts) {
        this.parts = parts;
        texts = parts.texts();
    }

    @FXML
    void initialize() {
        for (var column : List.of(nameColumn, hereColumn, membersColumn, waitingColumn)) {
            column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
            column.setSortable(false);
            column.setReorderable(false);
        }
        TextCell.in(nameColumn, Line::name);
        hereColumn.setCellFactory(_ -> new HereCell());
        count(membersColumn, FoundQueue::members);
        count(waitingColumn, FoundQueue::waiting);
        ColumnHeads.keepWhole(queueTable);
        show();
    }

    private void count(TableColumn<Line, Line> column, Function<FoundQueue, Integer> number) {
        TextCell.in(
                column, line -> line.queue() == null ? Texts.NOT_APPLICABLE : texts.number(number.apply(line.queue())));
    }

    void onShow() {
        following = Subscription.combine(
                parts.live().linkProperty().subscribe(link -> {
                    if (link.up()) {
                        find();
                    }
                    show();
                }),
                parts.live().queues().subscribe(this::show),
                parts.live().nowProperty().subscribe(now -> {
                    if (Duration.between(asked, now).compareTo(AGAIN) >= 0) {
                        find();
                    }
                }));
    }

    void onHide() {
        following.unsubscribe();
        following = Subscription.EMPTY;
    }

    @FXML
    void find() {
        if (finding
                || !parts.source().saved().asterisk()
                || !parts.live().linkProperty().get().up()) {
            return;
        }
        finding = true;
        asked = parts.live().now();
        parts.tasks().onFx(parts.source().queues(), this::found, _ -> finding = false);
    }

    private void found(Optional<List<FoundQueue>> now) {
        finding = false;
        now.ifPresent(queues -> found = queues);
        show();
    }

    private void show() {
        boolean up = parts.source().saved().asterisk()
                && parts.live().linkProperty().get().up();
        findButton.setDisable(!up);
        var lines = found == null ? List.<Line>of() : lines(found);
        if (!queueTable.getItems().equals(lines)) {
            queueTable.getItems().setAll(lines);
        }
        LastKnown.show(queueTable, !up);
        queueTable.setPrefHeight(queueTable.getFixedCellSize() * (1 + Math.min(MOST_ROWS, Math.max(1, lines.size())))
                + 2);
        CheckController.put(queueTable, !lines.isEmpty());
        CheckController.put(queuesNote, lines.isEmpty() || !up);
        queuesNote.setText(texts.get(
                found == null ? "telephony.queues.unlinked" : !up ? "telephony.queues.lost" : "telephony.queues.none"));
    }

    private List<Line> lines(List<FoundQueue> queues) {
        var lines = new ArrayList<Line>();
        queues.forEach(queue -> lines.add(new Line(queue.name(), queue, users(queue.name()))));
        var there = queues.stream().map(FoundQueue::name).collect(Collectors.toSet());
        names().filter(name -> !there.contains(name))
                .distinct()
                .sorted()
                .forEach(name -> lines.add(new Line(name, null, users(name))));
        return lines;
    }

    private Stream<String> names() {
        return parts.live().queues().stream()
                .map(row -> row.queue().exchangeQueue())
                .filter(Objects::nonNull)
                .map(queue -> queue.name());
    }

    private String users(String name) {
        return parts.live().queues().stream()
                .map(QueueRow::queue)
                .filter(queue -> queue.exchangeQueue() != null
                        && queue.exchangeQueue().name().equals(name))
                .map(queue -> queue.name())
                .collect(Collectors.joining(", "));
    }

    private final class HereCell extends TableCell<Line, Line> {
        private final IconWord word = new IconWord();

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            if (line.queue() == null) {
                word.show(Looks.of(Severity.WARNING), texts.get("telephony.queues.missing", line.here()));
            } else if (line.here().isEmpty()) {
                word.show(new Look(Tone.NEUTRAL, Symbol.of(Feather.SLASH)), texts.get("telephony.queues.unused"));
            } else {
                word.show(new Look(Tone.NEUTRAL, Tone.DEFAULT, Symbol.of(Feather.USERS)), line.here());
            }
            setGraphic(word);
        }
    }
}
