package dev.outpace.whatif;

import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.LabPolicy;
import dev.outpace.simulation.LabRun;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Distribution.Parts;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import dev.outpace.telephony.simulated.WorldSettings.Misses;
import dev.outpace.whatif.WhatIfQuestion.BeforeQueue;
import dev.outpace.whatif.WhatIfQuestion.Phones;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import dev.outpace.whatif.WhatIfSetting.Adaptive;
import dev.outpace.whatif.WhatIfSetting.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Simulated days of a question. They don't know of each other, and may run on different threads. */
final class WhatIfDays {
    private static final String QUEUE = "queue";
    /** Seconds; a time before the queue that is no longer is none. */
    private static final double SHORTEST = 0.05;
    /** Answer times differ by so much of their mean, as those of the simulated telephony. */
    private static final double RING_SPREAD = 0.55;

    private static final int FIRST_PASS_DAYS = 2;
    private static final double FIRST_PASS_SHARE = 0.25;
    /** Where a higher level leaves the abandon rate as it is, others cause it. */
    private static final double STILL = 0.95;

    private final WhatIfQuestion question;
    private final double hours;
    private final BooleanSupplier cancelled;
    private final LabPolicies policies = new LabPolicies();
    private final Numbers numbers;
    private final Handle handle;

    WhatIfDays(WhatIfQuestion question, double hours, BooleanSupplier cancelled) {
        this.question = question;
        this.hours = hours;
        this.cancelled = cancelled;
        var called = question.called();
        numbers = new Numbers(
                new Dial(
                        called.answered(),
                        0,
                        0,
                        called.unreachable(),
                        0,
                        distribution(new Spread(called.ring(), called.ring() * RING_SPREAD)),
                        0,
                        called.unreachableAfter(),
                        called.noAnswer(),
                        0,
                        0),
                Drift.NONE,
                new Machines(called.flow().machines(), Machines.NONE.talk()),
                stages(called.flow()));
        handle = new Handle(
                distribution(called.phones().pickUp()), distribution(called.talk()), distribution(called.wrapUp()));
    }

    /** The times of the flow begin with the answer, those of its stages one after the other. */
    private static List<FlowStage> stages(BeforeQueue flow) {
        var stages = new ArrayList<FlowStage>();
        if (flow.machines() > 0 || flow.detection() > 0) {
            stages.add(new FlowStage.Detection(flow.detection(), 0, flow.mistaken(), 0));
        }
        double left = flow.toQueue().mean() - flow.detection();
        if (left > SHORTEST || flow.reached() < 1) {
            stages.add(new FlowStage.Passage(
                    flow.reached(), after(flow.detection(), flow.toQueue()), after(flow.detection(), flow.leaves())));
        }
        return stages;
    }

    private static Distribution after(double seconds, Spread spread) {
        return distribution(new Spread(Math.max(SHORTEST, spread.mean() - seconds), spread.sd()));
    }

    private static Distribution distribution(Spread spread) {
        return spread.sd() == 0 ? new Constant(spread.mean()) : new Lognormal(spread.mean(), spread.sd());
    }

    /** @throws CancellationException when it was cancelled */
    DayResult day(WhatIfSetting setting, int number) {
        return day(setting, hours, number);
    }

    private DayResult day(WhatIfSetting setting, double length, long seed) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        return LabRun.of(scenario(setting, length), null, seed).run(cancelled).orElseThrow(CancellationException::new);
    }

    private Scenario scenario(WhatIfSetting asked, double length) {
        var campaigns = new ArrayList<Calling>();
        campaigns.add(calling(0, asked));
        for (int i = 1; i < question.campaigns(); i++) {
            campaigns.add(calling(i, question.paced(i)));
        }
        return new Scenario(
                "",
                length,
                0,
                List.of(new Desk(QUEUE, List.of(new Step(0, question.agents())), question.inboundPerHour())),
                campaigns,
                handle,
                new Parts(question.called().patience()),
                Breaks.NONE,
                question.lines(),
                misses(question.called().phones()));
    }

    private static Misses misses(Phones phones) {
        return new Misses(phones.noAnswer(), phones.rejected(), phones.unreachable(), phones.ringFor());
    }

    private Calling calling(int number, WhatIfSetting setting) {
        return new Calling(Integer.toString(number), QUEUE, policy(setting), null, numbers)
                .withRules(question.rulesOf(number));
    }

    private LabPolicy policy(WhatIfSetting setting) {
        var name = switch (setting) {
            case Level(var level) -> LabPolicies.SERVICE_LEVEL + ':' + Math.max(level, WhatIfLevels.MIN_LEVEL);
            case Adaptive(var target) -> LabPolicies.ADAPTIVE + ':' + target;
        };
        return policies.parse(name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** Looks with a few short days which service levels are worth more. */
    WhatIfLevels firstPass(int current) {
        var ladder = WhatIfLevels.LADDER;
        int start = 0;
        while (start < ladder.size() - 1 && ladder.get(start) < current) {
            start++;
        }
        int lowest = start;
        while (lowest > 0 && abandon(ladder.get(lowest)) < WhatIfLevels.MAX_ABANDON) {
            lowest--;
        }
        int highest = start;
        double before = Double.POSITIVE_INFINITY;
        double rate = abandon(ladder.get(highest));
        while (highest > lowest + 1 && rate <= WhatIfLevels.MIN_ABANDON) {
            int lower = highest - 1;
            double next = abandon(ladder.get(lower));
            if (next > WhatIfLevels.MIN_ABANDON) {
                break;
            }
            highest = lower;
        }
        while (highest < ladder.size() - 1 && rate > WhatIfLevels.MIN_ABANDON && rate < STILL * before) {
            before = rate;
            highest++;
            rate = abandon(ladder.get(highest));
        }
        return new WhatIfLevels(ladder.get(lowest), ladder.get(highest));
    }

    private double abandon(int level) {
        double sum = 0;
        for (int day = 0; day < FIRST_PASS_DAYS; day++) {
            sum += day(new Level(level), hours * FIRST_PASS_SHARE, day)
                    .campaigns()
                    .getFirst()
                    .abandonRate();
        }
        return sum / FIRST_PASS_DAYS;
    }
}
