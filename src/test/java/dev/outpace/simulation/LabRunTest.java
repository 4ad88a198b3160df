package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.model.LineLimits;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabRunTest {
    private static final String[] POLICIES = {
        "progressive",
        "service_level:40",
        "voipbin_code:200",
        "boost:2",
        "vicidial_hard",
        "vicidial_tapered_available",
        "omnidialer:5",
        "issabel_overcommit",
        "erlang_b",
        "static_sqrt_wrap:1"
    };

    @Test
    void theSameDayAgainIsTheSame() {
        var day = random(new Random(5));

        assertThat(LabRun.of(day, null, 7).run())
                .isEqualTo(LabRun.of(day, null, 7).run());
        assertThat(LabRun.of(day, null, 7).run())
                .isNotEqualTo(LabRun.of(day, null, 8).run());
    }

    @Test
    void underEveryPolicyTheCallsOfACampaignMeetTheSamePersons() {
        var day = Day.of(10, 2, Day.policy("progressive"));
        var careful = new Persons();
        new LabRun(day, Day.policy("progressive"), 3, careful).run();
        var eager = new Persons();
        new LabRun(day, Day.policy("boost:3"), 3, eager).run();

        assertThat(eager.dialed).isNotEqualTo(careful.dialed).hasSizeGreaterThan(careful.dialed.size());
        var both = new ArrayList<>(careful.fates.keySet());
        both.retainAll(eager.fates.keySet());
        assertThat(both).hasSizeGreaterThan(900);
        for (int number : both) {
            assertThat(eager.fates.get(number)).as("call %d", number).isEqualTo(careful.fates.get(number));
        }
        assertThat(careful.fates.values()).anyMatch(fate -> fate.startsWith("answered"));
    }

    @Test
    void underEveryPolicyACallMeetsTheSameMachineOrPersonInTheFlow() {
        var flow = new Numbers(
                Day.DIAL,
                Drift.NONE,
                new Machines(0.2, 8),
                List.of(
                        new FlowStage.Detection(3, 0.1, 0.1, 0.01),
                        new FlowStage.Talk(10, 0.02),
                        new FlowStage.Key(2, 0, 5, 0)));
        var day = Day.of(10, 2, Day.policy("progressive")).withNumbers(flow);
        var careful = new Persons();
        new LabRun(day, Day.policy("progressive"), 3, careful).run();
        var eager = new Persons();
        new LabRun(day, Day.policy("boost:3"), 3, eager).run();

        var both = new ArrayList<>(careful.fates.keySet());
        both.retainAll(eager.fates.keySet());
        assertThat(both).hasSizeGreaterThan(900);
        for (int number : both) {
            assertThat(eager.fates.get(number)).as("call %d", number).isEqualTo(careful.fates.get(number));
            assertThat(eager.onTheLine.get(number)).as("call %d", number).isEqualTo(careful.onTheLine.get(number));
        }
        assertThat(new HashSet<>(careful.onTheLine.values()))
                .contains(Duration.ofSeconds(3), Duration.ofSeconds(18))
                .hasSizeGreaterThan(50);
    }

    /** What the world is like without machines and flows, whatever else it learns. */
    @Test
    void aDayOfOldIsAsItWas() {
        var all = LabRun.of(Day.of(10, 2, Day.policy("boost:2")), null, 3)
                .run()
                .campaigns()
                .getFirst();

        assertThat(List.of(all.dials(), all.answered(), all.abandoned(), all.handled()))
                .containsExactly(1_306L, 388L, 13L, 375L);
        assertThat(all.queued()).isEqualTo(all.answered());
        assertThat(all.machines() + all.mistaken()).isZero();
    }

    /** A caller may wait for up to 2 s, or leave after them; then the talk is the same. */
    @Test
    void aPersonTalksAsLongUnderEveryPolicy() {
        var day = Day.of(10, 2, Day.policy("progressive"));
        var atOnce = new Persons();
        new LabRun(day, Day.policy("progressive"), 3, atOnce).run();
        var mayWait = new Persons();
        new LabRun(day, Day.policy("boost:3"), 3, mayWait).run();

        var both = new ArrayList<>(atOnce.onTheLine.keySet());
        both.retainAll(mayWait.onTheLine.keySet());
        assertThat(both).hasSizeGreaterThan(250);
        var patience = Duration.ofSeconds(2);
        for (int number : both) {
            long waited = Objects.requireNonNull(mayWait.onTheLine.get(number)).toNanos();
            long talked = Objects.requireNonNull(atOnce.onTheLine.get(number)).toNanos();
            if (waited != patience.toNanos()) {
                assertThat(waited).as("call %d", number).isBetween(talked, talked + patience.toNanos());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nothingIsLostInADay(long seed) {
        var random = new Random(seed);
        var day = random(random);
        var policy = Day.policy(POLICIES[random.nextInt(POLICIES.length)]);
        var persons = new Persons();

        var result = new LabRun(day, policy, seed, persons).run();

        assertThat(result.hours()).isEqualTo(day.hours());
        assertThat(result.dials()).isEqualTo(persons.fates.size());
        assertThat(persons.dialed.size() - persons.fates.size()).isEqualTo(persons.open);
        assertThat(result.answered())
                .isEqualTo(persons.fates.values().stream()
                        .filter(fate -> fate.startsWith("answered"))
                        .count());
        assertThat(result.answered()).isEqualTo(result.handled() + result.abandoned());
        assertThat(persons.mostOpen).isLessThanOrEqualTo(day.lines().concurrentCalls());
        assertThat(persons.mostInASecond).isLessThanOrEqualTo(day.lines().callsPerSecond());
        int agents = day.queues().stream().mapToInt(Desk::agents).sum();
        assertThat(result.staffedSeconds()).isBetween(0.0, agents * day.hours() * 3_600 + 1e-3);
        assertThat(result.talkSeconds() + result.wrapUpSeconds()).isLessThanOrEqualTo(result.staffedSeconds() + 1e-6);
        assertThat(result.utilisation()).isBetween(0.0, 1.0);
        for (int i = 0; i < result.campaigns().size(); i++) {
            var targets = day.campaigns().get(i).targets();
            var campaign = result.campaigns().get(i);
            assertThat(campaign.finishedHours() != null).isEqualTo(targets != null && campaign.dials() == targets);
            assertThat(targets == null || campaign.dials() <= targets).isTrue();
        }
    }

    private static Scenario random(Random random) {
        var desks = new ArrayList<Desk>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            var rota = new ArrayList<Step>();
            for (int step = 0; step <= random.nextInt(3); step++) {
                rota.add(new Step(step * (10 + random.nextInt(20)) + (step > 0 ? i : 0), random.nextInt(12)));
            }
            desks.add(new Desk("q" + i, rota, random.nextBoolean() ? 0 : random.nextInt(60)));
        }
        var campaigns = new ArrayList<Calling>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var dial = new Dial(random.nextDouble() * 0.6, 0.1, 0.1, 0.1, 0.1, new Exponential(9), 1, 2, 26, 0, 0);
            var drift = random.nextBoolean() ? Drift.NONE : new Drift.Sine(random.nextDouble(), 3_600);
            campaigns.add(new Calling(
                    "c" + i,
                    "q" + random.nextInt(desks.size()),
                    Day.policy("progressive"),
                    random.nextBoolean() ? null : (Long) (long) random.nextInt(200),
                    new Numbers(dial, drift)));
        }
        return new Scenario(
                "random",
                1,
                1,
                desks,
                campaigns,
                Day.HANDLE,
                new Constant(random.nextInt(5)),
                random.nextBoolean() ? Breaks.NONE : new Breaks(random.nextDouble(), 900, 300),
                random.nextBoolean()
                        ? Scenario.NO_LIMITS
                        : new LineLimits(1 + random.nextInt(30), 1 + random.nextInt(5)));
    }

    @Test
    void theAnswerRateDrifts() {
        var day = Day.of(10, 1, Day.policy("progressive"));
        var falling = new Numbers(Day.DIAL, new Drift.Step(0, 1_800));
        var persons = new Persons();

        new LabRun(day.withNumbers(falling), null, 1, persons).run();

        var begin = persons.dialed.getFirst();
        assertThat(persons.answers.keySet())
                .extracting(number -> Duration.between(begin, persons.dialed.get(number)))
                .hasSizeGreaterThan(50)
                .allMatch(after -> after.compareTo(Duration.ofMinutes(30)) < 0);
        assertThat(persons.dialed.getLast()).isAfter(begin.plusSeconds(3_500));
        assertThat(new Numbers(Day.DIAL, new Drift.Sine(0.5, 400)).answered(100))
                .isCloseTo(0.45, within(1e-9));
        assertThat(new Numbers(Day.DIAL, new Drift.Step(10, 0)).answered(1)).isCloseTo(0.85, within(1e-9));
    }

    @Test
    void aListThatIsThroughSaysWhen() {
        var day = Day.of(5, 8, Day.policy("progressive"));
        var one = day.campaigns().getFirst();
        var list = new Calling(one.id(), one.queue(), one.policy(), 100L, one.numbers());
        var shortList = new Scenario(
                day.name(), 8, 1, day.queues(), List.of(list), day.handle(), day.patience(), day.breaks(), day.lines());

        var campaign = LabRun.of(shortList, null, 1).run().campaigns().getFirst();

        assertThat(campaign.dials()).isEqualTo(100);
        assertThat(campaign.finishedHours()).isNotNull().isBetween(0.1, 2.0);
    }

    @Test
    void agentsComeAndGoByTheRotaButFinishTheirCall() {
        var day = Day.of(0, 2, Day.policy("progressive"));
        var rota = new Desk("sales", List.of(new Step(0, 4), new Step(60, 8), new Step(90, 0)), 0);
        var withRota = new Scenario(
                day.name(),
                2,
                1,
                List.of(rota),
                day.campaigns(),
                day.handle(),
                day.patience(),
                day.breaks(),
                day.lines());

        double staffed = LabRun.of(withRota, null, 1).run().staffedSeconds();

        double planned = 60 * (60 * 4 + 30 * 8);
        assertThat(staffed).isGreaterThan(planned).isLessThan(planned + 8 * 900);
    }

    @Test
    void breaksAreNoStaffedTime() {
        var day = Day.of(10, 2, Day.policy("progressive"));
        var withBreaks = new Scenario(
                day.name(),
                2,
                1,
                day.queues(),
                day.campaigns(),
                day.handle(),
                day.patience(),
                new Breaks(1, 3_600, 1_800),
                day.lines());

        double staffed = LabRun.of(withBreaks, null, 1).run().staffedSeconds();

        assertThat(staffed).isBetween(10 * 5_400.0, 10 * 5_400.0 + 10 * 600);
    }

    @Test
    void callersWhoComeByThemselvesTakeAgentsAndCountApart() {
        var day = Day.of(10, 4, Day.policy("boost:2"));
        var busy = new Scenario(
                day.name(),
                4,
                1,
                List.of(new Desk("sales", List.of(new Step(0, 10)), 100)),
                day.campaigns(),
                day.handle(),
                day.patience(),
                day.breaks(),
                day.lines());

        var without = LabRun.of(day, null, 1).run();
        var with = LabRun.of(busy, null, 1).run();

        assertThat(without.handledInbound()).isZero();
        assertThat(with.handledInbound()).isBetween(300L, 480L);
        assertThat(with.handled()).isLessThan(without.handled() - 200);
        assertThat(with.answered()).isEqualTo(with.handled() + with.abandoned());
        assertThat(with.utilisation()).isGreaterThan(0.7);
    }

    @Test
    void aDayCanBeCancelledBetweenTwoMinutes() {
        var minutes = new AtomicInteger();

        var result =
                LabRun.of(Day.of(5, 8, Day.policy("progressive")), null, 1).run(() -> minutes.incrementAndGet() > 30);

        assertThat(result).isEmpty();
        assertThat(minutes).hasValue(31);
    }

    @Test
    void aComparisonRunsEveryPolicyOverTheSameDays() {
        var day = Day.of(5, 1, Day.policy("service_level:50"));
        var tried = List.of(Day.policy("progressive"), Day.policy("service_level:50"));

        var own = PolicyComparison.of(day, List.of(), 3, Runnable::run, () -> false);
        var compared = PolicyComparison.of(day, tried, 3, Runnable::run, () -> false);

        assertThat(own.policies()).extracting(PolicyComparison.Days::policy).containsExactly("service_level:50");
        assertThat(compared.policies())
                .extracting(PolicyComparison.Days::policy)
                .containsExactly("progressive", "service_level:50");
        assertThat(compared.policies().getLast().days())
                .isEqualTo(own.policies().getFirst().days());
        var gain = compared.policies().getLast().difference(compared.policies().getFirst(), DayResult::utilisation);
        assertThat(gain.lowest()).isPositive();
        assertThatThrownBy(() -> PolicyComparison.of(day, tried, 3, Runnable::run, () -> true))
                .isInstanceOf(CancellationException.class);
    }
}
