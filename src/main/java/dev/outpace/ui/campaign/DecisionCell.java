package dev.outpace.ui.campaign;

import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.DecisionEntry;
import dev.outpace.ui.texts.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line of the decision log: when, what, and the numbers that it was decided by. */
final class DecisionCell extends ListCell<DecisionEntry> {
    private static final Look LAUNCHED = new Look(Tone.ACCENT, Tone.DEFAULT, Symbol.of(Feather.PHONE_OUTGOING));
    private static final Look HELD = new Look(Tone.NEUTRAL, Tone.DEFAULT, Symbol.of(Feather.PAUSE_CIRCLE));

    private final Texts texts;
    private final Label time = new Label();
    private final IconWord what = new IconWord();
    private final Label numbers = new Label();
    private final HBox line;

    DecisionCell(Texts texts) {
        this.texts = texts;
        time.getStyleClass().add("second-line");
        time.setMinWidth(Region.USE_PREF_SIZE);
        what.getStyleClass().add("small");
        what.setMinWidth(0);
        numbers.getStyleClass().add("second-line");
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(8, time, what, gap, numbers);
        line.getStyleClass().add("decision-line");
        // As wide as the list: the words give way, and their tooltip has them.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DecisionEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var decision = entry.decision();
        var snapshot = decision.snapshot();
        time.setText(texts.time(entry.first()));
        var words = texts.get("live.log." + decision.reason().name());
        what.show(
                decision.launched() ? LAUNCHED : HELD,
                entry.times() > 1 ? texts.get("live.log.times", words, texts.number(entry.times())) : words);
        numbers.setText(snapshot.hasQueue() ? numbers(entry) : "");
        setGraphic(line);
        setAccessibleText(time.getText() + ' ' + what.getText() + ' ' + numbers.getText());
    }

    private String numbers(DecisionEntry entry) {
        var snapshot = entry.decision().snapshot();
        boolean isTrue = 100L * snapshot.available() > (long) snapshot.dialing() * snapshot.serviceLevel();
        return texts.get(
                isTrue ? "live.log.true" : "live.log.false",
                texts.number(snapshot.available()),
                texts.number(snapshot.dialing()),
                texts.percent(snapshot.serviceLevel()));
    }
}
