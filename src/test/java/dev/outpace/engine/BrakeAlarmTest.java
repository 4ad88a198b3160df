package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingForecast.Caution;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Callers of an adaptively paced campaign are lost in a row although agents are free. */
class BrakeAlarmTest {
    private static final int AGENTS = 12;

    private final EngineRig rig = new EngineRig();

    private void starts() {
        rig.with(outplan(20, 60_000, 3), list(30), queue(40))
                .with(campaign(1, 20, 30, 40, 100)
                        .withOptions(CampaignOptions.DEFAULT.withPacing(PacingChoice.adaptive(0.03))));
        for (int i = 0; i < AGENTS; i++) {
            rig.with(agent(51 + i, 40));
        }
        rig.targets(30, 500);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    private void abandons(UUID call) {
        rig.answered(call);
        rig.happens(new EngineInput.QueueJoined(rig.now(), call, id(40)));
        rig.ended(call, Outcome.COMPLETED);
    }

    @Test
    void theBrakeIsToldOnceWithItsNumbersAndNamedByTheDecision() {
        starts();
        var calls = List.copyOf(rig.open(1));
        assertThat(calls).hasSize(AGENTS);

        calls.subList(0, 7).forEach(this::abandons);
        assertThat(rig.alarms).isEmpty();
        calls.subList(7, AGENTS).forEach(this::abandons);

        assertThat(rig.alarms).hasSize(1);
        var alarm = rig.alarms.getFirst();
        assertThat(alarm.campaignId()).isEqualTo(id(1));
        assertThat(alarm.problem().code()).isEqualTo("alarm.brake");
        assertThat(alarm.problem().args())
                .startsWith(campaign(1, 20, 30, 40, 100).name(), 8L, 8L);
        var decision = rig.moment(1).decision();
        assertThat(decision.reason()).isEqualTo(DecisionReason.WAITING_FOR_AGENT);
        assertThat(Objects.requireNonNull(decision.snapshot().forecast()).caution())
                .isEqualTo(Caution.BRAKE);
        assertThat(rig.open(1)).hasSize(AGENTS);
    }
}
