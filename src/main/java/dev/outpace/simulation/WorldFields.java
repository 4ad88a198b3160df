package dev.outpace.simulation;

import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import org.jspecify.annotations.Nullable;

/** Reads how people answer and how long things take. */
final class WorldFields {
    private static final double MIN_NO_ANSWER = 2;
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
        var drift = drift(dial);
        dial.nothingLeft();
        return new Numbers(
                new Dial(answered, 0, 0, failing, 0, answerTime, 0, failSeconds, noAnswer, 0, 0),
                ownDrift || common == null ? drift : common.drift());
    }

    private static Drift drift(ScenarioFields dial) {
        var fields = dial.object("answered_drift");
        if (fields == null) {
            return Drift.NONE;
        }
        var drift = switch (fields.neededWord("shape", "sine", "step")) {
            case "sine" ->
                new Drift.Sine(
                        fields.needed("amplitude", 0, 1, 0),
                        3_600 * fields.needed("period_hours", 0.01, Scenario.MAX_HOURS, 1));
            case "step" ->
                new Drift.Step(
                        fields.needed("factor", 0, 100, 1),
                        3_600 * fields.needed("at_hours", 0, Scenario.MAX_HOURS, 0));
            default -> Drift.NONE;
        };
        fields.nothingLeft();
        return drift;
    }

    Handle handle(ScenarioFields fields) {
        var handle = fields.neededObject("handle");
        if (handle == null) {
            return new Handle(NO_TIME, NO_TIME, NO_TIME);
        }
        var found = new Handle(NO_TIME, distribution(handle, "talk", null), distribution(handle, "wrap_up", NO_TIME));
        handle.nothingLeft();
        return found;
    }

    /** @param otherwise default; null if the field is required */
    private static Distribution distribution(ScenarioFields fields, String name, @Nullable Distribution otherwise) {
        var one = otherwise == null ? fields.neededObject(name) : fields.object(name);
        if (one == null) {
            return otherwise == null ? NO_TIME : otherwise;
        }
        var kind = one.neededWord("distribution", "lognormal", "exponential", "constant");
        double mean = one.needed("mean", 0, WorldSettings.LONGEST, 0);
        var found = switch (kind) {
            case "lognormal" -> new Lognormal(mean, one.needed("sd", 0, WorldSettings.LONGEST, 0));
            case "exponential" -> new Exponential(mean);
            case "constant" -> new Constant(mean);
            default -> NO_TIME;
        };
        one.nothingLeft();
        return found;
    }
}
