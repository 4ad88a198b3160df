package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Address;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.StopMode;
import dev.outpace.simulation.VirtualRun;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Caller;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Faults;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import dev.outpace.telephony.simulated.WorldSettings.Misses;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days with an exchange that loses orders, tells late, twice, across calls out of order, or never: every call ends once in our books and
 * on the network, nobody is dialed more often than planned, and no agent is forgotten.
 */
@SuppressWarnings("NullAway")
class FaultyDayTest {
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final int TARGETS = 150;
    private static final int MAX_TRIES = 2;
    private static final int AGENTS = 8;

    static List<Long> seeds() {
        return new SplittableRandom(20_261_130).longs(12).boxed().toList();
    }

    private static WorldSettings world(SplittableRandom random, Faults faults) {
        return new WorldSettings(
                new Dial(0.5, 0.1, 0.05, 0.05, 0.05, new Lognormal(6, 4), 1, 2, 25, 0.03, 0.2),
                new Handle(new Exponential(2), new Exponential(40), new Exponential(8)),
                new Caller(new Exponential(30), 15),
                random.nextBoolean() ? Breaks.NONE : new Breaks(0.2, 300, 120),
                new Misses(0.05, 0.05, 0.05, 12),
                faults);
    }

    private static Faults faults(SplittableRandom random) {
        return new Faults(
                random.nextDouble(0.08),
                random.nextDouble(0.3),
                random.nextDouble(6),
                random.nextDouble(0.1),
                random.nextDouble(0.06));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsLostOnTheWayEveryCallEndsOnceAndNobodyIsForgotten(long seed) {
        var random = new SplittableRandom(seed);
        var network = new Network();
        var rig = new EngineRig();
        rig.with(outplan(20, 120_000, MAX_TRIES), list(30), list(31), queue(40), queue(41));
        for (int i = 0; i < AGENTS; i++) {
            rig.with(i % 3 == 0 ? agent(100 + i, 40, 41) : agent(100 + i, 40 + i % 2));
        }
        rig.with(campaign(1, 20, 30, 40, 100));
        rig.with(campaign(
                2, CampaignType.CALL, 20, 31, 41, 60, EndHandle.STOP, 0, List.of(action("talk"), action("beep"))));
        rig.targets(30, TARGETS);
        rig.targets(31, TARGETS);
        rig.running(1, 2);
        var exchange =
                new SimulatedTelephony(rig.clock, rig.inbox::accept, world(random, faults(random)), seed, network);
        rig.engine = new CampaignEngine(
                rig.clock, exchange, rig.store, rig.store, rig, rig.state(), new JacksonJson(), rig.inbox::accept);
        rig.run = new VirtualRun(rig.clock, rig.inbox, rig.engine);
        rig.engine.begin();
        for (var left = LENGTH; left.isPositive(); left = left.minusMinutes(1)) {
            rig.wait(Duration.ofMinutes(1));
            disturb(random, exchange, rig);
        }
        exchange.settings(world(random, Faults.NONE).withBreaks(Breaks.NONE));
        exchange.restoreLink();
        for (int number = 1; number <= 2; number++) {
            rig.order(new CampaignStopped(id(number), StopMode.FINISH_CALLS));
        }
        rig.wait(Duration.ofMinutes(30));

        assertThat(rig.store.calls.values()).hasSizeGreaterThan(100).allMatch(call -> call.status() == CallStatus.DONE);
        assertThat(rig.store.calls.values())
                .as("callers who talked with an agent")
                .anyMatch(call -> call.cause() == EndCause.NORMAL);
        assertThat(network.open).as("calls that live on the network").isEmpty();
        assertThat(rig.store.targets.values())
                .allSatisfy(target -> assertThat(target.tryCounts()).allMatch(tries -> tries <= MAX_TRIES));
        for (int i = 0; i < AGENTS; i++) {
            var moment = rig.agentMoments.get(id(100 + i));
            assertThat(moment.status())
                    .as("agent %s, of whom nothing goes on any more", i)
                    .isIn(AgentStatus.AVAILABLE, AgentStatus.AWAY);
        }
    }

    private static void disturb(SplittableRandom random, SimulatedTelephony exchange, EngineRig rig) {
        var agentId = id(100 + random.nextInt(AGENTS));
        switch (random.nextInt(12)) {
            case 0 -> exchange.dropLink("cable");
            case 1 -> exchange.restart();
            case 2 -> exchange.hangUpByAgent(agentId);
            case 3 -> exchange.transferByAgent(agentId);
            case 4 -> rig.order(new AgentOrdered(agentId, AgentStatus.AWAY, AwayReason.LUNCH));
            case 5 -> rig.order(new AgentOrdered(agentId, AgentStatus.AVAILABLE, AwayReason.BREAK));
            default -> exchange.restoreLink();
        }
    }

    /** What the network sees, whatever is told of it. */
    private static final class Network implements CarrierLog {
        private final Set<UUID> open = new HashSet<>();

        @Override
        public void started(UUID callId, Address to, Instant at) {
            assertThat(open.add(callId)).as("dialed once").isTrue();
        }

        @Override
        public void answered(UUID callId, Instant at) {
            assertThat(open).contains(callId);
        }

        @Override
        public void ended(UUID callId, Outcome outcome, Instant at) {
            assertThat(open.remove(callId)).as("ended once").isTrue();
        }
    }
}
