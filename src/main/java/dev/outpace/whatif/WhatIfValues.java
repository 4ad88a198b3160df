package dev.outpace.whatif;

import dev.outpace.model.CallFigures;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Outplan;
import dev.outpace.model.PacingMode;
import dev.outpace.simulation.FlowTrial;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.whatif.WhatIfQuestion.Called;
import dev.outpace.whatif.WhatIfQuestion.OtherCampaign;
import dev.outpace.whatif.WhatIfQuestion.Phones;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import dev.outpace.whatif.WhatIfStart.Counts;
import java.time.Duration;

/**
 * Makes a question of a campaign's own values, and where there are too few of them, of the simulated telephony's settings and of
 * what its callers do in the campaign's flow. Times are of the engine.
 *
 * @param abandonLimit share that counts where the campaign has no target of its own
 * @param calls of {@link #LAST_HOURS}
 * @param hoursWatched since when {@code watch} watches
 * @param flow the campaign's, tried with callers of the simulated telephony
 */
public record WhatIfValues(
        WhatIfSubject subject,
        double abandonLimit,
        LineLimits lines,
        WorldSettings world,
        CallFigures calls,
        FlowTrial.Outcome flow,
        Times wrapUps,
        WhatIfWatch watch,
        double hoursWatched) {
    /** How far back a campaign's calls are looked at. */
    public static final Duration LAST_HOURS = Duration.ofHours(4);

    /** Fewer say too little. */
    static final int ENOUGH_CALLS = 50;

    static final int ENOUGH_TIMES = 10;

    private static final double MILLIS = 1_000;
    private static final double TALK_SPREAD = 0.65;
    private static final double WRAP_UP_SPREAD = 0.45;

    /** @param left targets of the list */
    public WhatIfStart start(long left) {
        var campaign = subject.campaign();
        long atWork = subject.agents().stream()
                .filter(agent -> watch.isAtWork(agent.id()))
                .count();
        int agents = (int) (atWork == 0 ? subject.agents().size() : atWork);
        var pacing = campaign.options().pacing();
        var others = subject.others().stream()
                .map(other -> new OtherCampaign(
                        other.name(),
                        WhatIfSetting.of(other),
                        other.options().compliance().countingOnly()))
                .limit(WhatIfQuestion.MAX_CAMPAIGNS - 1L)
                .toList();
        var inbound = watch.otherCalls(subject.agents(), hoursWatched);
        var question = new WhatIfQuestion(
                Math.clamp(agents, 1, WhatIfQuestion.MAX_AGENTS),
                left,
                tries(),
                called(),
                others.size() + 1,
                others,
                inbound.perHour(),
                WhatIfSetting.of(campaign),
                pacing.mode(),
                pacing.mode() == PacingMode.ADAPTIVE ? pacing.abandonTarget() : abandonLimit,
                lines,
                campaign.options().compliance().countingOnly());
        return new WhatIfStart(question, LAST_HOURS, counts(inbound.calls()), atWork > 0);
    }

    private Counts counts(long others) {
        var before = new BeforeQueueValues(calls, flow, 0);
        var queue = new QueueValues(calls.queued());
        return new Counts(
                enough(calls.dialed(), ENOUGH_CALLS),
                enough(calls.ring().count(), ENOUGH_TIMES),
                enough(calls.talk().count(), ENOUGH_TIMES),
                enough(wrapUps.count(), ENOUGH_TIMES),
                before.people(),
                before.enough(calls.flow().toQueue()),
                before.enough(calls.flow().leaving()),
                enough(calls.flow().machines().count(), ENOUGH_TIMES),
                queue.callers(),
                others);
    }

    static long enough(long count, int needed) {
        return count < needed ? 0 : count;
    }

    private int tries() {
        var outplan = subject.outplan();
        int tries = outplan == null
                ? 1
                : outplan.maxTryCounts().stream().mapToInt(Integer::intValue).sum();
        return Math.clamp(tries, 1, 100);
    }

    private Called called() {
        var dial = world.dial();
        boolean known = calls.dialed() >= ENOUGH_CALLS;
        var before = new BeforeQueueValues(
                calls, flow, subject.campaign().options().pacing().machineErrors());
        double answered = known ? share(calls.answered() + before.mistaken()) : dial.answered();
        double unreachable =
                known ? share((double) calls.unreachable()) : dial.busy() + dial.badNumber() + dial.failed();
        var queue = new QueueValues(calls.queued());
        var outplan = subject.outplan();
        var ringFor = outplan == null ? Outplan.DEFAULT_DIAL_TIMEOUT : outplan.ringFor();
        return new Called(
                Math.clamp(answered, 0.001, 1),
                unreachable,
                calls.fail().count() >= ENOUGH_TIMES ? calls.fail().mean() : dial.fastFail(),
                Math.max(1, spread(calls.ring(), dial.timeToAnswer().mean(), 0).mean()),
                Math.clamp(ringFor.toMillis() / MILLIS, 2, 3_600),
                spread(calls.talk(), world.handle().talk().mean(), TALK_SPREAD),
                spread(wrapUps, world.handle().wrapUp().mean(), WRAP_UP_SPREAD),
                queue.patience(),
                before.values(),
                subject.agentsStay() ? Phones.AT_ONCE : queue.phones());
    }

    private double share(double part) {
        return part / calls.dialed();
    }

    private static Spread spread(Times seen, double otherwise, double spread) {
        return seen.count() >= ENOUGH_TIMES
                ? new Spread(seen.mean(), seen.sd())
                : new Spread(otherwise, otherwise * spread);
    }
}
