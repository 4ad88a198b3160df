package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.Refusal;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.model.TargetStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trunk without room for calls is called more slowly, and faster again when it has room. */
@SuppressWarnings("NullAway")
class CongestionWatchTest {
    private static final int PER_SECOND = 8;

    private final EngineRig rig = new EngineRig();

    @BeforeEach
    void begin() {
        rig.with(outplan(20, 60_000, 3), list(30))
                .with(campaign(1, CampaignType.CALL, 20, 30, 0, 100, EndHandle.STOP, 0, List.of(action("answer"))));
        rig.targets(30, 2_000);
        rig.limits = new LineLimits(1_000, PER_SECOND);
        rig.open();
        rig.linkUp();
        rig.start(1);
    }

    private void congested(UUID call) {
        rig.accepted(call);
        rig.ended(call, Outcome.CONGESTED);
    }

    /** Each call rings, so that no campaign is held, and then has no room. */
    private void congestedLate(UUID call) {
        rig.accepted(call);
        rig.happens(new CallRinging(rig.now(), call));
        rig.ended(call, Outcome.CONGESTED);
    }

    private void busy(UUID call) {
        rig.accepted(call);
        rig.ended(call, Outcome.BUSY);
    }

    /** @return how many calls were ordered in these seconds */
    private int seconds(int seconds, Consumer<UUID> what) {
        int before = rig.ordered.size();
        for (int i = 0; i < seconds; i++) {
            rig.open(1).forEach(what);
            rig.wait(Duration.ofSeconds(1));
        }
        return rig.ordered.size() - before;
    }

    private List<Problem> alarms() {
        return rig.alarms.stream().map(alarm -> alarm.problem()).toList();
    }

    /** Forty calls after it rang, a call that ends for congestion is one more of the latest, and changes none of the others. */
    @Test
    void aCallThatEndsForCongestionLateCountsInItsOwnPlace() {
        var late = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            rig.wait(Duration.ofSeconds(1));
            var call = rig.open(1).getFirst();
            rig.accepted(call);
            rig.happens(new CallRinging(rig.now(), call));
            late.add(call);
        }
        late.forEach(call -> rig.ended(call, Outcome.CONGESTED));
        // As many as leave only the third of them among the latest: nobody else's place is taken.
        for (int calls = 0; calls < 42; calls++) {
            while (rig.open(1).isEmpty()) {
                rig.wait(Duration.ofMillis(100));
            }
            busy(rig.open(1).getFirst());
        }
        assertThat(alarms()).isEmpty();
        for (int i = 0; i < 3; i++) {
            while (rig.open(1).isEmpty()) {
                rig.wait(Duration.ofMillis(100));
            }
            congestedLate(rig.open(1).getFirst());
        }
        assertThat(alarms()).as("three of the latest forty").isEmpty();
        while (rig.open(1).isEmpty()) {
            rig.wait(Duration.ofMillis(100));
        }
        congestedLate(rig.open(1).getFirst());
        assertThat(alarms()).extracting(Problem::code).containsExactly("alarm.congested");
    }

    @Test
    void aSoundTrunkIsCalledAsFastAsTheWorkspaceAllows() {
        assertThat(seconds(20, this::busy)).isEqualTo(20 * PER_SECOND);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void congestionHalvesTheRateStepByStepDownToOneCallASecondAndSaysSo() {
        seconds(1, this::congestedLate);
        assertThat(alarms()).containsExactly(Problem.warning("alarm.congested", "", 4, 4, 4));
        seconds(40, this::congestedLate);
        assertThat(alarms())
                .extracting(Problem::code, problem -> problem.args().getLast())
                .containsExactly(tuple("alarm.congested", 4), tuple("alarm.congested", 2), tuple("alarm.congested", 1));
        assertThat(seconds(10, this::congestedLate)).isEqualTo(10);
        assertThat(rig.store.targets.values())
                .filteredOn(target -> target.status() == TargetStatus.IDLE)
                .allSatisfy(target -> assertThat(target.tryCounts()).containsOnly(0));
    }

    @Test
    void theRateRisesStepByStepWhenTheTrunkTakesCalls() {
        seconds(1, this::congestedLate);
        assertThat(seconds(5, this::busy)).isLessThanOrEqualTo(5 * 4 + 4);
        seconds(60, this::busy);
        assertThat(seconds(10, this::busy)).isEqualTo(10 * PER_SECOND);
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void whileSomeCallsStillMeetCongestionTheRateDoesNotRise() {
        seconds(1, this::congestedLate);
        var last = new int[1];
        int ordered = seconds(40, call -> {
            if (++last[0] % 30 == 0) {
                congestedLate(call);
            } else {
                busy(call);
            }
        });
        assertThat(ordered).isLessThanOrEqualTo(41 * 4);
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void fewCongestedCallsAmongManySlowNothing() {
        var number = new int[1];
        assertThat(seconds(20, call -> {
                    if (++number[0] % 15 == 0) {
                        congested(call);
                    } else {
                        busy(call);
                    }
                }))
                .isEqualTo(20 * PER_SECOND);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aRefusalForCongestionCountsToo() {
        rig.open(1).stream()
                .limit(4)
                .forEach(call -> rig.happens(new CallRefused(rig.now(), call, Refusal.CONGESTED, "full")));
        assertThat(alarms()).containsExactly(Problem.warning("alarm.congested", "", 4, 4, 4));
    }

    @Test
    void otherLimitsOfTheWorkspaceCountFromThenOn() {
        rig.happens(new EngineInput.LimitsChanged(new LineLimits(1_000, 6)));
        seconds(1, this::busy);
        assertThat(seconds(10, this::busy)).isEqualTo(60);
    }

    @Test
    void aSaveOfTheSettingsEndsNoSlowedRate() {
        seconds(1, this::congestedLate);
        int ordered = 0;
        for (int i = 0; i < 8; i++) {
            rig.happens(new EngineInput.LimitsChanged(rig.limits));
            ordered += seconds(1, this::busy);
        }
        assertThat(ordered).isEqualTo(8 * 4);
        seconds(60, this::busy);
        assertThat(seconds(10, this::busy)).isEqualTo(10 * PER_SECOND);
    }

    @Test
    void higherLimitsAreReachedStepByStepWhileTheTrunkIsCongestedAndLowerOnesAtOnce() {
        seconds(1, this::congestedLate);
        rig.happens(new EngineInput.LimitsChanged(new LineLimits(1_000, 20)));
        assertThat(seconds(8, this::busy)).isEqualTo(8 * 4);
        rig.happens(new EngineInput.LimitsChanged(new LineLimits(1_000, 2)));
        seconds(1, this::busy);
        assertThat(seconds(8, this::busy)).isEqualTo(8 * 2);
    }

    @Test
    void flowsThatDialNobodySayNothingOfTheTrunk() {
        rig.with(list(31)).save(campaign(2, CampaignType.FLOW, 0, 31, 0, 0, EndHandle.STOP, 0, List.of()));
        rig.targets(31, 100);
        rig.order(new EngineInput.Edited(
                campaign(2, CampaignType.FLOW, 0, 31, 0, 0, EndHandle.STOP, 0, List.of(action("answer"))), false));
        rig.start(2);
        seconds(1, this::congestedLate);
        assertThat(alarms()).containsExactly(Problem.warning("alarm.congested", "", 4, 4, 4));
    }
}
