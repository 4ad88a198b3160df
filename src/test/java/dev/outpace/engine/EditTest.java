package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static dev.outpace.engine.EngineRig.queueJoin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.TargetsChanged;
import dev.outpace.model.Action;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.StopMode;
import dev.outpace.model.TargetStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits before, while and after a campaign runs, and what a start refuses. */
@SuppressWarnings("NullAway")
class EditTest {
    private final EngineRig rig = new EngineRig();

    private static Campaign first(int outplan, EndHandle endHandle, Action... actions) {
        return campaign(1, CampaignType.CALL, outplan, 30, 40, 100, endHandle, 0, List.of(actions));
    }

    private void running(int targets, Action... actions) {
        rig.with(outplan(20, 60_000, 1), outplan(21, 60_000, 0, 1), list(30), queue(40), queue(41))
                .with(agent(51, 40), agent(52, 41), first(20, EndHandle.STOP, actions));
        rig.targets(30, targets);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    private List<String> edit(Resource resource) {
        return codes(rig.order(new Edited(resource, false)));
    }

    private List<String> delete(Resource resource) {
        return edit(resource.withStamps(resource.stamps().deletedAt(EngineRig.START)));
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    private CampaignStatus status() {
        return rig.store.book.campaign(id(1)).status();
    }

    @Test
    void aCampaignStartsOnlyWithTheRulesThatItKeeps() {
        var rules = RuleSet.named(id(60), "France");
        var kept = CampaignOptions.DEFAULT.withRules(rules.id());
        var other = CampaignOptions.DEFAULT.withRules(id(61));
        rig.with(rules, outplan(20, 60_000, 1), list(30), list(31), queue(40), agent(51, 40))
                .with(first(20, EndHandle.STOP, queueJoin(40)).withOptions(kept))
                .with(campaign(2, CampaignType.CALL, 20, 31, 40, 100, EndHandle.STOP, 0, List.of(queueJoin(40)))
                        .withOptions(other));
        rig.targets(30, 3);
        rig.targets(31, 3);
        rig.open();
        rig.linkUp();
        assertThat(codes(rig.start(1))).isEmpty();
        assertThat(status()).isEqualTo(CampaignStatus.RUN);
        assertThat(delete(rules)).containsExactly("edit.in_use");
        assertThat(codes(rig.start(2))).containsExactly("start.rules_missing");
    }

    @Test
    void whatARunningCampaignUsesIsNotDeletedAndWhatItDoesNotUseIs() {
        running(3, queueJoin(41));
        assertThat(delete(queue(40))).containsExactly("edit.in_use");
        assertThat(delete(queue(41))).as("joined by its flow").containsExactly("edit.in_use");
        assertThat(delete(outplan(20, 60_000, 1))).containsExactly("edit.in_use");
        assertThat(delete(list(30))).containsExactly("edit.in_use");
        assertThat(delete(first(20, EndHandle.STOP))).containsExactly("edit.delete_running");
        assertThat(delete(outplan(21, 60_000, 1))).isEmpty();
        rig.order(new CampaignStopped(id(1), StopMode.FINISH_CALLS));
        assertThat(delete(queue(40))).as("stopping").containsExactly("edit.in_use");
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(delete(queue(40))).isEmpty();
        assertThat(delete(first(20, EndHandle.STOP))).isEmpty();
        assertThat(rig.start(1)).extracting(Problem::code).containsExactly("campaign.unknown");
    }

    @Test
    void aQueueThatIsDeletedHasNoAgentsAndRefusesTheStart() {
        running(3);
        rig.order(new CampaignStopped(id(1), StopMode.FINISH_CALLS));
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        delete(queue(40));
        assertThat(rig.moment(1).snapshot().available()).isZero();
        assertThat(rig.moment(1).allowed()).isZero();
        assertThat(codes(rig.start(1))).containsExactly("start.queue_missing");
    }

    @Test
    void actionsCountFromTheNextCall() {
        running(2);
        var before = rig.open(1).getFirst();
        assertThat(edit(first(20, EndHandle.STOP, action("talk")))).isEmpty();
        rig.answered(before);
        assertThat(rig.executed).isEmpty();
        assertThat(rig.joined).containsKey(before);
        rig.ended(before, Outcome.COMPLETED);
        var after = rig.open(1).getFirst();
        rig.answered(after);
        assertThat(rig.executed).containsExactly(after);
    }

    @Test
    void anOutplanThatIsEditedCountsFromTheNextCall() {
        running(2);
        var before = rig.open(1).getFirst();
        var patient = new Outplan(
                id(20), "plan 20", "", null, 0, 60_000, List.of(1, 0, 0, 0, 0), Stamps.NONE, Json.Obj.EMPTY);
        assertThat(edit(patient)).isEmpty();
        rig.wait(Duration.ofSeconds(20));
        assertThat(rig.hungUp).containsExactly(before);
        rig.ended(before, Outcome.CANCELLED);
        var after = rig.open(1).getFirst();
        rig.wait(Duration.ofMillis(29_999));
        assertThat(rig.hungUp).as("0 means 30 s").hasSize(1);
        rig.wait(Duration.ofMillis(1));
        assertThat(rig.hungUp).contains(after);
    }

    @Test
    void theEndHandleChangesWhileRunning() {
        running(1);
        edit(first(20, EndHandle.CONTINUE));
        rig.talksTo(rig.open(1).getFirst(), 51);
        assertThat(status()).isEqualTo(CampaignStatus.RUN);
        assertThat(rig.lastDecision(1).reason()).isEqualTo(DecisionReason.WAITING_FOR_TARGETS);
        edit(first(20, EndHandle.STOP));
        assertThat(status()).isEqualTo(CampaignStatus.STOP);
    }

    @Test
    void whatWouldRefuseAStartDoesNotComeInWhileRunning() {
        running(3);
        assertThat(edit(first(20, EndHandle.STOP, action("fetch")))).containsExactly("start.action_not_possible");
        assertThat(edit(first(0, EndHandle.STOP))).containsExactly("start.no_outplan");
        assertThat(edit(first(20, EndHandle.STOP, queueJoin(77)))).containsExactly("start.join_queue_missing");
        assertThat(edit(first(20, EndHandle.STOP, action("mute"))))
                .as("only skipped")
                .isEmpty();
        rig.order(new CampaignStopped(id(1), StopMode.HANG_UP_ALL));
        rig.ended(rig.open(1).getFirst(), Outcome.CANCELLED);
        assertThat(edit(first(0, EndHandle.STOP, action("fetch")))).isEmpty();
        assertThat(codes(rig.start(1))).containsExactly("start.no_outplan", "start.action_not_possible");
    }

    @Test
    void aStatusInAnEditIsIgnored() {
        running(3);
        assertThat(edit(first(20, EndHandle.STOP).withStatus(CampaignStatus.STOP)))
                .isEmpty();
        assertThat(status()).isEqualTo(CampaignStatus.RUN);
    }

    @Test
    void aRaisedMaximumReopensFailedTargetsWhenAskedAndNeverSuccessfulOnes() {
        running(2);
        rig.talksTo(rig.open(1).getFirst(), 51);
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(status()).isEqualTo(CampaignStatus.STOP);
        assertThat(rig.order(new Edited(outplan(20, 60_000, 2), false))).isEmpty();
        assertThat(rig.store.counts(id(30)).done()).isEqualTo(2);
        rig.order(new Edited(outplan(20, 60_000, 2), true));
        assertThat(rig.store.counts(id(30)).done()).isEqualTo(1);
        assertThat(rig.moment(1).targets().left()).isEqualTo(1);
        rig.start(1);
        rig.wait(Duration.ofMinutes(1));
        assertThat(rig.open(1)).hasSize(1);
    }

    @Test
    void aMaximumThatTakesATargetOutOfTheRangeAndOneThatBringsItBack() {
        running(2);
        edit(first(20, EndHandle.CONTINUE));
        edit(first(21, EndHandle.CONTINUE));
        rig.ended(rig.open(1).getFirst(), Outcome.BUSY);
        assertThat(rig.open(1)).isEmpty();
        assertThat(rig.moment(1).targets().notCallable()).isEqualTo(1);
        rig.order(new Edited(first(20, EndHandle.CONTINUE), true));
        assertThat(rig.open(1)).hasSize(1);
        assertThat(rig.moment(1).targets().notCallable()).isZero();
    }

    @Test
    void aListThatGrowsWhileRunningIsDialedAtOnce() {
        running(0);
        edit(first(20, EndHandle.CONTINUE));
        rig.start(1);
        rig.targets(30, 1);
        rig.happens(new TargetsChanged(id(30)));
        assertThat(rig.open(1)).hasSize(1);
        assertThat(rig.store.targets.values())
                .extracting(target -> target.status())
                .containsExactly(TargetStatus.PROGRESSING);
    }

    @Test
    void aQueueInTheFlowWithoutACampaignQueueAsks() {
        running(0);
        rig.with(list(31));
        edit(list(31));
        edit(campaign(2, CampaignType.CALL, 20, 31, 0, 100, EndHandle.STOP, 0, List.of(queueJoin(40))));
        assertThat(codes(rig.start(2))).containsExactly("start.join_unpaced");
    }

    @Test
    void aQueueInAFlowWithoutACallRefusesTheStart() {
        running(0);
        edit(list(31));
        edit(campaign(2, CampaignType.FLOW, 20, 31, 0, 100, EndHandle.STOP, 0, List.of(queueJoin(40), action("talk"))));
        assertThat(codes(rig.start(2))).containsExactly("start.action_not_possible", "start.action_needs_call");
    }

    @Test
    void anAgentWhoIsAddedOrLosesATagCountsAtOnce() {
        running(9);
        assertThat(rig.open(1)).hasSize(1);
        edit(agent(52, 40));
        rig.agentIs(52, AgentStatus.AVAILABLE);
        assertThat(rig.open(1)).hasSize(2);
        edit(agent(52, 41));
        assertThat(rig.moment(1).snapshot().available()).isEqualTo(1);
        delete(agent(51, 40));
        assertThat(rig.moment(1).snapshot().available()).isZero();
    }
}
