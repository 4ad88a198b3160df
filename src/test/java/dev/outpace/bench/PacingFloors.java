package dev.outpace.bench;

import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.LabPolicy;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.ArrayList;
import java.util.List;

/** Days of 8 hours on different floors, the base scenario and what makes it harder. */
final class PacingFloors {
    private static final double HOURS = 8;
    private static final Distribution NONE = new Constant(0);
    private static final Handle HANDLE = new Handle(NONE, new Lognormal(150, 120), new Lognormal(20, 10));
    private static final Handle HEAVY = new Handle(NONE, new Lognormal(150, 300), new Lognormal(20, 10));

    private PacingFloors() {}

    static Scenario base(double answered, int agents) {
        return day("base", List.of(new Step(0, agents)), List.of(numbers(answered, Drift.NONE)), HANDLE, Breaks.NONE);
    }

    static List<Scenario> hard() {
        var scenarios = new ArrayList<Scenario>();
        var sine = new Drift.Sine(0.4, HOURS * 3_600);
        for (int agents : new int[] {10, 20, 50}) {
            var all = List.of(new Step(0, agents));
            var steady = numbers(0.30, Drift.NONE);
            scenarios.add(day("drift, " + agents, all, List.of(numbers(0.30, sine)), HANDLE, Breaks.NONE));
            scenarios.add(day("drift at 12 %, " + agents, all, List.of(numbers(0.12, sine)), HANDLE, Breaks.NONE));
            scenarios.add(day("breaks, " + agents, all, List.of(steady), HANDLE, new Breaks(0.3, 5_400, 600)));
            scenarios.add(day(
                    "agents in steps, " + agents,
                    List.of(new Step(0, agents * 6 / 10), new Step(60, agents), new Step(420, agents * 7 / 10)),
                    List.of(steady),
                    HANDLE,
                    Breaks.NONE));
            scenarios.add(day(
                    "shared queue of three, " + agents,
                    all,
                    List.of(steady, numbers(0.12, Drift.NONE), numbers(0.20, sine)),
                    HANDLE,
                    Breaks.NONE));
            scenarios.add(day("heavy-tailed talk, " + agents, all, List.of(steady), HEAVY, Breaks.NONE));
            scenarios.add(day(
                    "answers fall to 60 %, " + agents,
                    all,
                    List.of(numbers(0.30, new Drift.Step(0.6, 4 * 3_600))),
                    HANDLE,
                    Breaks.NONE));
            scenarios.add(day(
                    "answers rise to 140 %, " + agents,
                    all,
                    List.of(numbers(0.30, new Drift.Step(1.4, 4 * 3_600))),
                    HANDLE,
                    Breaks.NONE));
            scenarios.add(day(
                    "half of the agents leave for an hour, " + agents,
                    List.of(new Step(0, agents), new Step(240, agents / 2), new Step(300, agents)),
                    List.of(steady),
                    HANDLE,
                    Breaks.NONE));
        }
        return scenarios;
    }

    private static Numbers numbers(double answered, Drift drift) {
        double fastFail = answered < 0.2 ? 0.18 : 0.15;
        return new Numbers(new Dial(answered, 0, 0, fastFail, 0, new Lognormal(9, 5), 0, 2, 26, 0, 0), drift);
    }

    private static Scenario day(String name, List<Step> rota, List<Numbers> campaigns, Handle handle, Breaks breaks) {
        LabPolicy adaptive = new LabPolicies().parse(LabPolicies.ADAPTIVE).orElseThrow();
        var calling = new ArrayList<Calling>();
        for (var numbers : campaigns) {
            calling.add(new Calling("campaign " + calling.size(), "queue", adaptive, null, numbers));
        }
        return new Scenario(
                name,
                HOURS,
                1,
                List.of(new Desk("queue", rota, 0)),
                calling,
                handle,
                new Constant(2),
                breaks,
                Scenario.NO_LIMITS);
    }
}
