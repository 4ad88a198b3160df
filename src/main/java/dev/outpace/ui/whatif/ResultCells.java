package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.MeterBar;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the columns of the table. */
final class ResultCells {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final Look WELL = new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));
    private static final Look OVER = new Look(Tone.DANGER, Symbol.of(Feather.ALERT_OCTAGON));

    private static final double NAME_WIDTH = 46;

    private final Texts texts;
    private final WhatIfWords words;

    ResultCells(Texts texts, WhatIfWords words) {
        this.texts = texts;
        this.words = words;
    }

    void setting(TableColumn<ResultLine, ResultLine> column) {
        fill(column, () -> {
            var name = new Name();
            var current = whole("what-if-pill");
            current.setText(texts.get("whatif.current"));
            var best = whole("what-if-pill", "best");
            best.setText(texts.get("whatif.best"));
            best.setGraphic(new FontIcon(Feather.CHECK));
            var line = new HBox(8, name, current, best);
            line.setAlignment(Pos.CENTER_LEFT);
            return new LineCell(line, shown -> {
                name.setText(words.name(shown.point().setting()));
                show(current, shown.current());
                show(best, shown.best());
            });
        });
    }

    void utilisation(TableColumn<ResultLine, ResultLine> column) {
        fill(column, () -> {
            var number = whole();
            number.setPrefWidth(48);
            var bar = new MeterBar();
            bar.getStyleClass().add("what-if-bar");
            var line = new HBox(8, number, bar);
            line.setAlignment(Pos.CENTER_LEFT);
            return new LineCell(line, shown -> {
                number.setText(words.percent(shown.point().utilisation()));
                bar.setFraction(shown.point().utilisation().mean());
                bar.pseudoClassStateChanged(BEST, shown.best());
                bar.setAccessibleText(number.getText());
            });
        });
    }

    void abandon(TableColumn<ResultLine, ResultLine> column) {
        fill(column, () -> {
            var word = new IconWord();
            word.setMinWidth(Region.USE_PREF_SIZE);
            return new LineCell(word, shown -> {
                word.show(
                        shown.underLimit() ? WELL : OVER,
                        words.percent(shown.point().abandon()));
                word.setAccessibleText(word.getText() + ", "
                        + texts.get(shown.underLimit() ? "whatif.limit.under" : "whatif.limit.over"));
            });
        });
    }

    void text(TableColumn<ResultLine, ResultLine> column, Function<ResultLine, String> text) {
        fill(column, () -> {
            var label = whole();
            return new LineCell(label, shown -> label.setText(text.apply(shown)));
        });
    }

    /** The settings' numbers stand under one another; a word is wider, and never cut. */
    private static final class Name extends Label {
        Name() {
            getStyleClass().add("strong");
            setMinWidth(USE_PREF_SIZE);
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.max(NAME_WIDTH, super.computePrefWidth(height));
        }
    }

    private static Label whole(String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void show(Label label, boolean visible) {
        label.setVisible(visible);
        label.setManaged(visible);
    }

    private static void fill(TableColumn<ResultLine, ResultLine> column, Supplier<LineCell> cells) {
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(any -> cells.get());
    }

    static TableRow<ResultLine> row() {
        return new TableRow<>() {
            @Override
            protected void updateItem(@Nullable ResultLine line, boolean empty) {
                super.updateItem(line, empty);
                pseudoClassStateChanged(BEST, !empty && line != null && line.best());
            }
        };
    }

    private static final class LineCell extends TableCell<ResultLine, ResultLine> {
        private final Node content;
        private final Consumer<ResultLine> show;

        LineCell(Node content, Consumer<ResultLine> show) {
            this.content = content;
            this.show = show;
        }

        @Override
        protected void updateItem(@Nullable ResultLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
            } else {
                show.accept(line);
                setGraphic(content);
            }
        }
    }
}
