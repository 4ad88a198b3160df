package dev.outpace.app;

import dev.outpace.model.Json;
import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.Gap;
import dev.outpace.simulation.PolicyComparison;
import dev.outpace.simulation.PolicyComparison.Days;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A comparison as it is printed. */
final class SimulateReport {
    private static final MathContext DIGITS = new MathContext(6);

    private final PolicyComparison comparison;
    private final Printed printed;
    private final CampaignsPrinted campaigns;

    SimulateReport(PolicyComparison comparison, Printed printed) {
        this.comparison = comparison;
        this.printed = printed;
        campaigns = new CampaignsPrinted(comparison, printed);
    }

    /** A table with a row for each policy, and one with a row for each of its campaigns if there are several. */
    List<String> lines() {
        var rows = new ArrayList<String>();
        rows.add(printed.text("text.simulate.columns"));
        comparison.policies().forEach(policy -> rows.add(row(policy)));
        var lines = new ArrayList<String>();
        lines.add(Printed.plain(head()));
        lines.addAll(new PrintedColumns(1).lines(rows));
        comparison
                .gap()
                .map(gap -> printed.text("text.simulate.gap", gap.constant(), gap.truth(), gap.taken()))
                .ifPresent(lines::add);
        lines.addAll(campaigns.lines());
        return lines;
    }

    private String head() {
        var scenario = comparison.scenario();
        return printed.text(
                "text.simulate.head",
                scenario.name(),
                comparison.policies().getFirst().days().size(),
                scenario.hours(),
                scenario.abandonLimit());
    }

    private String row(Days policy) {
        var utilisation = policy.figure(DayResult::utilisation);
        var abandoned = policy.figure(DayResult::abandonRate);
        return printed.text(
                "text.simulate.row",
                policy.policy(),
                utilisation.mean(),
                utilisation.standardError(),
                abandoned.mean(),
                abandoned.standardError(),
                abandoned.highest(),
                policy.over(comparison.scenario().abandonLimit()),
                policy.figure(DayResult::idleSecondsPerCall).mean(),
                policy.figure(DayResult::dialsPerHandled).mean(),
                policy.figure(DayResult::callsPerHour).mean());
    }

    Json asJson() {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("scenario", new Json.Text(comparison.scenario().name()));
        fields.put("hours", number(comparison.scenario().hours()));
        fields.put(
                "days",
                new Json.Num(BigDecimal.valueOf(
                        comparison.policies().getFirst().days().size())));
        fields.put("abandon_limit", number(comparison.scenario().abandonLimit()));
        fields.put(
                "policies",
                new Json.Array(comparison.policies().stream().map(this::asJson).toList()));
        comparison.gap().ifPresent(gap -> fields.put("gap", asJson(gap)));
        return new Json.Obj(fields);
    }

    private static Json asJson(Gap gap) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("from", new Json.Text(gap.constant()));
        fields.put("to", new Json.Text(gap.truth()));
        fields.put("taken", number(gap.taken()));
        return new Json.Obj(fields);
    }

    private Json asJson(Days policy) {
        var utilisation = policy.figure(DayResult::utilisation);
        var abandoned = policy.figure(DayResult::abandonRate);
        var fields = new LinkedHashMap<String, Json>();
        fields.put("policy", new Json.Text(policy.policy()));
        fields.put("utilisation", number(utilisation.mean()));
        fields.put("utilisation_error", number(utilisation.standardError()));
        fields.put("abandon_rate", number(abandoned.mean()));
        fields.put("abandon_rate_error", number(abandoned.standardError()));
        fields.put("abandon_rate_worst", number(abandoned.highest()));
        fields.put("days_over_limit", number(policy.over(comparison.scenario().abandonLimit())));
        fields.put(
                "idle_seconds_per_call",
                number(policy.figure(DayResult::idleSecondsPerCall).mean()));
        fields.put(
                "dials_per_handled",
                number(policy.figure(DayResult::dialsPerHandled).mean()));
        fields.put(
                "calls_per_hour", number(policy.figure(DayResult::callsPerHour).mean()));
        fields.put("campaigns", campaigns.asJson(policy));
        return new Json.Obj(fields);
    }

    private static Json number(double value) {
        return new Json.Num(BigDecimal.valueOf(value).round(DIGITS));
    }
}
