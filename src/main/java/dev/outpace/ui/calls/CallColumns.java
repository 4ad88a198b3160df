package dev.outpace.ui.calls;

import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.ui.controls.ColumnHeads;
import dev.outpace.ui.controls.TextCell;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What stands in the columns of the table of calls. */
final class CallColumns {

    private static final double SCROLL_BAR = 12;

    private final CallWords words;
    private final ReadOnlyObjectProperty<Instant> now;

    /** @param now for how long a call in progress lasts */
    CallColumns(CallWords words, ReadOnlyObjectProperty<Instant> now) {
        this.words = words;
        this.now = now;
    }

    void text(TableColumn<CallLine, String> column, Function<CampaignCall, String> text) {
        column.setCellValueFactory(cell -> cell.getValue().callProperty().map(text));
        TextCell.in(column, Function.identity());
    }

    /** A value that moves while the call is in progress. */
    void moving(TableColumn<CallLine, String> column, BiFunction<CampaignCall, Instant, String> text) {
        column.setCellValueFactory(cell -> cell.getValue().callProperty().flatMap(call -> moving(call, text)));
        TextCell.in(column, Function.identity());
    }

    private ObservableValue<String> moving(CampaignCall call, BiFunction<CampaignCall, Instant, String> text) {
        return call.status() == CallStatus.DONE
                ? new ReadOnlyObjectWrapper<>(text.apply(call, now.get()))
                : now.map(moment -> text.apply(call, moment));
    }

    /** @param unknown whether nobody knows how a call stands now */
    void status(TableColumn<CallLine, CampaignCall> column, Predicate<CampaignCall> unknown) {
        column.setCellValueFactory(cell -> cell.getValue().callProperty());
        column.setCellFactory(any -> new StatusCell(words, unknown));
    }

    /**
     * Keeps the heads whole, and takes columns out where the table is too narrow for all.
     *
     * @param spare those that can be spared, the first first
     */
    static void fit(TableView<CallLine> table, List<TableColumn<CallLine, ?>> spare) {
        table.getColumns().forEach(column -> {
            column.setSortable(false);
            column.setReorderable(false);
        });
        ColumnHeads.keepWhole(table);
        table.widthProperty().subscribe(width -> fit(table, spare, width.doubleValue()));
    }

    private static void fit(TableView<CallLine> table, List<TableColumn<CallLine, ?>> spare, double width) {
        double needed = table.getColumns().stream()
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        for (var column : spare) {
            boolean fits = needed + SCROLL_BAR <= width;
            column.setVisible(fits);
            needed -= fits ? 0 : column.getMinWidth();
        }
    }
}
