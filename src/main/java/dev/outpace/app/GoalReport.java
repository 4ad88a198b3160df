package dev.outpace.app;

import dev.outpace.app.GoalsCommand.Cell;
import dev.outpace.model.Json;
import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.simulation.Figure;
import dev.outpace.simulation.PolicyComparison.Days;
import dev.outpace.simulation.goal.Goal;
import dev.outpace.simulation.goal.Goal.Miss;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of the goal table. Each is printed when it is known, so columns have their widths from the beginning. */
final class GoalReport {
    private static final MathContext DIGITS = new MathContext(6);
    private static final double POINTS = 100;
    private static final String COLUMN = "\t";
    private static final String GAP = "  ";
    /** The first has the width of the longest world. */
    private static final int[] WIDTHS = {0, 8, 6, 12, 13, 14, 14, 14, 13, 15, 10, 0};

    private final Printed printed;
    private final int first;
    private final boolean withTruth;

    /** @param withTruth prints also how far the rule that is told the truth is ahead */
    GoalReport(Printed printed, List<Cell> cells, boolean withTruth) {
        this.withTruth = withTruth;
        this.printed = printed;
        first = cells.stream().mapToInt(cell -> cell.world().length()).max().orElse(0);
    }

    String head() {
        return line(
                printed.text("text.goals.columns"),
                printed.text("text.goals.truth.columns"),
                printed.text("text.goals.columns.verdict"));
    }

    String row(Cell cell, Goal goal) {
        var utilisation = goal.adaptive().figure(DayResult::utilisation);
        var abandoned = goal.adaptive().figure(DayResult::abandonRate);
        var worst = worst(goal);
        return line(
                printed.text(
                        "text.goals.row",
                        cell.world(),
                        cell.answered(),
                        cell.agents(),
                        utilisation.mean(),
                        utilisation.standardError(),
                        abandoned.mean(),
                        abandoned.standardError(),
                        worst.mean(),
                        worst.standardError(),
                        rival(goal.constant()),
                        rival(goal.floored()),
                        goal.lead()
                                .map(lead -> printed.text(
                                        "text.goals.lead", POINTS * lead.mean(), POINTS * lead.standardError()))
                                .orElse("")),
                printed.text(
                        "text.goals.truth",
                        rival(goal.truth()),
                        goal.gap()
                                .map(share -> printed.text("text.goals.share", share))
                                .orElse("")),
                verdict(goal));
    }

    private static Figure worst(Goal goal) {
        return goal.adaptive().campaign(goal.worstCampaign(), OfCampaign::abandonRate);
    }

    private String rival(Optional<Days> rival) {
        return rival.map(days -> printed.text(
                        "text.goals.rival", days.figure(DayResult::utilisation).mean(), setting(days)))
                .orElseGet(() -> printed.text("text.goals.none"));
    }

    private static String setting(Days days) {
        return days.policy().substring(days.policy().indexOf(':') + 1);
    }

    private String verdict(Goal goal) {
        if (goal.missed().isEmpty()) {
            return printed.text("text.goals.met");
        }
        return printed.text(
                "text.goals.missed",
                goal.missed().stream()
                        .map(miss -> printed.text(
                                "text.goals." + miss,
                                worstId(goal),
                                goal.worstCampaignWithin().low(),
                                goal.worstCampaignWithin().high()))
                        .collect(Collectors.joining(", ")));
    }

    private String line(String figures, String truth, String verdict) {
        var columns = String.join(COLUMN, withTruth ? List.of(figures, truth, verdict) : List.of(figures, verdict))
                .split(COLUMN, -1);
        var line = new StringBuilder();
        for (int i = 0; i < columns.length; i++) {
            int width = i == 0 ? first : WIDTHS[i];
            var padding = " ".repeat(Math.max(0, width - columns[i].length()));
            line.append(i == 0 ? "" : GAP);
            line.append(i == 0 ? columns[i] + padding : i == columns.length - 1 ? columns[i] : padding + columns[i]);
        }
        return Printed.plain(line.toString().stripTrailing());
    }

    Json asJson(Cell cell, Goal goal) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("world", new Json.Text(cell.world()));
        fields.put("answered", number(cell.answered()));
        fields.put("agents", number(cell.agents()));
        fields.put("adaptive", asJson(goal.adaptive()));
        fields.put("worst_campaign", new Json.Text(worstId(goal)));
        fields.put("worst_campaign_abandon_rate", number(worst(goal).mean()));
        fields.put(
                "worst_campaign_within",
                new Json.Array(List.of(
                        number(goal.worstCampaignWithin().low()),
                        number(goal.worstCampaignWithin().high()))));
        goal.constant().ifPresent(days -> fields.put("constant", asJson(days)));
        goal.floored().ifPresent(days -> fields.put("floored", asJson(days)));
        goal.truth().ifPresent(days -> fields.put("truth", asJson(days)));
        goal.gap().ifPresent(share -> fields.put("of_the_gap", number(share)));
        goal.lead().ifPresent(lead -> {
            fields.put("ahead", number(lead.mean()));
            fields.put("ahead_error", number(lead.standardError()));
        });
        fields.put(
                "missed",
                new Json.Array(goal.missed().stream()
                        .map(Miss::name)
                        .map(name -> (Json) new Json.Text(name.toLowerCase(Locale.ROOT)))
                        .toList()));
        return new Json.Obj(fields);
    }

    private static String worstId(Goal goal) {
        return goal.scenario().campaigns().get(goal.worstCampaign()).id();
    }

    private static Json asJson(Days days) {
        var utilisation = days.figure(DayResult::utilisation);
        var abandoned = days.figure(DayResult::abandonRate);
        var fields = new LinkedHashMap<String, Json>();
        fields.put("policy", new Json.Text(days.policy()));
        fields.put("utilisation", number(utilisation.mean()));
        fields.put("utilisation_error", number(utilisation.standardError()));
        fields.put("abandon_rate", number(abandoned.mean()));
        fields.put("abandon_rate_error", number(abandoned.standardError()));
        return new Json.Obj(fields);
    }

    private static Json number(double value) {
        return new Json.Num(BigDecimal.valueOf(value).round(DIGITS));
    }
}
