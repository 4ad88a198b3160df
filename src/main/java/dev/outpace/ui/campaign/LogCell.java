package dev.outpace.ui.campaign;

import dev.outpace.model.DecisionReason;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.ServiceLevelRule;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.LogEntry;
import dev.outpace.ui.texts.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line of the decision log: when, what, and the numbers that it was decided by. */
final class LogCell extends ListCell<LogEntry> {
    private static final Look LAUNCHED = new Look(Tone.ACCENT, Tone.DEFAULT, Symbol.of(Feather.PHONE_OUTGOING));
    private static final Look HELD = new Look(Tone.NEUTRAL, Tone.DEFAULT, Symbol.of(Feather.PAUSE_CIRCLE));
    private static final Look CHANGED = new Look(Tone.NEUTRAL, Tone.DEFAULT, Symbol.of(Feather.SLIDERS));

    private final Texts texts;
    private final Label time = new Label();
    private final IconWord what = new IconWord();
    private final Label numbers = new Label();
    private final HBox line;

    LogCell(Texts texts) {
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
    protected void updateItem(@Nullable LogEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(texts.time(entry.at()));
        switch (entry) {
            case LogEntry.Decided decided -> show(decided);
            case LogEntry.Changed change -> show(change);
        }
        setGraphic(line);
        setAccessibleText(time.getText() + ' ' + what.getText() + ' ' + numbers.getText());
    }

    private void show(LogEntry.Changed change) {
        var key = switch (change.setting()) {
            case POLICY -> "live.log.policyChanged";
            case SERVICE_LEVEL -> "live.log.levelChanged";
            case ABANDON_TARGET -> "live.log.targetChanged";
        };
        what.show(CHANGED, texts.get(key));
        numbers.setText(texts.get("live.log.fromTo", change.before(), change.now()));
    }

    private void show(LogEntry.Decided entry) {
        var decision = entry.decision();
        var words = texts.get("live.log." + decision.reason().name());
        what.show(
                decision.launched() ? LAUNCHED : HELD,
                entry.times() > 1 ? texts.get("live.log.times", words, texts.number(entry.times())) : words);
        numbers.setText(
                decision.snapshot().hasQueue() && compares(decision.reason())
                        ? numbers(texts, decision.snapshot())
                        : "");
    }

    /** Whether agents and calls have anything to do with it. */
    private static boolean compares(DecisionReason reason) {
        return switch (reason) {
            case DIALING,
                    WAITING_FOR_AGENT,
                    AGENTS_NEEDED_ELSEWHERE,
                    OVER_LIMIT,
                    NO_AGENT_AVAILABLE,
                    LINE_LIMIT,
                    CALLS_PER_SECOND,
                    NO_TARGET_DUE,
                    WAITING_FOR_KEPT_AGENT -> true;
            case DIALING_WITHOUT_RULE,
                    OVER_ABANDON_TARGET,
                    HELD_BY_RULES,
                    FLOW_STARTED,
                    FLOW_LIMIT,
                    QUEUE_GONE,
                    NO_TARGET_LEFT,
                    WAITING_FOR_TARGETS,
                    STOP_ASKED,
                    STOPPING_AFTER_FAULT,
                    STOPPED,
                    TELEPHONY_DOWN,
                    STORE_DOWN,
                    CALLS_REFUSED,
                    DO_NOT_CALL_TOO_OLD,
                    CLOCK_CHANGED,
                    WAITING_TO_GO_ON -> false;
        };
    }

    /** What was compared. */
    static String numbers(Texts texts, PacingSnapshot snapshot) {
        var forecast = snapshot.forecast();
        if (forecast != null) {
            return forecast.caution() == PacingForecast.Caution.NONE || forecast.risksTooMuch()
                    ? texts.get(
                            "live.log.risk." + forecast.risksTooMuch(), forecast.shownChance(), forecast.shownAllowed())
                    : texts.get("live.log.caution." + forecast.caution());
        }
        var rule = ServiceLevelRule.of(snapshot);
        // At 100 % there is nothing to multiply by.
        var form = (snapshot.serviceLevel() == 100 ? "live.log.plain." : "live.log.") + rule.isTrue();
        return texts.get(
                form,
                texts.exact(rule.agents()),
                texts.number(snapshot.dialing()),
                texts.percent(snapshot.serviceLevel()));
    }
}
