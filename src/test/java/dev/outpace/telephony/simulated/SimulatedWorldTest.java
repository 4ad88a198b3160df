package dev.outpace.telephony.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Stamps;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.telephony.Timeless;
import dev.outpace.telephony.simulated.Distribution.AtOnce;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Distribution.Weibull;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Caller;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import dev.outpace.telephony.simulated.WorldSettings.Misses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedWorldTest {
    private static final UUID CAMPAIGN = new UUID(1, 0);
    private static final UUID OTHER_CAMPAIGN = new UUID(1, 1);
    private static final UUID QUEUE = new UUID(4, 0);
    private static final Dial DIAL = new Dial(0.3, 0.1, 0.05, 0.04, 0.02, new Lognormal(9, 5), 1.5, 2, 26, 0.03, 0);
    private static final WorldSettings WORLD = new WorldSettings(
            DIAL,
            new Handle(new Constant(0), new Lognormal(150, 120), new Lognormal(20, 10)),
            new Caller(new Constant(60), 15),
            Breaks.NONE);
    private static final WorldSettings ALL_ANSWER =
            WORLD.withDial(new Dial(1, 0, 0, 0, 0, new Constant(5), 1, 2, 26, 0, 0));

    @Test
    void shareOfEachOutcomeIsWhatTheSettingsSay() {
        int calls = 40_000;
        var world = new Course(WORLD, 7);
        world.dial(CAMPAIGN, calls, Duration.ofMillis(100));

        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var input : world.inputs) {
            if (input instanceof CallEnded ended) {
                counts.merge(ended.outcome(), 1, Integer::sum);
            }
        }
        long refused =
                world.inputs.stream().filter(CallRefused.class::isInstance).count();

        assertShare(refused, calls, 0.03);
        int placed = calls - (int) refused;
        assertShare(counts.getOrDefault(Outcome.COMPLETED, 0), placed, 0.3);
        assertShare(counts.getOrDefault(Outcome.BUSY, 0), placed, 0.1);
        assertShare(counts.getOrDefault(Outcome.REJECTED, 0), placed, 0.05);
        assertShare(counts.getOrDefault(Outcome.BAD_NUMBER, 0), placed, 0.04);
        assertShare(counts.getOrDefault(Outcome.FAILED, 0), placed, 0.02);
        assertShare(counts.getOrDefault(Outcome.NO_ANSWER, 0), placed, 0.49);
    }

    /** Four standard errors: one run in 16,000 would be off by chance, but the seed is fixed. */
    private static void assertShare(long found, int of, double share) {
        assertThat((double) found / of).isEqualTo(share, within(4 * Math.sqrt(share * (1 - share) / of)));
    }

    static Stream<Arguments> distributions() {
        return Stream.of(
                arguments(new Lognormal(150, 120), 120),
                arguments(new Lognormal(9, 5), 5),
                arguments(new Exponential(30), 30),
                arguments(new Constant(3), 0),
                arguments(new Weibull(60, 0.5), 60 * Math.sqrt(5)),
                arguments(new Weibull(60, 1), 60),
                arguments(new Weibull(60, 2), 60 * Math.sqrt(4 / Math.PI - 1)),
                arguments(new AtOnce(0.1, new Constant(10)), 3),
                arguments(new AtOnce(0.2, new Exponential(30)), Math.sqrt(0.8 * 1_800 - 24 * 24)));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void distributionsHaveTheMeanAndTheDeviationThatTheyAreGiven(Distribution distribution, double deviation) {
        int draws = 200_000;
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            double seconds = Dice.of(3, CAMPAIGN, draw).seconds(draw % 5, distribution);
            sum += seconds;
            squares += seconds * seconds;
        }

        double mean = sum / draws;
        assertThat(mean).isEqualTo(distribution.mean(), within(4 * deviation / Math.sqrt(draws) + 1e-9));
        assertThat(Math.sqrt(Math.max(0, squares / draws - mean * mean)))
                .isEqualTo(deviation, within(0.03 * deviation + 1e-6));
    }

    @Test
    void theNthCallOfACampaignMeetsTheSameFateHoweverCallsArePaced() {
        var slow = new Course(WORLD, 7);
        slow.dial(CAMPAIGN, 500, Duration.ofSeconds(40));
        var fast = new Course(WORLD, 7);
        fast.dial(OTHER_CAMPAIGN, 300, Duration.ofMillis(1));
        fast.dial(CAMPAIGN, 500, Duration.ofMillis(20));

        assertThat(fast.fates(CAMPAIGN)).isEqualTo(slow.fates(CAMPAIGN));
        assertThat(fast.fates(OTHER_CAMPAIGN)).isNotEqualTo(slow.fates(CAMPAIGN).subList(0, 300));
    }

    @Test
    void answersComeBetweenOneSecondAndJustBeforeTheCarriersOwnEnd() {
        var world = new Course(WORLD.withDial(new Dial(1, 0, 0, 0, 0, new Lognormal(9, 30), 0, 2, 26, 0, 0)), 5);
        world.dial(CAMPAIGN, 2_000, Duration.ofSeconds(30));

        assertThat(world.answerTimes())
                .hasSize(2_000)
                .allSatisfy(seconds -> assertThat(seconds).isBetween(1.0, 25.9))
                .contains(1.0, 25.9);
    }

    @Test
    void talkAndWrapUpTakeAsLongAsTheSettingsSay() {
        var world = new Course(ALL_ANSWER, 11);
        world.assign(1_000);
        world.dialIntoQueue(4_000, Duration.ofSeconds(1));

        var talk = world.seconds(AgentConnected.class, CallEnded.class);
        assertThat(talk).hasSize(4_000);
        assertThat(mean(talk)).isEqualTo(150, within(4 * 120 / Math.sqrt(talk.size())));
        assertThat(mean(world.wrapUps)).isEqualTo(20, within(4 * 10 / Math.sqrt(world.wrapUps.size())));
    }

    @Test
    void anAgentWhoBecomesFreeIsRungByTheWaitingCallerWithoutBeingToldAvailable() {
        var world =
                new Course(ALL_ANSWER.withHandle(new Handle(new Constant(1), new Constant(30), new Constant(10))), 1);
        world.assign(1);
        world.dialIntoQueue(2, Duration.ZERO);

        var agent = new UUID(3, 0);
        assertThat(world.inputs)
                .containsSubsequence(
                        new CallEnded(Timeless.AT, call(0), Outcome.COMPLETED, EndedBy.CALLER),
                        new AgentChanged(Timeless.AT, agent, AgentNow.wrappingUp(Timeless.AT)),
                        new AgentRinging(Timeless.AT, call(1), agent));
        assertThat(world.inputs.subList(
                        world.inputs.indexOf(new AgentRinging(Timeless.AT, call(0), agent)),
                        world.inputs.indexOf(new AgentRinging(Timeless.AT, call(1), agent))))
                .doesNotContain(new AgentChanged(Timeless.AT, agent, AgentNow.of(AgentStatus.AVAILABLE)));
    }

    @Test
    void aShareOfTheAgentsGoesOnBreakAfterTheCallInHandAndComesBack() {
        var world = new Course(
                ALL_ANSWER
                        .withHandle(new Handle(new Constant(1), new Constant(100), new Constant(10)))
                        .withBreaks(new Breaks(0.5, 90, 60)),
                1);
        world.assign(4);
        world.dialIntoQueue(4, Duration.ZERO);
        world.clock.runUntil(Course.START.plusSeconds(112));
        assertThat(world.inputs).doesNotContain(away(0), away(1), away(2), away(3));

        world.clock.runUntil(Course.START.plusSeconds(118));
        assertThat(world.inputs.stream().filter(input -> isAway(input)).count()).isEqualTo(2);
        assertThat(world.status()).containsValue(AgentStatus.AVAILABLE).containsValue(AgentStatus.AWAY);

        world.clock.runUntil(Course.START.plusSeconds(178));
        assertThat(world.status().values()).containsOnly(AgentStatus.AVAILABLE);
    }

    @Test
    void aPersonsOrderEndsABreakOrAWrapUpAtOnce() {
        var world = new Course(
                ALL_ANSWER
                        .withHandle(new Handle(new Constant(1), new Constant(10), new Constant(1_000)))
                        .withBreaks(new Breaks(1, 500, 300)),
                1);
        world.assign(2);
        world.dialIntoQueue(1, Duration.ZERO);
        world.clock.runUntil(Course.START.plusSeconds(510));
        assertThat(world.status())
                .containsEntry(new UUID(3, 0), AgentStatus.BUSY)
                .containsEntry(new UUID(3, 1), AgentStatus.AWAY);

        world.telephony.changeAgent(new OrderId(0), new UUID(3, 0), AgentStatus.AVAILABLE, AwayReason.BREAK);
        world.telephony.changeAgent(new OrderId(1), new UUID(3, 1), AgentStatus.AVAILABLE, AwayReason.BREAK);
        world.clock.run(Duration.ofSeconds(400));

        assertThat(world.status().values()).containsOnly(AgentStatus.AVAILABLE);
    }

    @Test
    void theDemonstrationsSettingsAreValid() {
        assertThat(WorldSettings.DEFAULT.problems()).isEmpty();
        assertThat(WORLD.problems()).isEmpty();
    }

    @Test
    void settingsThatCannotBeAreRefusedByName() {
        var wrong = WORLD.withDial(new Dial(0.9, 0.3, -1, Double.NaN, 0, new Lognormal(9, -5), 1, 2, 0, 0, 2))
                .withCaller(new Caller(new Exponential(1e9), 0))
                .withBreaks(new Breaks(0.2, 0, 60))
                .withMisses(new Misses(0.5, 0.3, 0.3, 0));

        assertThat(wrong.problems())
                .extracting(Problem::place)
                .containsExactly(
                        "dial.rejected",
                        "dial.badNumber",
                        "dial.lateAnswer",
                        "dial.timeToAnswer.sd",
                        "dial.noAnswer",
                        "caller.patience",
                        "caller.charactersPerSecond",
                        "breaks.every",
                        "misses",
                        "misses.ringFor");
        assertThat(WORLD.withDial(DIAL.withAnswered(0.9)).problems())
                .extracting(Problem::code)
                .containsExactly("world.shares");
        assertThatThrownBy(() -> new Course(wrong, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsChangeForTheNextCall() {
        var world = new Course(ALL_ANSWER, 1);
        world.telephony.settings(WORLD.withDial(new Dial(0, 1, 0, 0, 0, new Constant(5), 1, 2, 26, 0, 0)));
        world.dial(CAMPAIGN, 20, Duration.ofSeconds(1));

        assertThat(world.inputs)
                .filteredOn(CallEnded.class::isInstance)
                .allSatisfy(ended -> assertThat(((CallEnded) ended).outcome()).isEqualTo(Outcome.BUSY));
    }

    private static AgentChanged away(int agent) {
        return new AgentChanged(Timeless.AT, new UUID(3, agent), AgentNow.of(AgentStatus.AWAY));
    }

    private static boolean isAway(EngineInput input) {
        return input instanceof AgentChanged changed && changed.now().status() == AgentStatus.AWAY;
    }

    private static UUID call(int number) {
        return new UUID(CAMPAIGN.getLeastSignificantBits(), number);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** A world and all that it tells, with the moments. */
    private static final class Course {
        private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

        private final VirtualClock clock = new VirtualClock(START);
        private final List<EngineInput> inputs = new ArrayList<>();
        private final List<Double> moments = new ArrayList<>();
        private final List<Double> wrapUps = new ArrayList<>();
        private final Map<UUID, Double> wrappingSince = new HashMap<>();
        private final SimulatedTelephony telephony;
        private boolean queueing;

        private Course(WorldSettings settings, long seed) {
            telephony = new SimulatedTelephony(clock, this::heard, settings, seed, CarrierLog.NONE);
            telephony.connect();
            clock.run(Duration.ZERO);
        }

        private void heard(EngineInput input) {
            inputs.add(Timeless.input(input));
            double now = clock.monotonicNanos() / 1e9;
            moments.add(now);
            if (input instanceof CallAnswered answered) {
                if (queueing) {
                    telephony.joinQueue(answered.callId(), QUEUE, Duration.ZERO);
                } else {
                    telephony.hangUp(answered.callId());
                }
            } else if (input instanceof AgentChanged changed) {
                if (changed.now().isWrappingUp()) {
                    wrappingSince.put(changed.agentId(), now);
                } else if (wrappingSince.containsKey(changed.agentId())) {
                    wrapUps.add(now - wrappingSince.remove(changed.agentId()));
                }
            }
        }

        private void assign(int agents) {
            var queue = new Queue(QUEUE, "", "", "", List.of(), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY);
            var assigned = new ArrayList<Agent>();
            for (int number = 0; number < agents; number++) {
                assigned.add(new Agent(
                        new UUID(3, number),
                        "",
                        "",
                        "",
                        "",
                        AgentStatus.AVAILABLE,
                        0,
                        List.of(),
                        List.of(),
                        Stamps.NONE,
                        Json.Obj.EMPTY));
            }
            telephony.assign(List.of(queue), assigned);
        }

        private void dial(UUID campaign, int calls, Duration apart) {
            for (int number = 0; number < calls; number++) {
                telephony.originate(new CallRequest(
                        new UUID(campaign.getLeastSignificantBits(), number),
                        campaign,
                        Address.tel("+12125550100"),
                        null,
                        Duration.ofSeconds(30)));
                clock.run(apart);
            }
            if (!queueing) {
                while (clock.runNext()) {}
            }
        }

        private void dialIntoQueue(int calls, Duration apart) {
            queueing = true;
            dial(CAMPAIGN, calls, apart);
            if (telephony.settings().breaks().share() == 0) {
                while (clock.runNext()) {}
            }
        }

        /** For each call in order: how it ended, and how long after it was placed. */
        private List<String> fates(UUID campaign) {
            var fates = new TreeMap<Long, String>();
            var started = new HashMap<UUID, Double>();
            for (int index = 0; index < inputs.size(); index++) {
                var input = inputs.get(index);
                if (input instanceof CallAccepted accepted) {
                    started.put(accepted.callId(), moments.get(index));
                } else if (input instanceof CallRefused refused && isOf(campaign, refused.callId())) {
                    fates.put(refused.callId().getLeastSignificantBits(), "refused");
                } else if (input instanceof CallEnded ended && isOf(campaign, ended.callId())) {
                    double seconds = moments.get(index) - started.getOrDefault(ended.callId(), 0.0);
                    fates.put(
                            ended.callId().getLeastSignificantBits(),
                            ended.outcome() + String.format(" %.6f", seconds));
                }
            }
            return List.copyOf(fates.values());
        }

        private static boolean isOf(UUID campaign, UUID call) {
            return call.getMostSignificantBits() == campaign.getLeastSignificantBits();
        }

        private List<Double> answerTimes() {
            return seconds(CallAccepted.class, CallAnswered.class).stream()
                    .map(seconds -> Math.round(seconds * 1e6) / 1e6)
                    .toList();
        }

        /** Seconds from one event of a call to another. */
        private List<Double> seconds(
                Class<? extends EngineInput.CallEvent> from, Class<? extends EngineInput.CallEvent> to) {
            var begun = new HashMap<UUID, Double>();
            var found = new ArrayList<Double>();
            for (int index = 0; index < inputs.size(); index++) {
                if (from.isInstance(inputs.get(index))) {
                    begun.put(from.cast(inputs.get(index)).callId(), moments.get(index));
                } else if (to.isInstance(inputs.get(index))) {
                    var start = begun.get(to.cast(inputs.get(index)).callId());
                    if (start != null) {
                        found.add(moments.get(index) - start);
                    }
                }
            }
            return found;
        }

        private Map<UUID, AgentStatus> status() {
            var statuses = new HashMap<UUID, AgentStatus>();
            for (var input : inputs) {
                switch (input) {
                    case AgentChanged changed ->
                        statuses.put(changed.agentId(), changed.now().status());
                    case AgentRinging ringing -> statuses.put(ringing.agentId(), AgentStatus.RINGING);
                    case AgentConnected connected -> statuses.put(connected.agentId(), AgentStatus.BUSY);
                    default -> {}
                }
            }
            return statuses;
        }
    }
}
