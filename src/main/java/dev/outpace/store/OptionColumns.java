package dev.outpace.store;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.Compliance;
import dev.outpace.model.Json;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;
import java.math.BigDecimal;

/**
 * Converts a campaign's options to the JSON objects in its columns. An object is empty if all its options have their defaults.
 */
final class OptionColumns {
    private static final String UNKNOWN = "unknown";

    private OptionColumns() {}

    static Json.Obj pacing(PacingChoice choice) {
        if (choice.equals(PacingChoice.DEFAULT)) {
            return Json.Obj.EMPTY;
        }
        return Json.Obj.EMPTY
                .with("mode", new Json.Text(choice.mode().name()))
                .with("abandon_target", new Json.Num(BigDecimal.valueOf(choice.abandonTarget())))
                .with("window", new Json.Text(choice.window().name()))
                .with("denominator", new Json.Text(choice.denominator().name()))
                .with("hold_at_target", new Json.Bool(choice.holdAtTarget()))
                .with("machine_errors", new Json.Num(BigDecimal.valueOf(choice.machineErrors())))
                .with(UNKNOWN, choice.unknown());
    }

    static PacingChoice pacing(Json.Obj fields) {
        if (fields.isEmpty()) {
            return PacingChoice.DEFAULT;
        }
        return new PacingChoice(
                PacingMode.valueOf(fields.text("mode", "")),
                fields.get("abandon_target") instanceof Json.Num(var share)
                        ? share.doubleValue()
                        : PacingChoice.ABANDON_TARGET,
                AbandonWindow.valueOf(fields.text("window", "")),
                AbandonDenominator.valueOf(fields.text("denominator", "")),
                fields.get("hold_at_target") instanceof Json.Bool(var flag) && flag,
                fields.get("machine_errors") instanceof Json.Num(var share) ? share.doubleValue() : 0,
                unknown(fields));
    }

    static Json.Obj compliance(Compliance rules) {
        if (rules.equals(Compliance.DEFAULT)) {
            return Json.Obj.EMPTY;
        }
        return Json.Obj.EMPTY
                .with("abandon_message", new Json.Text(rules.abandonMessage()))
                .with("abandon_after", number(rules.abandonAfter()))
                .with("abandon_from", new Json.Text(rules.abandonFrom().name()))
                .with("abandon_counts_waits", new Json.Bool(rules.countsWaits()))
                .with("redial_hours", number(rules.redialHours()))
                .with("redial_with_agent", new Json.Bool(rules.redialWithAgent()))
                .with("minimum_ring", number(rules.minimumRing()))
                .with(UNKNOWN, rules.unknown());
    }

    static Compliance compliance(Json.Obj fields) {
        if (fields.isEmpty()) {
            return Compliance.DEFAULT;
        }
        return new Compliance(
                fields.text("abandon_message", ""),
                (int) fields.integer("abandon_after", Compliance.ABANDON_AFTER),
                AbandonFrom.valueOf(fields.text("abandon_from", AbandonFrom.QUEUE.name())),
                flag(fields, "abandon_counts_waits"),
                (int) fields.integer("redial_hours", 0),
                flag(fields, "redial_with_agent"),
                (int) fields.integer("minimum_ring", 0),
                unknown(fields));
    }

    private static boolean flag(Json.Obj fields, String name) {
        return fields.get(name) instanceof Json.Bool(var flag) && flag;
    }

    private static Json.Num number(int value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }

    private static Json.Obj unknown(Json.Obj fields) {
        return fields.get(UNKNOWN) instanceof Json.Obj unknown ? unknown : Json.Obj.EMPTY;
    }
}
