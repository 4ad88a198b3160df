package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.RandomFlow;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Json;
import dev.outpace.simulation.VirtualRun;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.telephony.simulated.WorldSettings;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever flow a campaign has, its calls come to an end and no agent stays reserved. */
@SuppressWarnings("NullAway")
class RandomFlowRunTest {
    private static final int TARGETS = 25;

    static List<Long> seeds() {
        return new Random(11).longs(12, 1, 1_000_000).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyTargetIsDoneAndNothingIsLeftOver(long seed) {
        var chance = new Random(seed);
        var flows = chance.nextInt(3) == 0 ? RandomFlow.hostile() : RandomFlow.tame();
        var flow = flows.withMostActions(14).next(chance).stream()
                .map(action -> startable(action, chance))
                .toList();
        var rig = new EngineRig();
        rig.with(outplan(20, 60_000, 2), list(30), list(31), queue(40), agent(51, 40), agent(52, 40))
                .with(
                        campaign(1, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, 0, flow),
                        campaign(2, CampaignType.FLOW, 20, 31, 0, 100, EndHandle.STOP, 0, flow));
        rig.targets(30, TARGETS);
        rig.targets(31, TARGETS);
        rig.running(1, 2);
        rig.engine = new CampaignEngine(
                rig.clock,
                new SimulatedTelephony(rig.clock, rig.inbox::accept, WorldSettings.DEFAULT, seed, CarrierLog.NONE),
                rig.store,
                rig.store,
                rig,
                rig.state(),
                new JacksonJson(),
                rig.inbox::accept);
        rig.engine.begin();

        rig.run = new VirtualRun(rig.clock, rig.inbox, rig.engine);
        rig.wait(Duration.ofHours(6));

        assertThat(rig.store.calls.values()).isNotEmpty().allMatch(call -> call.status() == CallStatus.DONE);
        for (int number : List.of(1, 2)) {
            var moment = rig.moment(number);
            assertThat(moment.status()).as("campaign %d", number).isEqualTo(CampaignStatus.STOP);
            assertThat(moment.targets().done()).as("campaign %d", number).isEqualTo(TARGETS);
            assertThat(moment.snapshot().reserved()).isZero();
        }
    }

    /** Queues that exist, so that callers wait somewhere; no waits of days. */
    private static Action startable(Action action, Random chance) {
        return switch (ActionType.of(action.type()).orElse(null)) {
            case QUEUE_JOIN ->
                chance.nextBoolean()
                        ? action.withOption(Json.Obj.EMPTY.with("queue_id", new Json.Text(id(40).toString())))
                        : action.withOption(action.options().without("queue_id"));
            case SLEEP, ECHO, STREAM_ECHO, DIGITS_RECEIVE ->
                action.withOption(action.options().without("duration"));
            case null, default -> action;
        };
    }
}
