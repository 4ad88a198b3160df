package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Telephony.Capability;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller in a queue of an exchange that does not end a wait by itself, and what comes after a talk. */
@SuppressWarnings("NullAway")
class WaitingTest {
    private static final Duration LIMIT = Duration.ofMillis(1_700);

    private final EngineRig rig = new EngineRig();
    private UUID call;

    @BeforeEach
    void oneCallerJoins() {
        rig.capabilities = EnumSet.complementOf(EnumSet.of(Capability.EXACT_LIMITS));
        rig.with(outplan(20, 60_000, 1), list(30), queue(40), agent(51, 40))
                .with(campaign(1, 20, 30, 40, 100)
                        .withOptions(CampaignOptions.DEFAULT.withCompliance(new Compliance(
                                "Nobody is free.", (int) LIMIT.toMillis(), 0, false, 0, Json.Obj.EMPTY))));
        rig.target(30, "+12125550101");
        rig.open();
        rig.linkUp();
        rig.start(1);
        call = rig.open(1).getFirst();
        rig.answered(call);
        rig.happens(new QueueJoined(rig.now(), call, id(40)));
    }

    private CampaignCall facts() {
        return rig.store.calls.get(call);
    }

    private void ring() {
        rig.happens(new AgentRinging(rig.now(), call, id(51)));
    }

    private void talk() {
        rig.happens(new AgentConnected(rig.now(), call, id(51)));
    }

    @Test
    void theEngineEndsTheWaitAtItsMillisecond() {
        assertThat(rig.longestWaits).containsEntry(call, Duration.ZERO);
        rig.wait(LIMIT.minusMillis(1));
        assertThat(rig.left).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.left).containsExactly(call);
        rig.happens(new QueueLeft(rig.now(), call, Left.WITHDRAWN));
        assertThat(rig.executed).containsExactly(call);
    }

    @Test
    void aRingIsNotCutAndTheWaitEndsWhenItWasInVain() {
        ring();
        rig.wait(LIMIT.plusSeconds(5));
        assertThat(rig.left).isEmpty();
        rig.happens(new AgentMissed(rig.now(), call, id(51), Missed.NO_ANSWER));
        assertThat(rig.left).containsExactly(call);
    }

    @Test
    void anAgentWhoTakesTheCallerAsTheWaitEndsHasTheCaller() {
        rig.wait(LIMIT);
        talk();
        rig.wait(OrderTime.ANSWER.multipliedBy(2));
        assertThat(rig.alarms).isEmpty();
        assertThat(rig.hungUp).isEmpty();
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts().cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void aQueueThatDoesNotLetTheCallerGoIsLeftAnywayWithAnAlarm() {
        rig.wait(LIMIT.plus(OrderTime.ANSWER));
        assertThat(rig.alarms).extracting(alarm -> alarm.problem().code()).containsExactly("alarm.order_lost");
        assertThat(rig.executed).containsExactly(call);
    }

    @Test
    void aWaitThatIsOverWhileTheLinkIsAwayEndsWhenItIsBack() {
        rig.happens(new LinkDown(rig.now(), "cable"));
        rig.wait(LIMIT.plusSeconds(1));
        assertThat(rig.left).isEmpty();
        rig.linkUp(call);
        assertThat(rig.left).containsExactly(call);
    }

    @ParameterizedTest
    @EnumSource(
            value = Released.class,
            names = {"AGENT", "US"})
    void aCallerWhomTheAgentLeavesIsNotKeptOnTheLine(Released how) {
        talk();
        rig.happens(new AgentReleased(rig.now(), call, id(51), how));
        assertThat(rig.hungUp).containsExactly(call);
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts().cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void aCallThatWasPassedOnKeepsItsLineUntilItEndsAndItsAgentIsFree() {
        talk();
        rig.happens(new AgentReleased(rig.now(), call, id(51), Released.TRANSFERRED));
        rig.agentIs(51, AgentStatus.AVAILABLE);
        assertThat(rig.hungUp).isEmpty();
        assertThat(rig.moment(1).inProgress()).isOne();
        assertThat(rig.moment(1).snapshot().available()).isOne();
        rig.wait(Duration.ofHours(1));
        rig.ended(call, Outcome.COMPLETED);
        assertThat(facts().cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void aTalkThatTheCallerEndedIsOverAlsoWhereItsEndIsNeverTold() {
        talk();
        rig.happens(new AgentReleased(rig.now(), call, id(51), Released.CALLER));
        assertThat(rig.hungUp).isEmpty();
        rig.wait(Duration.ofSeconds(30));
        assertThat(facts().cause()).isEqualTo(EndCause.NORMAL);
    }

    @Test
    void whoIsReleasedWasConnected() {
        rig.happens(new AgentReleased(rig.now(), call, id(51), Released.AGENT));
        assertThat(facts().agentId()).isEqualTo(id(51));
    }
}
