package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.Ids;
import dev.outpace.model.StopMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is told of campaigns and agents right now. */
@SuppressWarnings("NullAway")
class MomentsTest {
    private final EngineRig rig = new EngineRig();

    private void open() {
        rig.with(outplan(20, 60_000, 2), list(30), queue(40), agent(51, 40), agent(52, 40))
                .with(campaign(1, 20, 30, 40, 100));
        rig.targets(30, 9);
        rig.open();
        rig.linkUp();
        rig.wait(Duration.ofMillis(60));
    }

    private CampaignMoment told() {
        return rig.moments.get(id(1));
    }

    @Test
    void whatComesOfAnOrderIsToldInTheSameInstant() {
        open();
        rig.order(new CampaignStarted(id(1)));
        assertThat(told().status()).isEqualTo(CampaignStatus.RUN);
        assertThat(told().decision().reason()).isEqualTo(DecisionReason.WAITING_FOR_AGENT);
        assertThat(told().inProgress()).isEqualTo(2);
        rig.order(new CampaignStopped(id(1), StopMode.FINISH_CALLS));
        assertThat(told().decision().reason()).isEqualTo(DecisionReason.STOP_ASKED);
    }

    @Test
    void afterAnEditTheDecisionIsMadeFromWhatWasEdited() {
        open();
        rig.order(new CampaignStarted(id(1)));
        rig.order(new Edited(campaign(1, 20, 30, 40, 10_000), false));
        assertThat(told().decision().reason()).isEqualTo(DecisionReason.OVER_LIMIT);
        assertThat(told().decision().snapshot()).isEqualTo(told().snapshot());
        assertThat(told().allowed()).isEqualTo(1);
    }

    @Test
    void aHoldThatFollowsAnEventIsToldWithoutAnotherEvent() {
        open();
        rig.order(new CampaignStarted(id(1)));
        rig.agentIs(51, AgentStatus.AWAY);
        rig.agentIs(52, AgentStatus.AWAY);
        rig.wait(Duration.ofMillis(60));
        assertThat(told().decision().reason()).isEqualTo(DecisionReason.NO_AGENT_AVAILABLE);
        assertThat(told().agents()).isEqualTo(2);
    }

    @Test
    void theStagesOfTheCallsAddUp() {
        open();
        rig.order(new CampaignStarted(id(1)));
        var talking = rig.open(1).get(0);
        var waiting = rig.open(1).get(1);
        rig.answered(talking);
        rig.answered(waiting);
        rig.happens(
                new QueueJoined(rig.now(), talking, id(40)),
                new QueueJoined(rig.now(), waiting, id(40)),
                new EngineInput.AgentRinging(rig.now(), talking, id(51)));
        assertThat(rig.moment(1).agentRinging()).isEqualTo(1);
        assertThat(rig.agentMoments.get(id(51)).callId()).isEqualTo(talking);
        rig.happens(new EngineInput.AgentConnected(rig.now(), talking, id(51)));
        var moment = rig.moment(1);
        assertThat(moment.talking()).isEqualTo(1);
        assertThat(moment.waiting()).isEqualTo(1);
        assertThat(moment.inProgress()).isEqualTo(rig.engine.callsInProgress());
        rig.ended(talking, Outcome.COMPLETED);
        rig.happens(new EngineInput.AgentChanged(rig.now(), id(51), AgentNow.wrappingUp(rig.now())));
        assertThat(rig.agentMoments.get(id(51)).wrappingUp()).isTrue();
        assertThat(rig.agentMoments.get(id(51)).callId()).isEqualTo(Ids.NIL);
        assertThat(rig.moment(1).calls().success()).isEqualTo(1);
    }
}
