package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.EndCause;
import dev.outpace.model.PacingChoice;
import dev.outpace.simulation.VirtualRun;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Caller;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Hours in the simulated world with agents who serve two queues, a campaign on each. */
@SuppressWarnings("NullAway")
class SharedAgentsDayTest {
    private static final Duration LENGTH = Duration.ofHours(3);
    private static final int TARGETS = 2_000;
    private static final int DAYS = 4;

    /** Half of all people answer; who waits for 2 s gives up. */
    private static final WorldSettings WORLD = new WorldSettings(
            new Dial(0.5, 0, 0, 0, 0, new Exponential(8), 0, 2, 20, 0, 0),
            new Handle(new Constant(0.5), new Exponential(60), new Constant(5)),
            new Caller(new Constant(2), WorldSettings.DEFAULT.caller().charactersPerSecond()),
            Breaks.NONE);

    private record Day(long answered, long abandoned) {
        Day plus(Day other) {
            return new Day(answered + other.answered, abandoned + other.abandoned);
        }

        double rate() {
            return (double) abandoned / answered;
        }
    }

    /** @param shared agents of both queues; {@code own} of each besides */
    private static Day days(int shared, int own, CampaignOptions options) {
        var sum = new Day(0, 0);
        for (int seed = 1; seed <= DAYS; seed++) {
            sum = sum.plus(day(shared, own, options, seed));
        }
        return sum;
    }

    private static Day day(int shared, int own, CampaignOptions options, int seed) {
        var rig = new EngineRig();
        rig.hearsMoments = false;
        rig.with(outplan(20, 3_600_000, 1), list(30), list(31), queue(40), queue(41));
        for (int i = 0; i < shared; i++) {
            rig.with(agent(100 + i, 40, 41));
        }
        for (int i = 0; i < own; i++) {
            rig.with(agent(200 + i, 40), agent(300 + i, 41));
        }
        rig.with(campaign(1, 20, 30, 40, 100).withOptions(options));
        rig.with(campaign(2, 20, 31, 41, 100).withOptions(options));
        rig.targets(30, TARGETS);
        rig.targets(31, TARGETS);
        rig.running(1, 2);
        var world = new SimulatedTelephony(rig.clock, rig.inbox::accept, WORLD, seed, CarrierLog.NONE);
        rig.engine = new CampaignEngine(
                rig.clock, world, rig.store, rig.store, rig, rig.state(), new JacksonJson(), rig.inbox::accept);
        rig.run = new VirtualRun(rig.clock, rig.inbox, rig.engine);
        rig.engine.begin();
        rig.wait(LENGTH);
        var calls = rig.store.calls.values();
        return new Day(
                calls.stream().filter(call -> call.answeredAt() != null).count(),
                calls.stream()
                        .filter(call -> call.cause() == EndCause.ABANDONED)
                        .count());
    }

    private static CampaignOptions adaptive() {
        return CampaignOptions.DEFAULT.withPacing(PacingChoice.adaptive(0.03));
    }

    @Test
    void atServiceLevel100NobodyIsAbandonedThoughBothQueuesHaveTheSamePeople() {
        var day = days(10, 0, CampaignOptions.DEFAULT);
        assertThat(day.answered()).isGreaterThan(1_000);
        assertThat(day.abandoned()).isZero();
    }

    @Test
    void adaptivePacingKeepsToItsTargetThoughBothQueuesHaveTheSamePeople() {
        var day = days(10, 0, adaptive());
        assertThat(day.answered()).isGreaterThan(1_000);
        assertThat(day.rate()).isLessThan(0.035);
    }

    @Test
    void adaptivePacingKeepsToItsTargetWhereSomePeopleServeBothQueues() {
        var day = days(6, 4, adaptive());
        assertThat(day.answered()).isGreaterThan(1_000);
        assertThat(day.rate()).isLessThan(0.035);
    }
}
