package dev.outpace.simulation.goal;

import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.PolicyComparison.Days;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Days with given figures. */
final class Figures {
    private static final double STAFFED = 1_000;

    private Figures() {}

    /** One day in which each campaign has 1,000 answered calls. */
    static DayResult day(double utilisation, long... abandoned) {
        var campaigns = new ArrayList<OfCampaign>();
        for (long lost : abandoned) {
            campaigns.add(campaign("c" + campaigns.size(), 1_000, lost));
        }
        return new DayResult(8, utilisation * STAFFED, 0, STAFFED, 0, campaigns);
    }

    static OfCampaign campaign(String id, long answered, long abandoned) {
        return new OfCampaign(id, 3 * answered, answered, abandoned, answered - abandoned, 0, 0, answered, null);
    }

    static Days days(String policy, DayResult... days) {
        return new Days(policy, List.of(days));
    }

    /** A day whose campaigns, c0 and so on, have these policies. */
    static Scenario scenario(String... policies) {
        var named = new LabPolicies();
        var campaigns = IntStream.range(0, policies.length)
                .mapToObj(i -> new Calling(
                        "c" + i,
                        "sales",
                        named.parse(policies[i]).orElseThrow(),
                        null,
                        new Numbers(WorldSettings.DEFAULT.dial(), Drift.NONE)))
                .toList();
        return new Scenario(
                "test",
                8,
                1,
                List.of(new Desk("sales", List.of(new Step(0, 20)), 0)),
                campaigns,
                WorldSettings.DEFAULT.handle(),
                new Constant(2),
                Breaks.NONE,
                Scenario.NO_LIMITS);
    }
}
