package dev.outpace.ui.targets;

import dev.outpace.model.TargetBar;
import dev.outpace.ui.controls.EvenRows;
import dev.outpace.ui.controls.StackedBar;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many targets of a list stand where, as one bar with its numbers. */
final class CountsBar extends VBox {

    private record Part(String styleClass, String key, ToLongFunction<TargetBar> count) {}

    private static final List<Part> PARTS = List.of(
            new Part("success", "targets.bar.success", TargetBar::doneSuccess),
            new Part("failed", "targets.bar.failed", TargetBar::doneFailed),
            new Part("progressing", "targets.bar.progressing", TargetBar::progressing),
            new Part("idle", "targets.bar.idle", TargetBar::idle),
            new Part("not-callable", "targets.bar.notCallable", TargetBar::notCallable));

    private final Texts texts;
    private final Label total = new Label();
    private final Label share = new Label();
    private final StackedBar bar = new StackedBar();
    private final List<Label> numbers = new ArrayList<>();

    CountsBar(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("card-box", "counts-bar");
        total.getStyleClass().add("card-title");
        total.setMinWidth(USE_PREF_SIZE);
        share.getStyleClass().add("second-line");
        share.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(12, total, gap, share);
        head.setAlignment(Pos.CENTER_LEFT);
        var legend = new EvenRows();
        PARTS.forEach(part -> legend.getChildren().add(key(part)));
        getChildren().addAll(head, bar, legend);
    }

    private HBox key(Part part) {
        var square = new Region();
        square.getStyleClass().addAll("key-square", part.styleClass());
        var name = new Label(texts.get(part.key()));
        name.getStyleClass().add("second-line");
        name.setMinWidth(USE_PREF_SIZE);
        var number = new Label(Texts.NOT_APPLICABLE);
        number.getStyleClass().add("counts-number");
        number.setMinWidth(USE_PREF_SIZE);
        numbers.add(number);
        var key = new HBox(8, square, new VBox(2, name, number));
        key.getStyleClass().add("counts-key");
        return key;
    }

    void show(TargetBar counts) {
        total.setText(texts.get("targets.total", counts.total()));
        long done = counts.doneSuccess() + counts.doneFailed();
        long callable = counts.total() - counts.notCallable();
        share.setText(callable == 0 ? "" : texts.get("targets.share", texts.percent(done * 100 / callable)));
        var parts = new ArrayList<StackedBar.Part>();
        for (int i = 0; i < PARTS.size(); i++) {
            var part = PARTS.get(i);
            long count = part.count().applyAsLong(counts);
            var number = texts.number(count);
            numbers.get(i).setText(number);
            parts.add(new StackedBar.Part(part.styleClass(), count, texts.get(part.key()) + " " + number));
        }
        bar.setParts(parts);
    }
}
