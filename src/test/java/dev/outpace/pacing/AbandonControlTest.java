package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AbandonStanding;
import org.junit.jupiter.api.Test;

class AbandonControlTest {
    private static final AbandonStanding MUCH = standing(1_000);
    private final AbandonControl control = new AbandonControl();

    private static AbandonStanding standing(int callsLeft) {
        return new AbandonStanding(Math.max(0, -callsLeft), Math.max(0, callsLeft) * 100L / 3, 0.03);
    }

    private double share() {
        return control.share(MUCH, 0.3, 20);
    }

    private void answered(int calls) {
        for (int i = 0; i < calls; i++) {
            control.answered(0.03, 20);
        }
    }

    @Test
    void anAbandonedCallMakesItMoreCarefulUntilAnswersMakeUpForIt() {
        double before = share();
        control.abandoned();
        assertThat(share()).isLessThan(before);

        answered(34);
        assertThat(share()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void savedCallsAreSpentWithMeasure() {
        answered(100_000);
        assertThat(share()).isEqualTo(5);
    }

    @Test
    void aDayThatWentWrongIsMadeUpForSlowlyButSurely() {
        double before = share();
        for (int i = 0; i < 500; i++) {
            control.abandoned();
        }
        assertThat(share()).isPositive().isLessThan(before / 10);
    }

    @Test
    void aCampaignThatHasOverdrawnItsOwnWindowIsMoreCarefulThanThePool() {
        answered(100);
        assertThat(control.share(standing(-20), 0.3, 20)).isLessThan(share());
    }

    @Test
    void oneCallMattersLessWhereManyAgentsWork() {
        var other = new AbandonControl();
        double few = control.share(MUCH, 0.3, 5);
        double many = other.share(MUCH, 0.3, 200);
        control.abandoned();
        other.abandoned();

        assertThat(control.share(MUCH, 0.3, 5) / few).isLessThan(other.share(MUCH, 0.3, 200) / many);
    }

    @Test
    void aCampaignThatHasLostMoreThanItsTargetAllowsMustRiskLess() {
        assertThat(control.slack(20)).as("one call is owed from the beginning").isBetween(-0.2, 0.0);
        answered(200);
        assertThat(control.slack(20)).isPositive();
        for (int i = 0; i < 12; i++) {
            control.abandoned();
        }
        assertThat(control.slack(20)).isNegative();
        assertThat(control.slack(1)).as("few calls, so each counts more").isLessThan(control.slack(20));
    }

    private double shareBeside(AbandonControl own) {
        return AbandonControl.share(MUCH.target(), 0.3, control.factorOf(own, 10, MUCH, 20));
    }

    /** Otherwise the campaign with the lower target would spend what the others save. */
    @Test
    void whatOthersSavedIsNotACampaignsToSpend() {
        answered(10_000);
        var own = new AbandonControl();
        own.answered(1, 10);
        double even = shareBeside(own);
        assertThat(even).as("few calls of its own say little").isGreaterThan(1);

        for (int i = 0; i < 20; i++) {
            own.answered(1, 10);
            own.abandoned();
        }
        assertThat(shareBeside(own)).isLessThan(even / 2);
    }

    @Test
    void aCampaignThatLostMoreThanItsShareRisksLessThanTheOthers() {
        var lucky = new AbandonControl();
        var unlucky = new AbandonControl();
        for (int i = 0; i < 6; i++) {
            unlucky.abandoned();
        }
        assertThat(shareBeside(unlucky)).isLessThan(shareBeside(lucky) / 2);
    }

    /** The lower the risk, the more each line that is dialed later adds to it. */
    @Test
    void aLowTargetRisksASmallerShareOfItself() {
        assertThat(control.share(new AbandonStanding(0, 10_000, 0.005), 0.12, 20))
                .isLessThan(control.share(new AbandonStanding(0, 10_000, 0.03), 0.12, 20));
    }
}
