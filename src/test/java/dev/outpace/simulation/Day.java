package dev.outpace.simulation;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.QueueFloor;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.List;
import java.util.stream.LongStream;

/** Days for tests: one queue and one endless campaign, unless said otherwise. */
final class Day {
    static final Dial DIAL = new Dial(0.3, 0, 0, 0.15, 0, new Lognormal(9, 5), 0, 2, 26, 0, 0);
    static final Handle HANDLE = new Handle(new Constant(0), new Lognormal(150, 120), new Lognormal(20, 10));

    private Day() {}

    static Scenario of(int agents, double hours, LabPolicy policy) {
        return of(agents, hours, policy, DIAL, HANDLE, 2);
    }

    static Scenario of(int agents, double hours, LabPolicy policy, Dial dial, Handle handle, double patience) {
        return new Scenario(
                "test",
                hours,
                1,
                List.of(new Desk("sales", List.of(new Step(0, agents)), 0)),
                List.of(new Calling("renewal", "sales", policy, null, new Numbers(dial, Drift.NONE))),
                handle,
                new Constant(patience),
                Breaks.NONE,
                Scenario.NO_LIMITS);
    }

    static LabPolicy policy(String name) {
        return new LabPolicies().parse(name).orElseThrow();
    }

    @FunctionalInterface
    interface Law {
        PacingPolicy make(CampaignFloor campaign, QueueFloor queue, LabPolicy.Situation situation);
    }

    static LabPolicy policy(String name, Law law) {
        return new Published(name, law::make);
    }

    /** Some days of a scenario, each campaign by its own policy. */
    static PolicyComparison.Days days(Scenario scenario, int count) {
        return new PolicyComparison.Days(
                "own",
                LongStream.range(0, count)
                        .mapToObj(day ->
                                LabRun.of(scenario, null, scenario.seed() + day).run())
                        .toList());
    }
}
