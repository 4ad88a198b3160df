package dev.outpace.ui.live;

import dev.outpace.model.CampaignMoment;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.model.StopReason;
import dev.outpace.pacing.ServiceLevelRule;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.RuleSentences;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Launches and holds in sentences: what was compared, and what follows from it. */
public final class DecisionWords {

    /**
     * @param sentence "12 available > 8 dialing × 100 % = 8"
     * @param outcome "dialing"
     */
    public record Words(String sentence, String outcome, Look look) {}

    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Look DIALS = look(Tone.SUCCESS, Feather.CHECK_CIRCLE);
    private static final Look WAITS = look(Tone.NEUTRAL, Feather.PAUSE_CIRCLE);
    private static final Look WARNS = look(Tone.WARNING, Feather.ALERT_TRIANGLE);
    private static final Look FAILS = look(Tone.DANGER, Feather.ALERT_OCTAGON);

    private final RuleSentences rules = new RuleSentences();
    private final Texts texts;

    public DecisionWords(Texts texts) {
        this.texts = texts;
    }

    public Words of(PacingDecision decision, CampaignRow row, OtherCalls others) {
        return switch (decision.reason()) {
            case DIALING -> words(rule(decision.snapshot(), "decision.rule.true"), "decision.dialing", DIALS);
            case DIALING_WITHOUT_RULE ->
                words(texts.get("decision.noQueue"), "decision.dialing", look(Tone.NEUTRAL, Feather.INFO));
            case FLOW_STARTED ->
                words(texts.get("decision.flow"), "decision.working", look(Tone.NEUTRAL, Feather.INFO));
            case WAITING_FOR_AGENT, AGENTS_NEEDED_ELSEWHERE ->
                words(noRoom(decision.snapshot(), others), "decision.waitingForAgent", WAITS);
            case OVER_LIMIT -> words(noRoom(decision.snapshot(), others), "decision.overLimit", WAITS);
            case OVER_ABANDON_TARGET ->
                words(overTarget(decision), "decision.held", look(Tone.WARNING, Feather.PAUSE_CIRCLE));
            case NO_AGENT_AVAILABLE ->
                words(
                        noAgent(decision.snapshot(), row.moment()),
                        "decision.waitingForAgent",
                        look(Tone.WARNING, Feather.USER_X));
            case QUEUE_GONE -> words(texts.get("decision.queueGone"), "decision.held", FAILS);
            case LINE_LIMIT ->
                words(texts.get("decision.lineLimit", decision.limit()), "decision.waitingForLine", WAITS);
            case CALLS_PER_SECOND ->
                words(texts.get("decision.perSecond", decision.limit()), "decision.nextInstant", WAITS);
            case FLOW_LIMIT -> words(texts.get("decision.flowLimit", decision.limit()), "decision.waiting", WAITS);
            case NO_TARGET_DUE -> words(notDue(decision), "decision.waiting", look(Tone.NEUTRAL, Feather.CLOCK));
            case HELD_BY_RULES -> words(byRules(decision), "decision.waiting", look(Tone.NEUTRAL, Feather.CLOCK));
            case WAITING_FOR_KEPT_AGENT ->
                words(texts.get("decision.keptAgent"), "decision.waitingForAgent", look(Tone.NEUTRAL, Feather.CLOCK));
            case NO_TARGET_LEFT -> words(noTarget(row), "decision.willStop", look(Tone.NEUTRAL, Feather.CHECK));
            case WAITING_FOR_TARGETS ->
                words(noTarget(row), "decision.waitingForTargets", look(Tone.NEUTRAL, Feather.CLOCK));
            case STOP_ASKED ->
                words(stopping(decision, row.moment()), "decision.stopping", new Look(Tone.WARNING, Symbol.LOADER));
            case STOPPING_AFTER_FAULT ->
                words(
                        texts.get("decision.afterFault", calls(decision, row.moment())),
                        "decision.stopping",
                        new Look(Tone.WARNING, Symbol.LOADER));
            case STOPPED -> words(stopped(row.moment()), "decision.notDialing", new Look(Tone.NEUTRAL, Symbol.SQUARE));
            case TELEPHONY_DOWN -> words(texts.get("decision.telephonyDown"), "decision.held", FAILS);
            case STORE_DOWN -> words(texts.get("decision.storeDown"), "decision.held", FAILS);
            case CALLS_REFUSED -> words(texts.get("decision.callsRefused", decision.limit()), "decision.held", FAILS);
            case DO_NOT_CALL_TOO_OLD -> words(texts.get("decision.doNotCallTooOld"), "decision.held", FAILS);
            case CLOCK_CHANGED -> words(texts.get("decision.clockChanged"), "decision.waiting", WARNS);
            case WAITING_TO_GO_ON -> words(texts.get("decision.waitingToGoOn"), "decision.waiting", WARNS);
        };
    }

    private String noRoom(PacingSnapshot snapshot, OtherCalls others) {
        var rule = rule(snapshot, "decision.rule.false");
        return others.any() ? texts.get("decision.others", rule, others.dialing(), others.campaigns()) : rule;
    }

    private String rule(PacingSnapshot snapshot, String key) {
        var forecast = snapshot.forecast();
        if (forecast != null) {
            return expectation(snapshot, forecast);
        }
        var published = ServiceLevelRule.of(snapshot);
        return texts.get(
                key,
                snapshot.neededElsewhere() == 0
                        ? texts.number(snapshot.available())
                        : texts.get(
                                "decision.leftOf", texts.exact(published.agents()), texts.number(snapshot.available())),
                texts.number(snapshot.dialing()),
                texts.percent(snapshot.serviceLevel()),
                texts.exact(published.product()));
    }

    private String expectation(PacingSnapshot snapshot, PacingForecast forecast) {
        if (forecast.caution() != PacingForecast.Caution.NONE && !forecast.risksTooMuch()) {
            return texts.get(
                    "decision.forecast." + forecast.caution(),
                    texts.number(forecast.ringing()),
                    texts.number(snapshot.available()));
        }
        return texts.get(
                "decision.forecast",
                texts.number(forecast.ringing()),
                forecast.inFlow(),
                forecast.expectedCallers(),
                forecast.expectedFree(),
                forecast.shownChance(),
                forecast.shownAllowed());
    }

    private String noAgent(PacingSnapshot snapshot, @Nullable CampaignMoment moment) {
        var forecast = snapshot.forecast();
        if (forecast != null) {
            return forecast.risksTooMuch() ? expectation(snapshot, forecast) : texts.get("decision.forecast.nobody");
        }
        if (snapshot.reserved() > 0) {
            return texts.get("decision.noAgent.reserved", snapshot.reserved());
        }
        return texts.get("decision.noAgent", moment == null ? 0 : moment.agents());
    }

    private String overTarget(PacingDecision decision) {
        var standing = decision.snapshot().abandon();
        if (standing == null) {
            return texts.get("decision.overTarget.none");
        }
        var next = decision.nextTryAt();
        var rate = texts.percent(100 * standing.rate(), 1);
        var target = texts.percent(100 * standing.target(), 1);
        return next == null
                ? texts.get("decision.overTarget", rate, target)
                : texts.get("decision.overTarget.until", rate, target, texts.dayMinute(next));
    }

    private String notDue(PacingDecision decision) {
        var next = decision.nextTryAt();
        if (next == null) {
            return texts.get("decision.notDue.calls");
        }
        return texts.get("decision.notDue", moment(next, decision.snapshot().at()));
    }

    private String byRules(PacingDecision decision) {
        var rule = decision.rule();
        var until = decision.nextTryAt();
        if (rule == null) {
            return texts.get("decision.rules");
        }
        var why = rules.of(rule, until, decision.snapshot().at());
        return until == null
                ? texts.get("decision.rules.ever", why)
                : texts.get("decision.rules.until", texts.dayMinute(until), why);
    }

    private String moment(Instant next, Instant from) {
        return Duration.between(from, next).compareTo(SOON) < 0 ? texts.time(next) : texts.minute(next);
    }

    private String noTarget(CampaignRow row) {
        var list = row.links().outdial();
        return list == null ? texts.get("decision.noTarget") : texts.get("decision.noTargetIn", list.name());
    }

    private String stopping(PacingDecision decision, @Nullable CampaignMoment moment) {
        var reason = moment == null ? null : moment.stopReason();
        var key = reason == StopReason.EXHAUSTED
                ? "decision.exhausted"
                : reason == StopReason.TRIED ? "decision.tried" : "decision.stopAsked";
        return texts.get(key, calls(decision, moment));
    }

    private static int calls(PacingDecision decision, @Nullable CampaignMoment moment) {
        return moment == null ? decision.limit() : moment.inProgress();
    }

    private String stopped(@Nullable CampaignMoment moment) {
        var reason = moment == null ? null : moment.stopReason();
        if (reason == null) {
            return texts.get("decision.stopped");
        }
        return switch (reason) {
            case USER -> texts.get("decision.stopped.user");
            case EXHAUSTED -> texts.get("decision.stopped.exhausted");
            case FAULT -> texts.get("decision.stopped.fault");
            case TRIED -> texts.get("decision.stopped.tried");
        };
    }

    private Words words(String sentence, String outcomeKey, Look look) {
        return new Words(sentence, texts.get(outcomeKey), look);
    }

    private static Look look(Tone tone, Feather icon) {
        return new Look(tone, Symbol.of(icon));
    }
}
