package dev.outpace.simulation.goal;

import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.simulation.Figure;
import dev.outpace.simulation.Gap;
import dev.outpace.simulation.PolicyComparison.Days;
import dev.outpace.simulation.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far adaptive pacing comes in a world, beside constants that were tuned by hand for that very world. The same days for all, and the
 * same limits: those of each campaign, too.
 *
 * @param adaptive each campaign with its own policy
 * @param constant the best service level; empty where none keeps the limit
 * @param floored the best constant number of lines for each free agent, rounded down; empty where none keeps the limit
 * @param truth the best static risk of a rule that is told the true laws; empty where none keeps the limit, or it was not asked
 */
public record Goal(
        Scenario scenario, Days adaptive, Optional<Days> constant, Optional<Days> floored, Optional<Days> truth) {
    private static final double ERRORS = 2;
    /** By how much one campaign's rate may be over its target. */
    private static final double OF_ONE = 0.001;
    /** What chance is taken to explain: as much happens with this probability, to any of the campaigns. */
    private static final double BY_CHANCE = 0.025;
    /** Largest rounding error of a difference of shares. */
    private static final double ROUNDING = 1e-9;

    /** What is not as it must be. */
    public enum Miss {
        /** Agents are less busy than with the better constant, by more than two standard errors. */
        UTILISATION,
        /** Over all campaigns, more is abandoned than the targets allow. */
        ABANDONED,
        /** A campaign is over its own target by more than 0.1 points. */
        CAMPAIGN,
        /** The same, but with as few calls chance alone explains it. */
        CAMPAIGN_BY_CHANCE
    }

    /** Abandoned calls beyond what the campaigns' targets allow, as a share of the answered ones; below 0 when they keep them. */
    static double excess(Scenario scenario, DayResult day) {
        double allowed = 0;
        for (int i = 0; i < day.campaigns().size(); i++) {
            allowed += target(scenario, i) * day.campaigns().get(i).answered();
        }
        return day.answered() == 0 ? 0 : (day.abandoned() - allowed) / day.answered();
    }

    private static boolean keepsTargets(Scenario scenario, Days days) {
        return days.figure(day -> excess(scenario, day)).mean() <= ROUNDING;
    }

    /**
     * Whether a law may be compared with adaptive pacing: it keeps the targets over all campaigns, and none of them is over its own
     * by more than chance explains.
     */
    static boolean mayBeRival(Scenario scenario, Days days) {
        return keepsTargets(scenario, days)
                && IntStream.range(0, scenario.campaigns().size())
                        .allMatch(campaign -> chanceExplains(scenario, days, campaign));
    }

    private static boolean chanceExplains(Scenario scenario, Days days, int campaign) {
        return lossRate(scenario, days, campaign).low() <= target(scenario, campaign) + OF_ONE;
    }

    /** The wider, the more campaigns there are: one of many is always far from what it would be in the mean. */
    private static LossRate lossRate(Scenario scenario, Days days, int campaign) {
        long lost = 0;
        long answered = 0;
        for (var day : days.days()) {
            lost += day.campaigns().get(campaign).abandoned();
            answered += day.campaigns().get(campaign).answered();
        }
        return LossRate.of(
                lost, Math.max(1, answered), BY_CHANCE / scenario.campaigns().size());
    }

    private static double target(Scenario scenario, int campaign) {
        return scenario.campaigns().get(campaign).policy().abandonTarget();
    }

    /** The constant that keeps agents busier. */
    public Optional<Days> rival() {
        return Stream.of(constant, floored)
                .flatMap(Optional::stream)
                .reduce((one, other) -> utilisation(other) > utilisation(one) ? other : one);
    }

    private static double utilisation(Days some) {
        return some.figure(DayResult::utilisation).mean();
    }

    /** Adaptive pacing's utilisation beyond the better constant's, day by day. */
    public Optional<Figure> lead() {
        return rival().map(days -> adaptive.difference(days, DayResult::utilisation));
    }

    /** The share of the way from the better constant to the truth that adaptive pacing takes. */
    public Optional<Double> gap() {
        return rival().flatMap(constants -> truth.flatMap(told -> Gap.share(adaptive, constants, told)));
    }

    /** The index of the campaign whose rate is most over its target. */
    public int worstCampaign() {
        int worst = 0;
        for (int i = 1; i < scenario.campaigns().size(); i++) {
            worst = overTarget(i) > overTarget(worst) ? i : worst;
        }
        return worst;
    }

    /** What the worst campaign may lose in the mean of many more days. */
    public LossRate worstCampaignWithin() {
        return lossRate(scenario, adaptive, worstCampaign());
    }

    private double overTarget(int campaign) {
        return adaptive.campaign(campaign, OfCampaign::abandonRate).mean() - target(scenario, campaign);
    }

    /** Empty if the goal is met. */
    public List<Miss> missed() {
        var found = new ArrayList<Miss>();
        if (lead().stream().anyMatch(lead -> lead.mean() < -ERRORS * lead.standardError())) {
            found.add(Miss.UTILISATION);
        }
        if (!keepsTargets(scenario, adaptive)) {
            found.add(Miss.ABANDONED);
        }
        if (overTarget(worstCampaign()) > OF_ONE + ROUNDING) {
            found.add(chanceExplains(scenario, adaptive, worstCampaign()) ? Miss.CAMPAIGN_BY_CHANCE : Miss.CAMPAIGN);
        }
        return found;
    }
}
