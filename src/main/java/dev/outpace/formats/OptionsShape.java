package dev.outpace.formats;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.CallRecording;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.Compliance;
import dev.outpace.model.Json;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a campaign is paced and what it does for abandoned callers: two objects within {@code "outpace"}. */
final class OptionsShape {
    static final String PACING = "pacing";
    static final String COMPLIANCE = "compliance";
    private static final String RECORD_CALLS = "record_calls";
    private static final String KEEP_RECORDINGS = "keep_recordings_days";

    private OptionsShape() {}

    static PacingChoice pacing(@Nullable Fields fields) {
        if (fields == null) {
            return PacingChoice.DEFAULT;
        }
        var otherwise = PacingChoice.DEFAULT;
        return new PacingChoice(
                fields.word("policy", List.of(PacingMode.values()), PacingMode::text, otherwise.mode()),
                fields.decimal(
                        "abandon_target",
                        PacingChoice.LOWEST_TARGET,
                        PacingChoice.HIGHEST_TARGET,
                        otherwise.abandonTarget()),
                fields.word("window", List.of(AbandonWindow.values()), AbandonWindow::text, otherwise.window()),
                fields.word(
                        "denominator",
                        List.of(AbandonDenominator.values()),
                        AbandonDenominator::text,
                        otherwise.denominator()),
                fields.flag("hold_at_target", otherwise.holdAtTarget()),
                fields.decimal("machine_errors", 0, PacingChoice.MOST_MACHINE_ERRORS, otherwise.machineErrors()),
                fields.rest());
    }

    static Compliance compliance(@Nullable Fields fields) {
        if (fields == null) {
            return Compliance.DEFAULT;
        }
        var otherwise = Compliance.DEFAULT;
        return new Compliance(
                fields.text("abandon_message", Compliance.MAX_MESSAGE),
                fields.integer(
                        "abandon_after",
                        Compliance.SHORTEST_ABANDON_AFTER,
                        Compliance.MAX_ABANDON_AFTER,
                        otherwise.abandonAfter()),
                fields.word("abandon_from", List.of(AbandonFrom.values()), AbandonFrom::text, otherwise.abandonFrom()),
                fields.flag("abandon_counts_waits", otherwise.countsWaits()),
                fields.integer("redial_hours", 0, Compliance.MAX_REDIAL_HOURS, otherwise.redialHours()),
                fields.flag("redial_with_agent", otherwise.redialWithAgent()),
                fields.integer("minimum_ring", 0, Compliance.MAX_MINIMUM_RING, otherwise.minimumRing()),
                fields.rest());
    }

    /** Two fields of {@code "outpace"} itself. */
    static CallRecording recording(Fields fields) {
        var otherwise = CallRecording.DEFAULT;
        return new CallRecording(
                fields.flag(RECORD_CALLS, otherwise.on()),
                fields.integer(KEEP_RECORDINGS, 0, CallRecording.MOST_DAYS, otherwise.keepDays()));
    }

    /** What is as by default is left out. */
    static void write(CampaignOptions options, Shape shape) {
        if (!options.pacing().equals(PacingChoice.DEFAULT)) {
            shape.put(PACING, write(options.pacing()));
        }
        if (!options.compliance().equals(Compliance.DEFAULT)) {
            shape.put(COMPLIANCE, write(options.compliance()));
        }
        if (!options.recording().equals(CallRecording.DEFAULT)) {
            shape.put(RECORD_CALLS, new Json.Bool(options.recording().on()));
            shape.number(KEEP_RECORDINGS, options.recording().keepDays());
        }
    }

    private static Json.Obj write(PacingChoice pacing) {
        var shape = new Shape(pacing.unknown())
                .text("policy", pacing.mode().text())
                .put("abandon_target", new Json.Num(BigDecimal.valueOf(pacing.abandonTarget())))
                .text("window", pacing.window().text())
                .text("denominator", pacing.denominator().text());
        if (pacing.holdAtTarget()) {
            shape.put("hold_at_target", new Json.Bool(true));
        }
        if (pacing.machineErrors() > 0) {
            shape.put("machine_errors", new Json.Num(BigDecimal.valueOf(pacing.machineErrors())));
        }
        return shape.toJson();
    }

    private static Json.Obj write(Compliance compliance) {
        var shape = new Shape(compliance.unknown())
                .text("abandon_message", compliance.abandonMessage())
                .number("abandon_after", compliance.abandonAfter());
        if (compliance.abandonFrom() != AbandonFrom.QUEUE) {
            shape.text("abandon_from", compliance.abandonFrom().text());
        }
        if (compliance.countsWaits()) {
            shape.put("abandon_counts_waits", new Json.Bool(true));
        }
        return shape.number("redial_hours", compliance.redialHours())
                .put("redial_with_agent", new Json.Bool(compliance.redialWithAgent()))
                .number("minimum_ring", compliance.minimumRing())
                .toJson();
    }
}
