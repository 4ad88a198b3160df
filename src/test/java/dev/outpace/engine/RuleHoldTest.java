package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CampaignStatus;
import dev.outpace.model.DecisionReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A campaign all of whose targets wait for calling rules. */
@SuppressWarnings("NullAway")
class RuleHoldTest {
    private final EngineRig rig = new EngineRig();

    private void closedFor(Duration wait) {
        rig.with(outplan(20, 60_000, 3), list(30), queue(40), agent(51, 40)).with(campaign(1, 20, 30, 40, 100));
        rig.target(30, "+12125550101");
        rig.store.ruledUntil = rig.clock.wallTime().plus(wait);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    @Test
    void itSaysWhichRuleHoldsItAndUntilWhen() {
        closedFor(Duration.ofHours(3));
        assertThat(rig.ordered).isEmpty();
        assertThat(rig.decisions.getLast()).satisfies(decision -> {
            assertThat(decision.reason()).isEqualTo(DecisionReason.HELD_BY_RULES);
            assertThat(decision.rule()).isEqualTo(MemoryStore.RULE);
            assertThat(decision.nextTryAt()).isEqualTo(rig.store.ruledUntil);
        });
        assertThat(rig.store.book.campaigns()).extracting(one -> one.status()).containsExactly(CampaignStatus.RUN);
    }

    @Test
    void itIsWokenAtThatVeryMoment() {
        closedFor(Duration.ofHours(3));
        rig.wait(Duration.ofHours(3).minusMillis(1));
        assertThat(rig.ordered).isEmpty();
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.ordered).hasSize(1);
    }

    /** Rules are asked when a call is placed: whose phone rings by then is let ring. */
    @Test
    void aRuleThatClosesWhileAPhoneRingsEndsNoCall() {
        closedFor(Duration.ofHours(-1));
        var call = rig.open(1).getFirst();
        rig.accepted(call);
        rig.store.ruledUntil = rig.clock.wallTime().plus(Duration.ofHours(3));
        rig.wait(Duration.ofSeconds(10));
        assertThat(rig.hungUp).isEmpty();
        assertThat(rig.open(1)).containsExactly(call);
    }
}
