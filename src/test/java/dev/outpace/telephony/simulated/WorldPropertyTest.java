package dev.outpace.telephony.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.Stamps;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.telephony.InputLedger;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Caller;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Faults;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import dev.outpace.telephony.simulated.WorldSettings.Misses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any orders at any time: the course of every call and agent stays possible, and every call ends. */
class WorldPropertyTest {
    private static final int STEPS = 1_500;
    private static final UUID CAMPAIGN = new UUID(1, 0);

    static List<Long> seeds() {
        return new SplittableRandom(20_261_102).longs(24).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCourseIsPossibleAndEveryAcceptedCallEndsOnce(long seed) {
        var course = new Course(seed);
        course.run();

        assertThat(course.ledger.openCalls()).isEmpty();
        assertThat(course.carrier.open).isEmpty();
        assertThat(course.carrier.calls).isEqualTo(course.accepted());
        assertThat(course.ledger.agents().values())
                .doesNotContain(AgentStatus.RINGING, AgentStatus.BUSY)
                .hasSize(course.agents.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSeedGivesTheSameCourse(long seed) {
        var once = new Course(seed);
        var again = new Course(seed);
        once.run();
        again.run();

        assertThat(again.ledger.inputs()).isEqualTo(once.ledger.inputs());
    }

    private static final class Course {
        private final SplittableRandom random;
        private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T09:00:00Z"));
        private final InputLedger ledger = new InputLedger();
        private final Carrier carrier = new Carrier();
        private final SimulatedTelephony telephony;
        private final List<UUID> placed = new ArrayList<>();
        private final Map<UUID, Queue> queues = new LinkedHashMap<>();
        private final Map<UUID, Agent> agents = new LinkedHashMap<>();

        private final boolean phonesMiss;
        private long orders;

        private Course(long seed) {
            random = new SplittableRandom(seed);
            phonesMiss = random.nextBoolean();
            telephony = new SimulatedTelephony(clock, ledger, settings(), seed, carrier);
        }

        private void run() {
            for (int number = 0; number < 3; number++) {
                changeQueues(number);
            }
            for (int number = 0; number < 8; number++) {
                changeAgents(number);
            }
            telephony.connect();
            for (int step = 0; step < STEPS; step++) {
                ledger.during(this::order);
                if (random.nextInt(3) > 0) {
                    clock.run(Duration.ofMillis(random.nextInt(4) == 0 ? 0 : random.nextInt(4_000)));
                    checkNobodyWaitsForAFreeAgent();
                }
            }
            finish();
        }

        private void order() {
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> originate();
                case 4 -> telephony.hangUp(anyCall());
                case 5, 6, 7, 8 -> telephony.joinQueue(answeredCall(), anyQueue(), maxWait());
                case 9 -> telephony.execute(new OrderId(++orders), answeredCall(), anyOrder());
                case 10, 11 ->
                    telephony.changeAgent(
                            new OrderId(++orders), new UUID(3, random.nextInt(10)), anyStatus(), AwayReason.LUNCH);
                case 12 -> changeAgents(random.nextInt(10));
                case 13 -> changeQueues(random.nextInt(4));
                case 14 -> telephony.settings(settings());
                case 15 -> telephony.leaveQueue(anyCall());
                case 16 -> telephony.hangUpByAgent(new UUID(3, random.nextInt(10)));
                case 17 -> telephony.transferByAgent(new UUID(3, random.nextInt(10)));
                case 18 -> telephony.requestSnapshot();
                default -> link();
            }
        }

        private void originate() {
            var call = new UUID(2, placed.size());
            placed.add(call);
            var to = Address.tel("+1212555" + String.format("%04d", 100 + random.nextInt(100)));
            telephony.originate(new CallRequest(call, CAMPAIGN, to, null, Duration.ofSeconds(30)));
            if (random.nextInt(10) == 0) {
                telephony.hangUp(call);
            }
        }

        private UUID anyCall() {
            return new UUID(2, Math.max(0, placed.size() - random.nextInt(30)));
        }

        private UUID answeredCall() {
            var inputs = ledger.inputs();
            for (int back = 1; back <= Math.min(20, inputs.size()); back++) {
                if (inputs.get(inputs.size() - back) instanceof CallAnswered answered && random.nextBoolean()) {
                    return answered.callId();
                }
            }
            return anyCall();
        }

        private UUID anyQueue() {
            return new UUID(4, random.nextInt(4));
        }

        private Duration maxWait() {
            return random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(random.nextInt(1, 40));
        }

        private MediaOrder anyOrder() {
            return switch (random.nextInt(4)) {
                case 0 -> new MediaOrder.Beep();
                case 1 -> new MediaOrder.ReceiveDigits(Duration.ofSeconds(random.nextInt(8)), random.nextInt(3), "#");
                default ->
                    new MediaOrder.Talk("word ".repeat(random.nextInt(40)), "", "", "", false, random.nextBoolean());
            };
        }

        private AgentStatus anyStatus() {
            return switch (random.nextInt(4)) {
                case 0 -> AgentStatus.AWAY;
                case 1 -> AgentStatus.OFFLINE;
                default -> AgentStatus.AVAILABLE;
            };
        }

        /** Adds or removes one, or gives it other tags. */
        private void changeAgents(int number) {
            var id = new UUID(3, number);
            if (agents.containsKey(id) && random.nextBoolean()) {
                agents.remove(id);
            } else {
                var agent =
                        new Agent(id, "", "", "", "", anyStatus(), 0, tags(), List.of(), Stamps.NONE, Json.Obj.EMPTY);
                agents.put(id, agent);
            }
            telephony.assign(List.copyOf(queues.values()), List.copyOf(agents.values()));
        }

        private void changeQueues(int number) {
            var id = new UUID(4, number);
            if (queues.containsKey(id) && random.nextInt(3) == 0) {
                queues.remove(id);
            } else {
                long serviceTimeout = random.nextInt(4) == 0 ? 20_000 : 0;
                queues.put(
                        id, new Queue(id, "", "", "", tags(), Ids.NIL, 0, serviceTimeout, Stamps.NONE, Json.Obj.EMPTY));
            }
            telephony.assign(List.copyOf(queues.values()), List.copyOf(agents.values()));
        }

        private List<UUID> tags() {
            var tags = new ArrayList<UUID>();
            for (int tag = 0; tag < 3; tag++) {
                if (random.nextBoolean()) {
                    tags.add(new UUID(5, tag));
                }
            }
            return tags;
        }

        private void link() {
            if (random.nextInt(8) == 0) {
                telephony.dropLink("cut");
            } else {
                telephony.restoreLink();
            }
        }

        private WorldSettings settings() {
            return new WorldSettings(
                    new Dial(
                            0.6,
                            0.05,
                            0.05,
                            0.05,
                            0.05,
                            new Lognormal(5, 4),
                            random.nextInt(3),
                            random.nextInt(3),
                            20,
                            0.05,
                            0.3),
                    new Handle(
                            random.nextBoolean() ? new Constant(0) : new Exponential(2),
                            new Exponential(20),
                            random.nextBoolean() ? new Constant(0) : new Lognormal(5, 5)),
                    new Caller(new Exponential(15), 15),
                    random.nextBoolean() ? Breaks.NONE : new Breaks(0.3, 20, 15),
                    phonesMiss ? new Misses(0.2, 0.2, 0.2, 1 + random.nextInt(20)) : Misses.NONE,
                    Faults.NONE);
        }

        private void checkNobodyWaitsForAFreeAgent() {
            if (!ledger.isUp() || phonesMiss) {
                // Whoever missed a caller is told as free, and rung again a little later.
                return;
            }
            for (var queueId : ledger.queuesWithWaiting()) {
                var queue = queues.get(queueId);
                assertThat(queue).as("callers wait in queue %s", queueId).isNotNull();
                for (var agent : agents.values()) {
                    assertThat(queue.serves(agent) && ledger.agents().get(agent.id()) == AgentStatus.AVAILABLE)
                            .as("agent %s is free while a caller waits", agent.id())
                            .isFalse();
                }
            }
        }

        /** Everything quiet: the link up, no call, no break. */
        private void finish() {
            telephony.restoreLink();
            telephony.settings(settings().withBreaks(Breaks.NONE));
            clock.run(Duration.ofSeconds(1));
            placed.forEach(telephony::hangUp);
            clock.run(Duration.ofHours(1));
            telephony.dropLink("last");
            telephony.restoreLink();
            clock.run(Duration.ZERO);
            assertThat(clock.pending()).as("timers left").isZero();
        }

        private long accepted() {
            return ledger.inputs().stream()
                    .filter(EngineInput.CallAccepted.class::isInstance)
                    .count();
        }
    }

    /** Counts what the carrier saw. */
    private static final class Carrier implements CarrierLog {
        private final List<UUID> open = new ArrayList<>();
        private long calls;

        @Override
        public void started(UUID callId, Address to, Instant at) {
            calls++;
            open.add(callId);
        }

        @Override
        public void answered(UUID callId, Instant at) {
            assertThat(open).contains(callId);
        }

        @Override
        public void ended(UUID callId, EngineInput.Outcome outcome, Instant at) {
            assertThat(open.remove(callId)).as("ended once").isTrue();
        }
    }
}
