package dev.outpace.ui.campaign;

import dev.outpace.model.CampaignMoment;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.ServiceLevelRule;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.OtherCalls;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.RuleSentences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The pacing rule with its numbers of this moment. */
final class RuleView {
    private final Texts texts;
    private final CampaignMoment moment;
    private final OtherCalls others;

    RuleView(Texts texts, CampaignMoment moment, OtherCalls others) {
        this.texts = texts;
        this.moment = moment;
        this.others = others;
    }

    Look look() {
        return switch (reason()) {
            case DIALING, DIALING_WITHOUT_RULE, FLOW_STARTED -> new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK));
            case WAITING_FOR_AGENT, AGENTS_NEEDED_ELSEWHERE, OVER_LIMIT, LINE_LIMIT, CALLS_PER_SECOND, FLOW_LIMIT ->
                new Look(Tone.NEUTRAL, Symbol.of(Feather.PAUSE_CIRCLE));
            case NO_TARGET_DUE, HELD_BY_RULES, WAITING_FOR_KEPT_AGENT, WAITING_FOR_TARGETS ->
                new Look(Tone.NEUTRAL, Symbol.of(Feather.CLOCK));
            case NO_TARGET_LEFT, STOPPED -> new Look(Tone.NEUTRAL, Symbol.SQUARE);
            case NO_AGENT_AVAILABLE -> new Look(Tone.WARNING, Symbol.of(Feather.USER_X));
            case OVER_ABANDON_TARGET -> new Look(Tone.WARNING, Symbol.of(Feather.PAUSE_CIRCLE));
            case STOP_ASKED, STOPPING_AFTER_FAULT -> new Look(Tone.WARNING, Symbol.LOADER);
            case WAITING_TO_GO_ON, CLOCK_CHANGED -> new Look(Tone.WARNING, Symbol.of(Feather.ALERT_TRIANGLE));
            case QUEUE_GONE, TELEPHONY_DOWN, STORE_DOWN, CALLS_REFUSED, DO_NOT_CALL_TOO_OLD ->
                new Look(Tone.DANGER, Symbol.of(Feather.ALERT_OCTAGON));
        };
    }

    String word() {
        return texts.get("live.word." + reason().name());
    }

    String sentence() {
        var snapshot = moment.snapshot();
        var forecast = forecast();
        if (forecast != null && texts.has("live.forecast." + reason())) {
            return expectation(forecast);
        }
        var next = moment.decision().nextTryAt();
        var standing = snapshot.abandon();
        if (reason() == DecisionReason.OVER_ABANDON_TARGET && standing != null) {
            return texts.get(
                    next == null ? "live.sentence.OVER_ABANDON_TARGET" : "live.sentence.OVER_ABANDON_TARGET_AT",
                    texts.percent(100 * standing.rate(), 1),
                    texts.percent(100 * standing.target(), 1),
                    next == null ? "" : texts.dayMinute(next));
        }
        var rule = moment.decision().rule();
        if (rule != null) {
            var why = new RuleSentences().of(rule, next, snapshot.at());
            if (reason() == DecisionReason.DO_NOT_CALL_TOO_OLD) {
                return texts.get("live.sentence.DO_NOT_CALL_TOO_OLD", why);
            }
            return next == null
                    ? texts.get("live.sentence.HELD_BY_RULES.ever", why)
                    : texts.get("live.sentence.HELD_BY_RULES.until", texts.dayMinute(next), why);
        }
        var key = "live.sentence." + reason().name();
        return reason() == DecisionReason.NO_TARGET_DUE && next != null
                ? texts.get("live.sentence.NO_TARGET_DUE_AT", texts.time(next))
                : texts.get(
                                key,
                                texts.number(snapshot.available()),
                                texts.number(snapshot.dialing()),
                                texts.exact(published().product()),
                                moment.decision().limit())
                        + shared();
    }

    /** Whose calls and which queues take part in it, where that is not the campaign alone. */
    private String shared() {
        if (reason() != DecisionReason.WAITING_FOR_AGENT
                && reason() != DecisionReason.AGENTS_NEEDED_ELSEWHERE
                && reason() != DecisionReason.OVER_LIMIT) {
            return "";
        }
        var snapshot = moment.snapshot();
        var told = new StringBuilder();
        if (others.any()) {
            told.append(' ')
                    .append(
                            others.dialing() >= snapshot.dialing()
                                    ? texts.get("live.others.all", others.dialing(), others.campaigns())
                                    : texts.get(
                                            "live.others.dialing",
                                            others.dialing(),
                                            snapshot.dialing(),
                                            others.campaigns()));
        }
        if (snapshot.neededElsewhere() > 0) {
            told.append(' ')
                    .append(texts.get(
                            "live.others.needed", texts.exact(BigDecimal.valueOf(snapshot.neededElsewhere(), 2))));
        }
        return told.toString();
    }

    /** As the decision was made; what is expected changes from second to second. */
    private @Nullable PacingForecast forecast() {
        var decided = moment.decision().snapshot().forecast();
        return decided == null ? moment.snapshot().forecast() : decided;
    }

    private String expectation(PacingForecast forecast) {
        var cautious = "live.forecast.dialing." + forecast.caution();
        if (reason() == DecisionReason.DIALING && texts.has(cautious)) {
            return texts.get(cautious, calls(forecast), free());
        }
        if (reason() == DecisionReason.NO_AGENT_AVAILABLE) {
            return forecast.risksTooMuch()
                    ? risk("live.forecast.WAITING_FOR_AGENT", forecast)
                    : texts.get("live.forecast.NO_AGENT_AVAILABLE");
        }
        return reason() == DecisionReason.DIALING || forecast.risksTooMuch()
                ? risk("live.forecast." + reason(), forecast)
                : texts.get("live.forecast.held." + forecast.caution(), calls(forecast), free());
    }

    private String risk(String key, PacingForecast forecast) {
        return texts.get(key, forecast.shownChance(), forecast.shownAllowed());
    }

    private String calls(PacingForecast forecast) {
        return texts.number(forecast.ringing());
    }

    private String free() {
        return texts.number(moment.decision().snapshot().available());
    }

    /** What may still be abandoned in the window; empty without a forecast. */
    String budget(PacingChoice pacing) {
        var forecast = moment.snapshot().forecast();
        if (forecast == null) {
            return "";
        }
        double target = 100 * pacing.abandonTarget();
        return texts.get(
                isOverdrawn() ? "live.budget.over" : "live.budget",
                Math.abs(wholeCalls(forecast)),
                texts.percent(100 * forecast.abandonRate(), 1),
                texts.percent(target, target == Math.rint(target) ? 0 : 1),
                texts.get("live.budget." + pacing.window().text()));
    }

    Look budgetLook() {
        var forecast = moment.snapshot().forecast();
        if (forecast == null || wholeCalls(forecast) > 0) {
            return new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));
        }
        return isOverdrawn()
                ? new Look(Tone.DANGER, Symbol.of(Feather.ALERT_OCTAGON))
                : new Look(Tone.WARNING, Symbol.of(Feather.ALERT_TRIANGLE));
    }

    private boolean isOverdrawn() {
        var forecast = moment.snapshot().forecast();
        return forecast != null && wholeCalls(forecast) < 0;
    }

    private static long wholeCalls(PacingForecast forecast) {
        return (long) Math.floor(forecast.budget());
    }

    private static String oneDecimal(double number) {
        return String.format(Locale.ENGLISH, "%,.1f", number);
    }

    private DecisionReason reason() {
        return moment.decision().reason();
    }

    private ServiceLevelRule published() {
        return ServiceLevelRule.of(moment.snapshot());
    }

    List<Node> equation() {
        var forecast = forecast();
        return forecast == null ? rule(moment.snapshot()) : expected(forecast);
    }

    private List<Node> expected(PacingForecast forecast) {
        var terms = new ArrayList<Node>();
        terms.add(term(texts.number(forecast.ringing()), "live.expected.ringing"));
        if (forecast.inFlow() > 0) {
            terms.addAll(
                    List.of(gap(), sign("+"), gap(), term(texts.number(forecast.inFlow()), "live.expected.inFlow")));
        }
        terms.addAll(List.of(
                gap(),
                sign("→"),
                gap(),
                term(oneDecimal(forecast.expectedCallers()), "live.expected.callers"),
                gap(),
                sign("/"),
                gap(),
                term(oneDecimal(forecast.expectedFree()), "live.expected.free")));
        return terms;
    }

    private List<Node> rule(PacingSnapshot snapshot) {
        return List.of(
                term(
                        texts.exact(published().agents()),
                        snapshot.neededElsewhere() == 0 ? "live.equation.available" : "live.equation.left"),
                gap(),
                sign(published().isTrue() ? ">" : "≤"),
                gap(),
                term(texts.number(snapshot.dialing()), "live.equation.dialing"),
                gap(),
                sign("×"),
                gap(),
                term(texts.percent(snapshot.serviceLevel()), "live.equation.level"),
                gap(),
                sign("="),
                gap(),
                term(texts.exact(published().product()), ""));
    }

    String equationText() {
        var snapshot = moment.snapshot();
        var forecast = forecast();
        if (forecast != null) {
            return texts.get(
                    forecast.inFlow() == 0 ? "live.expected" : "live.expected.withFlow",
                    texts.number(forecast.ringing()),
                    oneDecimal(forecast.expectedCallers()),
                    oneDecimal(forecast.expectedFree()),
                    texts.number(forecast.inFlow()));
        }
        return texts.get(
                published().isTrue() ? "live.equation.true" : "live.equation.false",
                texts.exact(published().agents()),
                texts.number(snapshot.dialing()),
                texts.percent(snapshot.serviceLevel()),
                texts.exact(published().product()));
    }

    private Node term(String value, String captionKey) {
        var number = new Label(value);
        number.getStyleClass().add("equation");
        number.setMinWidth(Region.USE_PREF_SIZE);
        var caption = new Label(captionKey.isEmpty() ? "" : texts.get(captionKey));
        caption.getStyleClass().add("second-line");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        var box = new VBox(number, caption);
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }

    private static Node sign(String text) {
        var label = new Label(text);
        label.getStyleClass().add("equation-sign");
        return label;
    }

    private static Node gap() {
        var region = new Region();
        HBox.setHgrow(region, javafx.scene.layout.Priority.ALWAYS);
        return region;
    }
}
