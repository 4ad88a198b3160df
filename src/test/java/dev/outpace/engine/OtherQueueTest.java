package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static dev.outpace.engine.EngineRig.queueJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Campaign 1 has queue 40 with three agents; its flow joins queue 41 with one. */
@SuppressWarnings("NullAway")
class OtherQueueTest {
    private final EngineRig rig = new EngineRig();

    private static Campaign flow(Action... actions) {
        return campaign(1, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, 0, List.of(actions));
    }

    /** Key 1 leads to the first of the actions, anything else to the second. */
    private static Action branch(Action first, Action second) {
        return new Action(
                id(61),
                Ids.NIL,
                "branch",
                Json.Obj.EMPTY
                        .with(
                                "target_ids",
                                Json.Obj.EMPTY.with(
                                        "1", new Json.Text(first.id().toString())))
                        .with("default_target_id", new Json.Text(second.id().toString())),
                Json.Obj.EMPTY);
    }

    private void open(Campaign campaign) {
        rig.with(outplan(20, 60_000, 3), list(30), queue(40), queue(41), agent(51, 40), agent(52, 40), agent(53, 40))
                .with(agent(54, 41), campaign);
        rig.targets(30, 50);
        rig.open();
        rig.linkUp();
    }

    private List<String> start() {
        return rig.start(1).stream().map(Problem::code).toList();
    }

    @Test
    void theQueueThatTheFlowAlwaysJoinsPaces() {
        open(flow(EngineRig.action("answer"), queueJoin(41)));
        assertThat(start()).isEmpty();
        assertThat(rig.open(1))
                .as("one agent there, three in the campaign's own")
                .hasSize(1);
        assertThat(rig.lastDecision(1).snapshot().queueId()).isEqualTo(id(41));
        var call = rig.open(1).getFirst();
        rig.answered(call);
        assertThat(rig.joined).containsEntry(call, id(41));
        assertThat(rig.open(1)).as("the agent is kept for the caller").hasSize(1);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(rig.open(1)).hasSize(1);
    }

    @Test
    void whereTheFlowOnlyMayJoinOthersTheStartAsks() {
        var other = queueJoin(41).withId(id(62));
        var end = EngineRig.action("hangup").withId(id(63));
        open(flow(branch(other, end), other, end));
        assertThat(rig.start(1)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("start.joins_other_queue");
            assertThat(problem.isError()).isFalse();
            assertThat(problem.args()).containsExactly("queue 41", "queue 40");
        });
        assertThat(rig.open(1)).as("by the campaign's own queue").hasSize(3);
    }

    @Test
    void whereTheCampaignsQueueIsOneOfThemItDoesNotAsk() {
        var other = queueJoin(41).withId(id(62));
        var own = queueJoin(40).withId(id(63));
        open(flow(branch(other, own), other, own));
        assertThat(start()).isEmpty();
    }

    @Test
    void anotherQueueCantTakeOverThePacingWhileCallsAreUnderWay() {
        open(flow(EngineRig.action("answer")));
        start();
        var refused = rig.order(new Edited(flow(EngineRig.action("answer"), queueJoin(41)), false));
        assertThat(refused).extracting(Problem::code).containsExactly("edit.paced_by_other");
        assertThat(rig.order(new Edited(flow(EngineRig.action("answer"), EngineRig.action("beep")), false)))
                .isEmpty();
    }
}
