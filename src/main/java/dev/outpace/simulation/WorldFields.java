package dev.outpace.simulation;

import dev.outpace.telephony.simulated.Congestion;
import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Distribution.AtOnce;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Distribution.Weibull;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how people answer and how long things take. */
final class WorldFields {
    private static final double MIN_NO_ANSWER = 2;
    private static final int MAX_PERIODS = 100;
    private static final double LONGEST_DAY = Scenario.MAX_HOURS * 60;
    private static final double MAX_FACTOR = 100;
    private static final double MAX_SPREAD = 5;
    private static final double MIN_SHAPE = 0.1;
    private static final double MAX_SHAPE = 20;
    private static final Constant NO_TIME = new Constant(0);

    /**
     * Reads the object {@code dial} of a scenario or of one campaign.
     *
     * @param common values for the fields that a campaign leaves out; null if all fields are required
     */
    Numbers numbers(ScenarioFields fields, @Nullable Numbers common) {
        var dial = common == null ? fields.neededObject("dial") : fields.object("dial");
        if (dial == null) {
            return common == null ? new Numbers(WorldSettings.DEFAULT.dial(), Drift.NONE) : common;
        }
        double answered = common == null
                ? dial.needed("answered", 0, 1, 0)
                : dial.decimal("answered", 0, 1, common.dial().answered());
        double noAnswer = common == null
                ? dial.needed("no_answer_seconds", MIN_NO_ANSWER, WorldSettings.LONGEST, MIN_NO_ANSWER)
                : dial.decimal(
                        "no_answer_seconds",
                        MIN_NO_ANSWER,
                        WorldSettings.LONGEST,
                        common.dial().noAnswer());
        double failing = common == null ? 0 : common.dial().badNumber();
        double failSeconds = common == null ? 2 : common.dial().fastFail();
        var fail = dial.object("fast_fail");
        if (fail != null) {
            failing = fail.needed("probability", 0, 1, 0);
            failSeconds = fail.decimal("seconds", 0, WorldSettings.LONGEST, failSeconds);
            fail.nothingLeft();
        }
        if (answered + failing > 1) {
            dial.error("fast_fail.probability", "scenario.shares", answered + failing);
        }
        var answerTime = distribution(
                dial, "time_to_answer", common == null ? null : common.dial().timeToAnswer());
        boolean ownDrift = dial.has("answered_drift");
        var drift = drift(dial, "answered_drift");
        boolean ownCongestion = dial.has("congestion");
        var congestion = dial.objects("congestion", MAX_PERIODS, WorldFields::congestion);
        dial.nothingLeft();
        return new Numbers(
                new Dial(answered, 0, 0, failing, 0, answerTime, 0, failSeconds, noAnswer, 0, 0),
                ownDrift || common == null ? drift : common.drift(),
                Machines.NONE,
                List.of(),
                ownCongestion || common == null ? congestion : common.congestion(),
                0);
    }

    private static Congestion congestion(ScenarioFields fields) {
        double share = fields.needed("share", 0, 1, 0);
        double from = fields.decimal("from_minutes", 0, LONGEST_DAY, 0);
        double until = fields.decimal("until_minutes", from, LONGEST_DAY, LONGEST_DAY);
        fields.nothingLeft();
        return new Congestion(share, 60 * from, 60 * until);
    }

    /** Reads how a number changes in the course of the day. */
    static Drift drift(ScenarioFields of, String name) {
        var fields = of.object(name);
        if (fields == null) {
            return Drift.NONE;
        }
        var drift = switch (fields.neededWord("shape", "sine", "step", "hourly", "walk")) {
            case "sine" ->
                new Drift.Sine(
                        fields.needed("amplitude", 0, 1, 0),
                        3_600 * fields.needed("period_hours", 0.01, Scenario.MAX_HOURS, 1));
            case "step" ->
                new Drift.Step(
                        fields.needed("factor", 0, MAX_FACTOR, 1),
                        3_600 * fields.needed("at_hours", 0, Scenario.MAX_HOURS, 0));
            case "hourly" -> hourly(fields);
            case "walk" ->
                new Drift.Walk(fields.needed("spread", 0, 2, 0), fields.needed("minutes", 1, LONGEST_DAY, LONGEST_DAY));
            default -> Drift.NONE;
        };
        fields.nothingLeft();
        return drift;
    }

    private static Drift hourly(ScenarioFields fields) {
        var factors = fields.decimals("factors", (int) Scenario.MAX_HOURS, 0, MAX_FACTOR);
        if (factors.isEmpty()) {
            fields.error("factors", "scenario.none");
            return Drift.NONE;
        }
        return new Drift.Hourly(factors);
    }

    /** @param agents the object of that name; null for agents who are all alike */
    Handle handle(ScenarioFields fields, @Nullable ScenarioFields agents) {
        var handle = fields.neededObject("handle");
        if (handle == null) {
            return new Handle(NO_TIME, NO_TIME, NO_TIME);
        }
        var found = new Handle(
                distribution(handle, "pick_up", NO_TIME),
                distribution(handle, "talk", null),
                distribution(handle, "wrap_up", NO_TIME),
                agents == null ? 0 : agents.decimal("talk_spread", 0, MAX_SPREAD, 0));
        handle.nothingLeft();
        return found;
    }

    /** How long callers wait: a number of seconds, or a law. */
    static Distribution patience(ScenarioFields fields, Distribution otherwise) {
        if (!fields.has("patience")) {
            return fields.has("patience_seconds")
                    ? new Constant(fields.decimal("patience_seconds", 0, WorldSettings.LONGEST, 0))
                    : otherwise;
        }
        return distribution(fields, "patience", otherwise);
    }

    /** @param otherwise default; null if the field is required */
    static Distribution distribution(ScenarioFields fields, String name, @Nullable Distribution otherwise) {
        var one = otherwise == null ? fields.neededObject(name) : fields.object(name);
        if (one == null) {
            return otherwise == null ? NO_TIME : otherwise;
        }
        var kind = one.neededWord("distribution", "lognormal", "exponential", "constant", "weibull");
        double mean = one.needed("mean", 0, WorldSettings.LONGEST, 0);
        var found = switch (kind) {
            case "lognormal" -> new Lognormal(mean, one.needed("sd", 0, WorldSettings.LONGEST, 0));
            case "exponential" -> new Exponential(mean);
            case "constant" -> new Constant(mean);
            case "weibull" -> new Weibull(mean, one.needed("shape", MIN_SHAPE, MAX_SHAPE, 1));
            default -> NO_TIME;
        };
        double atOnce = one.decimal("at_once", 0, 1, 0);
        one.nothingLeft();
        return atOnce == 0 ? found : new AtOnce(atOnce, found);
    }
}
