package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.Action;
import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.Numbers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Machines behind the numbers, and flows before the queue. */
class LabFlowTest {
    private static final LabPolicy EAGER = Day.policy("boost:2");

    private static DayResult day(double machines, FlowStage... flow) {
        return day(EAGER, machines, flow);
    }

    private static DayResult day(LabPolicy policy, double machines, FlowStage... flow) {
        var numbers = new Numbers(Day.DIAL, Drift.NONE, new Machines(machines, 8), List.of(flow));
        return LabRun.of(Day.of(20, 4, policy).withNumbers(numbers), null, 11).run();
    }

    private static OfCampaign campaign(DayResult day) {
        return day.campaigns().getFirst();
    }

    /** Within four standard errors. */
    private static void isShare(long part, long whole, double expected) {
        assertThat(whole).isGreaterThan(1_000);
        assertThat((double) part / whole).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / whole)));
    }

    @Test
    void machinesAnswerTheirShareOfDialsAndDetectionTakesThemOut() {
        var all = campaign(day(0.2, new FlowStage.Detection(3, 0, 0, 0)));

        isShare(all.machines(), all.dials(), 0.2);
        isShare(all.answered(), all.dials(), 0.3);
        assertThat(all.mistaken()).isZero();
        assertThat(all.queued()).isEqualTo(all.answered());
        assertThat(all.abandoned()).isEqualTo(all.queued() - all.handled());
    }

    @Test
    void aPersonTakenForAMachineIsAbandonedAndAMissedMachineIsNot() {
        var all = campaign(day(0.2, new FlowStage.Detection(3, 1, 0.1, 0)));

        isShare(all.mistaken(), all.answered(), 0.1);
        assertThat(all.queued()).isEqualTo(all.answered() - all.mistaken());
        assertThat(all.abandoned()).isEqualTo(all.queued() - all.handled() + all.mistaken());
    }

    @Test
    void anAgentTalksToAMachineThatNobodyTookOut() {
        var onlyMachines = new Numbers(Day.DIAL.withAnswered(0), Drift.NONE, new Machines(0.5, 8), List.of());
        var day = LabRun.of(Day.of(4, 2, Day.policy("progressive")).withNumbers(onlyMachines), null, 1)
                .run();

        var all = campaign(day);
        assertThat(all.machines()).isGreaterThan(100);
        assertThat(all.answered() + all.abandoned() + all.handled() + all.queued())
                .isZero();
        assertThat(day.talkSeconds()).isBetween(8.0 * all.machines(), 8.0 * (all.machines() + 4) + 1e-6);
    }

    @Test
    void peopleHangUpInATextByTheChanceOfEachSecond() {
        var all = campaign(day(0, new FlowStage.Talk(12, 0.02)));

        isShare(all.queued(), all.answered(), Math.exp(-12 * 0.02));
        assertThat(all.abandoned()).isEqualTo(all.queued() - all.handled());
    }

    @Test
    void whoPressesNoKeyIsHungUpOnAndNotAbandoned() {
        var all = campaign(day(0.2, new FlowStage.Key(3, 0.4, 5, 0)));

        isShare(all.queued(), all.answered(), 0.4);
        assertThat(all.abandoned()).isEqualTo(all.queued() - all.handled());
    }

    @Test
    void aPassageLetsItsShareThroughAndTheOthersHangUp() {
        var all = campaign(day(0.2, new FlowStage.Passage(0.4, new Lognormal(14, 5), new Constant(9))));

        isShare(all.queued(), all.answered(), 0.4);
        assertThat(all.abandoned()).isEqualTo(all.queued() - all.handled());
        assertThat(day(0, new FlowStage.Passage(1, new Constant(14), new Constant(9)))
                        .campaigns()
                        .getFirst())
                .as("a text that everybody hears to its end")
                .isEqualTo(campaign(day(0, new FlowStage.Talk(14, 0))));
    }

    @Test
    void stagesFollowEachOther() {
        var all = campaign(day(
                0.2,
                new FlowStage.Detection(3, 0, 0, 0),
                new FlowStage.Talk(10, 0.01),
                new FlowStage.Key(2, 0.5, 5, 0),
                new FlowStage.Key(2, 0.5, 5, 0.1)));

        isShare(all.queued(), all.answered(), Math.exp(-0.1) * 0.25 * Math.exp(-0.2));
    }

    /** Its users know by how much the detection errs, so its mistakes are part of what adaptive pacing may lose. */
    @Test
    void theCampaignCountsThePeopleWhomDetectionTakesForMachines() {
        var numbers = new Numbers(
                Day.DIAL, Drift.NONE, new Machines(0.2, 8), List.of(new FlowStage.Detection(3, 0.05, 0.02, 0)));
        assertThat(LabFlow.machineErrors(numbers)).isCloseTo(0.3 * 0.02 / (0.3 * 0.02 + 0.2 * 0.95), within(1e-12));
        assertThat(LabFlow.machineErrors(new Numbers(Day.DIAL, Drift.NONE))).isZero();

        var all = campaign(LabRun.of(Day.of(20, 8, Day.policy("adaptive")).withNumbers(numbers), null, 3)
                .run());
        isShare(all.mistaken(), all.answered(), 0.02);
        assertThat(all.abandonRate()).as("4.9 % where nobody knows").isLessThan(0.04);
    }

    @Test
    void theEngineRunsTheStagesAsActionsThatLeadToTheQueue() {
        var actions = LabFlow.of(
                List.of(new FlowStage.Detection(3, 0, 0, 0), new FlowStage.Talk(2, 0), new FlowStage.Key(3, 0.5, 5, 0)),
                15);

        assertThat(actions)
                .extracting(Action::type)
                .containsExactly("amd", "talk", "digits_receive", "branch", "hangup", "answer");
        assertThat(actions.get(1).options().text("text", "")).hasSize(30);
        assertThat(actions.get(2).options().integer("duration", 0)).isEqualTo(5_000);
        var queue = new UUID(0, 77);
        assertThat(FlowLead.of(new FlowGraph(actions), 0, queue)).isEqualTo(new FlowLead(queue, false));
        assertThat(FlowLead.of(new FlowGraph(actions), 5, queue)).isEqualTo(new FlowLead(queue, true));
    }
}
