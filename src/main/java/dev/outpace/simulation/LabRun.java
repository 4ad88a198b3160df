package dev.outpace.simulation;

import dev.outpace.engine.CampaignEngine;
import dev.outpace.engine.EngineInbox;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.TargetsChanged;
import dev.outpace.engine.EngineRecorder;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Campaign;
import dev.outpace.model.StopMode;
import dev.outpace.pacing.PacingMemory;
import dev.outpace.pacing.PacingPolicies;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.pacing.StandardPolicies;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One day of a scenario under one policy: the real engine in the simulated world, in virtual time. Runs share nothing, so each
 * may have its own thread. The same scenario, policy and seed give the same day. Under another policy the n-th call of a
 * campaign meets the same person.
 */
public final class LabRun {
    private static final Instant START = Instant.parse("2026-05-12T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    /** Seeds of days before are no others' seeds. */
    private static final long DAY_BEFORE = 1L << 40;

    private static final Duration BACK_AFTER_MISSING = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final double NANOS_OF_MINUTE = 60e9;
    private static final double NANOS = 1e9;
    private static final double SECONDS_OF_HOUR = 3_600;
    private static final double NANOS_OF_HOUR = 3_600e9;

    private final Scenario scenario;
    private final @Nullable LabPolicy tried;
    private final long seed;
    private final VirtualClock clock;
    private final EngineInbox inbox = new EngineInbox();
    private final LabTally tally;
    private final SimulatedTelephony telephony;
    private final CampaignEngine engine;

    /** @param tried the policy of all campaigns; null if each campaign uses its own */
    public static LabRun of(Scenario scenario, @Nullable LabPolicy tried, long seed) {
        return new LabRun(scenario, tried, seed, CarrierLog.NONE);
    }

    /**
     * Runs the day before first, under the same policy and for so many hours, and the day as the morning after it: the engine is told
     * what a workspace would have stored.
     *
     * @return empty if it was cancelled
     */
    public static Optional<LabRun> afterADay(
            Scenario scenario, double hoursBefore, @Nullable LabPolicy tried, long seed, BooleanSupplier cancelled) {
        var yesterday = new Yesterday();
        var before = new LabRun(
                scenario.withHours(hoursBefore),
                tried,
                seed ^ DAY_BEFORE,
                CarrierLog.NONE,
                START.minus(DAY),
                Yesterday.UNKNOWN,
                yesterday);
        return before.run(cancelled)
                .map(_ -> new LabRun(scenario, tried, seed, CarrierLog.NONE, START, yesterday, null));
    }

    /** Runs a recorded day again, with the people who were called on it. */
    public static LabRun of(RecordedDay day, @Nullable LabPolicy tried) {
        var run = LabRun.of(day.scenario(), tried, day.scenario().seed());
        run.telephony.people((campaignId, ordinal) -> day.person(LabIds.number(campaignId), ordinal));
        for (int i = 0; i < day.shifts().size(); i++) {
            run.keep(day.shifts().get(i), LabIds.of(LabIds.CAMPAIGN, i));
        }
        return run;
    }

    private void keep(RecordedDay.Shift shift, UUID campaignId) {
        if (shift.from() > 0) {
            inbox.accept(new CampaignStopped(campaignId, StopMode.FINISH_CALLS));
            at(shift.from(), new CampaignStarted(campaignId));
        }
        if (shift.until() < scenario.hours() * SECONDS_OF_HOUR) {
            at(shift.until(), new CampaignStopped(campaignId, StopMode.FINISH_CALLS));
        }
    }

    private void at(double seconds, EngineInput input) {
        clock.schedule(nanos(seconds * NANOS), () -> inbox.accept(input));
    }

    /** @param log receives the carrier's record of the day */
    LabRun(Scenario scenario, @Nullable LabPolicy tried, long seed, CarrierLog log) {
        this(scenario, tried, seed, log, START, Yesterday.UNKNOWN, null);
    }

    /** @param record hears of all that would be stored */
    private LabRun(
            Scenario scenario,
            @Nullable LabPolicy tried,
            long seed,
            CarrierLog log,
            Instant start,
            Yesterday yesterday,
            @Nullable Yesterday record) {
        this.seed = seed;
        clock = new VirtualClock(start);
        this.scenario = scenario;
        this.tried = tried;
        var floor = new LabFloor(scenario, this::policyOf);
        tally = new LabTally(scenario, clock, floor.agents());
        telephony = new SimulatedTelephony(
                clock,
                input -> {
                    tally.hear(input);
                    inbox.accept(input);
                    comeBack(input);
                },
                floor.world(),
                seed,
                log);
        var targets = new LabTargets(scenario, tally);
        engine = new CampaignEngine(
                clock,
                telephony,
                targets,
                new UnwrittenFacts(targets, record),
                new UnheardListener(),
                floor.state(targets, seed, yesterday),
                new NoJson(),
                inbox::accept,
                new Policies(),
                EngineRecorder.NONE);
        for (int i = 0; i < scenario.campaigns().size(); i++) {
            telephony.numbersOf(
                    LabIds.of(LabIds.CAMPAIGN, i), scenario.campaigns().get(i).numbers());
        }
        telephony.truth(tally);
        floor.inbound((queueId, callers) ->
                telephony.inbound(queueId, callers.perHour(), callers.drift(), callers.patience()));
        floor.moves((atMinutes, agentId, loggedIn) -> clock.schedule(
                nanos(atMinutes * NANOS_OF_MINUTE),
                () -> telephony.changeByRota(agentId, loggedIn ? AgentStatus.AVAILABLE : AgentStatus.OFFLINE)));
    }

    /** Whom the engine set away for missing callers is back after some minutes. */
    private void comeBack(EngineInput input) {
        if (input instanceof AgentChanged(var _, var agentId, var now)
                && now.status() == AgentStatus.AWAY
                && now.why() == AwayReason.MISSED) {
            clock.schedule(BACK_AFTER_MISSING, () -> telephony.comeBackFromMissing(agentId));
        }
    }

    private LabPolicy policyOf(Scenario.Calling campaign) {
        return tried == null ? campaign.policy() : tried;
    }

    private static Duration nanos(double nanos) {
        return Duration.ofNanos((long) nanos);
    }

    /** Runs the whole day. Must be called once only. */
    public DayResult run() {
        return run(() -> false).orElseThrow();
    }

    /**
     * Must be called once only.
     *
     * @param cancelled asked once per simulated minute; a cancelled day has no result
     */
    public Optional<DayResult> run(BooleanSupplier cancelled) {
        engine.begin();
        var run = new VirtualRun(clock, inbox, engine);
        long end = (long) (scenario.hours() * NANOS_OF_HOUR);
        while (clock.monotonicNanos() < end) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            long left = end - clock.monotonicNanos();
            run.run(left < STEP.toNanos() ? Duration.ofNanos(left) : STEP);
        }
        return Optional.of(tally.result());
    }

    /** Makes each campaign's policy, and wakes the campaign when its policy asks for it. */
    private final class Policies implements PacingPolicies {
        private final PacingPolicies standard = new StandardPolicies();

        @Override
        public PacingPolicy of(Campaign campaign, CampaignFloor onFloor, PacingMemory memory) {
            var calling = scenario.campaigns().get(LabIds.number(campaign.id()));
            var again = new TargetsChanged(campaign.outdialId());
            return policyOf(calling)
                    .make(
                            campaign,
                            onFloor,
                            memory,
                            new LabPolicy.Situation(
                                    standard,
                                    (nanos, task) -> clock.schedule(Duration.ofNanos(nanos), () -> {
                                        task.run();
                                        inbox.accept(again);
                                    }),
                                    calling.numbers().on(seed, campaign.id()),
                                    scenario.handle(),
                                    scenario.patience(),
                                    seed));
        }
    }
}
