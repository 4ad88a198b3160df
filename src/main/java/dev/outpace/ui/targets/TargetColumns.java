package dev.outpace.ui.targets;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.TextCell;
import dev.outpace.ui.texts.Texts;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** What the columns of the table of targets show. */
final class TargetColumns {

    private final Texts texts;
    private final TargetWords words;

    TargetColumns(Texts texts) {
        this.texts = texts;
        this.words = new TargetWords(texts);
    }

    void status(TableColumn<TargetRow, OutdialTarget> column) {
        column.setCellValueFactory(cell -> cell.getValue().targetProperty());
        column.setCellFactory(any -> new StatusCell());
    }

    void name(TableColumn<TargetRow, String> column) {
        column.setCellValueFactory(cell -> cell.getValue().targetProperty().map(OutdialTarget::name));
        TextCell.in(column, name -> name.isBlank() ? Texts.NOT_APPLICABLE : name);
    }

    void destinations(TableColumn<TargetRow, OutdialTarget> column, Supplier<@Nullable Outplan> outplan) {
        column.setCellValueFactory(cell -> cell.getValue().targetProperty());
        column.setCellFactory(any -> new DestinationsCell(texts, outplan));
    }

    void lastResult(TableColumn<TargetRow, String> column) {
        column.setCellValueFactory(cell -> cell.getValue().targetProperty().map(words::lastResult));
        TextCell.in(column, result -> result);
    }

    void nextTry(TableColumn<TargetRow, String> column, ObservableValue<Instant> now) {
        column.setCellValueFactory(cell -> {
            var row = cell.getValue();
            return Bindings.createStringBinding(
                    () -> words.nextTry(row.target(), row.callProperty().get(), now.getValue()),
                    row.targetProperty(),
                    row.callProperty(),
                    now);
        });
        TextCell.in(column, next -> next);
    }

    private final class StatusCell extends TableCell<TargetRow, OutdialTarget> {
        private final IconWord icon = new IconWord();

        @Override
        protected void updateItem(@Nullable OutdialTarget target, boolean empty) {
            super.updateItem(target, empty);
            if (empty || target == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            icon.show(Looks.of(target.status(), target.succeeded()), words.status(target));
            setAccessibleText(icon.getText());
            setGraphic(icon);
        }
    }
}
