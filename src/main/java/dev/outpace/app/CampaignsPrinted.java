package dev.outpace.app;

import dev.outpace.model.Json;
import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.simulation.Figure;
import dev.outpace.simulation.PolicyComparison;
import dev.outpace.simulation.PolicyComparison.Days;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What a comparison says of each campaign: the means of its days, and whether it is over its own abandon target. */
final class CampaignsPrinted {
    private static final MathContext DIGITS = new MathContext(6);
    private static final int WORDS = 2;

    private final PolicyComparison comparison;
    private final Printed printed;

    CampaignsPrinted(PolicyComparison comparison, Printed printed) {
        this.comparison = comparison;
        this.printed = printed;
    }

    /** None for a single campaign, whose figures are those of the whole day. */
    List<String> lines() {
        int campaigns = comparison.scenario().campaigns().size();
        if (campaigns == 1) {
            return List.of();
        }
        var rows = new ArrayList<String>();
        rows.add(printed.text("text.simulate.campaign.columns"));
        for (var policy : comparison.policies()) {
            for (int campaign = 0; campaign < campaigns; campaign++) {
                rows.add(row(policy, campaign));
            }
        }
        return new PrintedColumns(WORDS).lines(rows);
    }

    private String row(Days policy, int campaign) {
        var dials = policy.campaign(campaign, OfCampaign::dials);
        var answered = policy.campaign(campaign, OfCampaign::answered);
        var abandoned = policy.campaign(campaign, OfCampaign::abandoned);
        var rate = policy.campaign(campaign, OfCampaign::abandonRate);
        return printed.text(
                "text.simulate.campaign.row",
                policy.policy(),
                id(campaign),
                dials.mean(),
                dials.standardError(),
                answered.mean(),
                answered.standardError(),
                abandoned.mean(),
                abandoned.standardError(),
                rate.mean(),
                rate.standardError(),
                target(campaign),
                printed.text(isOver(policy, campaign) ? "text.simulate.campaign.over" : "text.simulate.campaign.kept"));
    }

    private String id(int campaign) {
        return comparison.scenario().campaigns().get(campaign).id();
    }

    private double target(int campaign) {
        return comparison.scenario().campaigns().get(campaign).policy().abandonTarget();
    }

    private boolean isOver(Days policy, int campaign) {
        return policy.campaign(campaign, OfCampaign::abandonRate).mean() > target(campaign);
    }

    Json asJson(Days policy) {
        return new Json.Array(
                IntStream.range(0, comparison.scenario().campaigns().size())
                        .mapToObj(campaign -> asJson(policy, campaign))
                        .toList());
    }

    private Json asJson(Days policy, int campaign) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("id", new Json.Text(id(campaign)));
        put(fields, "dials", policy, campaign, OfCampaign::dials);
        put(fields, "answered", policy, campaign, OfCampaign::answered);
        put(fields, "abandoned", policy, campaign, OfCampaign::abandoned);
        put(fields, "abandon_rate", policy, campaign, OfCampaign::abandonRate);
        fields.put("abandon_target", number(target(campaign)));
        fields.put("over_target", new Json.Bool(isOver(policy, campaign)));
        return new Json.Obj(fields);
    }

    private static void put(
            Map<String, Json> fields, String name, Days policy, int campaign, ToDoubleFunction<OfCampaign> of) {
        Figure figure = policy.campaign(campaign, of);
        fields.put(name, number(figure.mean()));
        fields.put(name + "_error", number(figure.standardError()));
    }

    private static Json number(double value) {
        return new Json.Num(BigDecimal.valueOf(value).round(DIGITS));
    }
}
