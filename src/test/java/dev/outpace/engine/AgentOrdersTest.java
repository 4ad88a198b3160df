package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order about an agent counts when the exchange has agreed to it. */
@SuppressWarnings("NullAway")
class AgentOrdersTest {
    private final EngineRig rig = new EngineRig();

    @BeforeEach
    void oneAgentAvailable() {
        rig.with(agent(51, 40));
        rig.open();
        rig.linkUp();
        rig.answersAgentOrders = false;
        assertThat(rig.order(new AgentOrdered(id(51), AgentStatus.AWAY, AwayReason.LUNCH)))
                .isEmpty();
    }

    private AgentStatus stored() {
        return rig.store.book.agent(id(51)).status();
    }

    @Test
    void nothingIsStoredBeforeTheExchangeAgreed() {
        assertThat(stored()).isEqualTo(AgentStatus.AVAILABLE);
        rig.happens(new OrderAccepted(rig.now(), rig.agentOrder));
        assertThat(stored()).isEqualTo(AgentStatus.AWAY);
        assertThat(rig.store.book.agent(id(51)).awayReason()).isEqualTo(AwayReason.LUNCH);
        rig.wait(OrderTime.ANSWER.plusSeconds(1));
        assertThat(rig.alarms).isEmpty();
    }

    @Test
    void aRefusedOrderChangesNothingAndIsTold() {
        rig.happens(new OrderRefused(rig.now(), rig.agentOrder, "Member not dynamic"));
        assertThat(stored()).isEqualTo(AgentStatus.AVAILABLE);
        assertThat(rig.alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.problem().code()).isEqualTo("alarm.agent_order_refused");
            assertThat(alarm.problem().args()).contains("Member not dynamic");
        });
    }

    @Test
    void anOrderThatNobodyAnswersIsLostAndTheBoardShowsTheOldState() {
        rig.wait(OrderTime.ANSWER.minusMillis(1));
        assertThat(rig.alarms).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.alarms).extracting(alarm -> alarm.problem().code()).containsExactly("alarm.agent_order_lost");
        assertThat(stored()).isEqualTo(AgentStatus.AVAILABLE);
        assertThat(rig.agentMoments.get(id(51)).status()).isEqualTo(AgentStatus.AVAILABLE);
        rig.happens(new OrderAccepted(rig.now(), rig.agentOrder));
        assertThat(stored()).isEqualTo(AgentStatus.AVAILABLE);
    }

    @Test
    void whileTheLinkIsAwayNoOrderIsLostAndItsTimeBeginsAnewAfterwards() {
        rig.happens(new LinkDown(rig.now(), "cable"));
        rig.wait(OrderTime.ANSWER.multipliedBy(2));
        rig.linkUp();
        rig.wait(OrderTime.ANSWER.minusMillis(1));
        assertThat(rig.alarms).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.alarms).hasSize(1);
    }

    @Test
    void theTimeOfAnOrderBeginsAnewAlsoAfterAShortLossOfTheLink() {
        rig.wait(OrderTime.ANSWER.minusMillis(2));
        rig.happens(new LinkDown(rig.now(), "cable"));
        rig.wait(Duration.ofMillis(1));
        rig.linkUp();
        rig.wait(OrderTime.ANSWER.minusMillis(1));
        assertThat(rig.alarms).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.alarms).hasSize(1);
    }
}
