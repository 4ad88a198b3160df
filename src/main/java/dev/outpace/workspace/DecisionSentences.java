package dev.outpace.workspace;

import dev.outpace.model.DecisionReason;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingForecast;
import dev.outpace.pacing.ServiceLevelRule;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Decisions as one sentence each, for people who read lines. */
public final class DecisionSentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.workspace.decisions", Locale.ROOT);
    private final RuleSentences rules = new RuleSentences();
    private final ZoneId zone;

    public DecisionSentences(ZoneId zone) {
        this.zone = zone;
    }

    public String of(PacingDecision decision) {
        var snapshot = decision.snapshot();
        var key = decision.reason().name();
        var forecast = snapshot.forecast();
        if (forecast != null && key.equals("NO_AGENT_AVAILABLE") && forecast.risksTooMuch()) {
            return fill("forecast.WAITING_FOR_AGENT", forecast(forecast));
        }
        if (forecast != null && texts.containsKey("forecast." + key)) {
            return fill("forecast." + key, forecast(forecast));
        }
        var next = decision.nextTryAt();
        var standing = snapshot.abandon();
        if (decision.reason() == DecisionReason.OVER_ABANDON_TARGET && standing != null) {
            return fill(
                    next == null ? key : key + "_AT",
                    oneDecimal(100 * standing.rate()),
                    oneDecimal(100 * standing.target()),
                    next == null ? "" : MOMENT.withZone(zone).format(next));
        }
        if (decision.rule() != null) {
            var why = rules.of(decision.rule(), next, snapshot.at());
            return next == null
                    ? fill(key, why)
                    : fill(key + "_AT", why, MOMENT.withZone(zone).format(next));
        }
        if (next != null && texts.containsKey(key + "_AT")) {
            key += "_AT";
        }
        if (snapshot.neededElsewhere() > 0 && texts.containsKey(key + "_SHARED")) {
            key += "_SHARED";
        }
        var rule = ServiceLevelRule.of(snapshot);
        return fill(
                key,
                snapshot.available(),
                snapshot.dialing(),
                snapshot.serviceLevel(),
                decision.limit(),
                next == null ? "" : TIME.withZone(zone).format(next),
                rule.product().toPlainString(),
                BigDecimal.valueOf(snapshot.neededElsewhere(), 2)
                        .stripTrailingZeros()
                        .toPlainString(),
                rule.agents().toPlainString());
    }

    /** The sentence, and after it what the forecast was made from; without a forecast the sentence alone. */
    public String inDetail(PacingDecision decision) {
        var forecast = decision.snapshot().forecast();
        return forecast == null ? of(decision) : of(decision) + "; " + details(forecast);
    }

    private String forecast(PacingForecast forecast) {
        var expected = fill(
                "forecast",
                forecast.ringing(),
                forecast.inFlow(),
                oneDecimal(forecast.expectedCallers()),
                oneDecimal(forecast.expectedFree()),
                oneDecimal(forecast.expectedAbandons()),
                forecast.shownChance(),
                forecast.shownAllowed());
        return forecast.caution() == PacingForecast.Caution.NONE
                ? expected
                : expected + "; " + texts.getString("forecast." + forecast.caution());
    }

    private String details(PacingForecast forecast) {
        long budget = (long) Math.floor(forecast.budget());
        var budgetWords = budget >= 0 ? fill("forecast.budget", budget) : fill("forecast.overdrawn", -budget);
        return fill(
                "forecast.details",
                oneDecimal(100 * forecast.answerRate()),
                oneDecimal(100 * forecast.abandonRate()),
                budgetWords);
    }

    private static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private String fill(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }
}
