package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.model.Action;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.ui.live.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlowTrialTest {
    private static final UUID QUEUE = Facts.id(40);

    private static Campaign campaign(List<Action> actions) {
        return Facts.campaign(11, "Spring renewal", QUEUE, Facts.id(1), Facts.id(20))
                .withActions(actions);
    }

    private static FlowTrial.Outcome tried(List<Action> actions) {
        return FlowTrial.of(campaign(actions), _ -> null, 15, Facts.NOW);
    }

    private static Action join(UUID queueId) {
        var options = new Json.Obj(Map.of("queue_id", new Json.Text(queueId.toString())));
        return new Action(Ids.NIL, Ids.NIL, "queue_join", options, Json.Obj.EMPTY);
    }

    @Test
    void withoutAFlowAllComeToTheQueueAtOnce() {
        assertThat(tried(List.of())).isEqualTo(new FlowTrial.Outcome(new Times(1_000, 0, 0), Times.NONE, 0));
    }

    /** Of those who are asked for a key, 55 of 100 press the first. */
    @Test
    void aMenuLetsThoseThroughWhoPressItsKey() {
        var tried = tried(LabFlow.of(
                List.of(
                        new FlowStage.Detection(3, 0, 0, 0),
                        new FlowStage.Talk(10, 0),
                        new FlowStage.Key(3, 0.5, 5, 0)),
                15));

        assertThat(tried.reached()).isCloseTo(0.55, within(0.05));
        assertThat(tried.detection()).isEqualTo(2.5);
        assertThat(tried.toQueue().mean()).isCloseTo(2.5 + 10 + 1.5, within(1e-9));
        assertThat(tried.leaving().mean()).isBetween(2.5 + 10 + 1.5, 2.5 + 10 + 5);
    }

    @Test
    void whoComesToAnotherQueueDoesNotComeToTheCampaigns() {
        assertThat(tried(List.of(join(Facts.id(41)))).reached()).isZero();
        assertThat(tried(List.of(join(QUEUE))).reached()).isEqualTo(1);
    }

    @Test
    void theFlowOfAnotherCampaignIsRunWhereItIsFetched() {
        var fetch = new Action(
                Ids.NIL,
                Ids.NIL,
                "fetch_flow",
                new Json.Obj(Map.of("flow_id", new Json.Text(Facts.id(9).toString()))),
                Json.Obj.EMPTY);
        var talk = new ArrayList<>(LabFlow.of(List.of(new FlowStage.Talk(10, 0)), 15));

        var tried = FlowTrial.of(campaign(List.of(fetch)), id -> id.equals(Facts.id(9)) ? talk : null, 15, Facts.NOW);

        assertThat(tried.toQueue()).isEqualTo(new Times(1_000, 10, 0));
        assertThat(tried(List.of(fetch)).reached()).as("there is no such flow").isZero();
    }
}
