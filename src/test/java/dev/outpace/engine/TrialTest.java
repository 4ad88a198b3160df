package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CampaignTried;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.StopReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A campaign that is only tried calls one number, whatever happens, and stops. */
@SuppressWarnings("NullAway")
class TrialTest {
    private static EngineRig rig(int targets) {
        var rig = new EngineRig();
        rig.with(outplan(20, 1_000, 3), list(30), list(31))
                .with(
                        campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 2, List.of(action("answer"))),
                        campaign(2, CampaignType.CALL, 20, 31, 0, 100, EndHandle.STOP, 0, List.of(action("answer"))));
        rig.targets(30, targets);
        rig.targets(31, 5);
        rig.open();
        rig.linkUp();
        return rig;
    }

    private static CampaignStatus status(EngineRig rig, int campaign) {
        return rig.store.book.campaign(id(campaign)).status();
    }

    @Test
    void oneNumberIsCalledTheOneWhoseTurnIsNextAndTheCampaignStops() {
        var rig = rig(10);
        assertThat(rig.order(new CampaignTried(id(1)))).isEmpty();
        rig.wait(Duration.ofSeconds(10));
        assertThat(rig.ordered.values())
                .singleElement()
                .satisfies(call -> assertThat(call.to().target()).isEqualTo("+12125550001"));
        assertThat(status(rig, 1)).isEqualTo(CampaignStatus.STOPPING);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        rig.wait(Duration.ofMinutes(5));
        assertThat(status(rig, 1)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.ordered).hasSize(1);
        assertThat(rig.moment(1).stopReason()).isEqualTo(StopReason.TRIED);
    }

    @Test
    void theOnlyTargetOfAListLeadsToNoOtherCampaign() {
        var rig = rig(1);
        rig.order(new CampaignTried(id(1)));
        rig.answered(rig.open(1).getFirst());
        rig.ended(rig.open(1).getFirst(), Outcome.COMPLETED);
        rig.wait(Duration.ofMinutes(5));
        assertThat(status(rig, 1)).isEqualTo(CampaignStatus.STOP);
        assertThat(status(rig, 2)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.ordered).hasSize(1);
    }

    @Test
    void aListWithNobodyToCallLeadsToNoOtherCampaignEither() {
        var rig = rig(0);
        rig.order(new CampaignTried(id(1)));
        rig.wait(Duration.ofMinutes(5));
        assertThat(status(rig, 1)).isEqualTo(CampaignStatus.STOP);
        assertThat(status(rig, 2)).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.ordered).isEmpty();
    }

    @Test
    void aCutBeforeTheCallLeavesItOne() {
        var rig = rig(10);
        rig.happens(new EngineInput.LinkDown(rig.now(), "cable"));
        rig.order(new CampaignTried(id(1)));
        assertThat(rig.ordered).isEmpty();
        var next = rig.cut();
        next.goOn = false;
        next.open();
        next.linkUp();
        assertThat(next.ordered).isEmpty();
        next.order(new CampaignTried(id(1)));
        next.wait(Duration.ofMinutes(5));
        assertThat(next.ordered).hasSize(1);
    }

    @Test
    void aCutAfterTheCallLeavesItNone() {
        var rig = rig(10);
        rig.order(new CampaignTried(id(1)));
        assertThat(rig.ordered).hasSize(1);
        // As if the process had been cut before the campaign's stopping was written.
        rig.factLog.write(new FactLog.Fact.StatusesChanged(
                List.of(new FactLog.StatusChange(id(1), CampaignStatus.RUN, null, null, rig.now()))));
        var next = rig.cut();
        next.goOn = false;
        next.open();
        next.linkUp();
        next.order(new CampaignTried(id(1)));
        next.wait(Duration.ofMinutes(5));
        assertThat(next.ordered).isEmpty();
        assertThat(status(next, 1)).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void aStartAfterwardsCallsTheRest() {
        var rig = rig(3);
        rig.order(new CampaignTried(id(1)));
        rig.answered(rig.open(1).getFirst());
        rig.ended(rig.open(1).getFirst(), Outcome.COMPLETED);
        rig.start(1);
        rig.wait(Duration.ofSeconds(5));
        assertThat(rig.ordered.size()).isGreaterThanOrEqualTo(3);
    }
}
