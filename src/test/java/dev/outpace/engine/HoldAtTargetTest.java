package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.Json;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class HoldAtTargetTest {
    private static final double TARGET = 0.25;

    private final EngineRig rig = new EngineRig();

    private static Campaign holding(AbandonWindow window) {
        var choice = new PacingChoice(
                PacingMode.SERVICE_LEVEL, TARGET, window, AbandonDenominator.ANSWERED, true, 0, Json.Obj.EMPTY);
        return campaign(1, 20, 30, 40, 20).withOptions(CampaignOptions.DEFAULT.withPacing(choice));
    }

    private void tenDialedForTwoAgents(AbandonWindow window) {
        rig.with(outplan(20, 60_000, 3), list(30), queue(40), agent(51, 40), agent(52, 40))
                .with(holding(window));
        rig.targets(30, 500);
        rig.open();
        rig.linkUp();
        rig.start(1);
        assertThat(rig.open(1)).hasSize(10);
    }

    private void abandons(UUID call) {
        rig.answered(call);
        rig.happens(new EngineInput.QueueJoined(rig.now(), call, id(40)));
        rig.ended(call, Outcome.COMPLETED);
    }

    /** Of the calls that ring, so many are abandoned, so many get an agent, and the rest don't answer. */
    private void outcomes(int abandoned, int served) {
        var calls = List.copyOf(rig.open(1));
        calls.subList(0, abandoned).forEach(this::abandons);
        calls.subList(abandoned, abandoned + served).forEach(call -> rig.talksTo(call, 51));
        var rest = List.copyOf(rig.open(1));
        rest.forEach(call -> rig.ended(call, Outcome.NO_ANSWER));
    }

    @Test
    void holdsWhileMoreThanTheTargetIsAbandonedAndSaysUntilWhen() {
        tenDialedForTwoAgents(AbandonWindow.HOURS_24);
        outcomes(2, 3);
        assertThat(rig.open(1)).isEmpty();
        var decision = rig.moment(1).decision();
        assertThat(decision.reason()).isEqualTo(DecisionReason.OVER_ABANDON_TARGET);
        assertThat(decision.snapshot().abandon()).isEqualTo(new AbandonStanding(2, 5, TARGET));
        assertThat(decision.nextTryAt()).isEqualTo(EngineRig.START.plus(Duration.ofHours(24)));
        assertThat(rig.moment(1).allowed()).isZero();

        rig.wait(Duration.between(rig.clock.wallTime(), decision.nextTryAt()).minusSeconds(2));
        assertThat(rig.open(1)).isEmpty();
        rig.wait(Duration.ofSeconds(4));
        assertThat(rig.open(1)).isNotEmpty();
    }

    @Test
    void answersOfCallsThatStillRingEndTheHold() {
        tenDialedForTwoAgents(AbandonWindow.DAYS_30);
        var calls = List.copyOf(rig.open(1));
        calls.subList(0, 2).forEach(this::abandons);
        calls.subList(2, 5).forEach(call -> rig.talksTo(call, 51));
        assertThat(rig.open(1)).as("one was dialed after the first, none since").hasSize(6);
        calls.subList(5, 8).forEach(call -> rig.talksTo(call, 51));
        assertThat(rig.moment(1).snapshot().abandon()).isEqualTo(new AbandonStanding(2, 8, TARGET));
        assertThat(rig.open(1)).as("2 of 8 are not more than the target").hasSize(10);
    }

    @Test
    void oneCallAloneIsNoShare() {
        tenDialedForTwoAgents(AbandonWindow.HOURS_24);
        outcomes(1, 0);
        assertThat(rig.open(1)).hasSize(10);
    }

    @Test
    void overAllTimeItIsHeldUntilSomebodyChangesTheTarget() {
        tenDialedForTwoAgents(AbandonWindow.CAMPAIGN);
        outcomes(2, 3);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.OVER_ABANDON_TARGET);
        assertThat(rig.lastDecision(1).nextTryAt()).isNull();
        var campaign = rig.store.book.campaign(id(1));
        var options = campaign.options();
        rig.order(new EngineInput.Edited(
                campaign.withOptions(options.withPacing(options.pacing().withAbandonTarget(0.5))), false));
        assertThat(rig.open(1)).hasSize(10);
    }

    @Test
    void whatWasAbandonedBeforeAReopeningCounts() {
        tenDialedForTwoAgents(AbandonWindow.DAYS_30);
        outcomes(2, 3);
        var again = rig.cut();
        again.open();
        again.linkUp();
        assertThat(again.open(1)).isEmpty();
        assertThat(again.lastDecision(1).reason()).isEqualTo(DecisionReason.OVER_ABANDON_TARGET);
    }
}
