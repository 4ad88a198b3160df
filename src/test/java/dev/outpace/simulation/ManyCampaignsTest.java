package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.Campaign;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.PacingMemory;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many campaigns on one queue are asked together whether any of them may dial. */
class ManyCampaignsTest {
    private static final double HOURS = 1;
    private static final int MANY = 50;
    private static final int FEW = 5;

    /** Each campaign's numbers differ, from 10 % of answers on. */
    private static Scenario day(int campaigns) {
        return day(20, HOURS, IntStream.range(0, campaigns).mapToDouble(i -> 0.1 + 0.4 * i / campaigns));
    }

    private static Scenario day(int agents, double hours, DoubleStream answered) {
        return new Scenario(
                "many",
                hours,
                1,
                List.of(new Desk("sales", List.of(new Step(0, agents)), 0)),
                answered.mapToObj(share ->
                                new Calling("c" + share, "sales", Day.policy("adaptive"), null, numbers(share)))
                        .toList(),
                Day.HANDLE,
                new Constant(2),
                Breaks.NONE,
                Scenario.NO_LIMITS);
    }

    private static Numbers numbers(double answered) {
        return new Numbers(new Dial(answered, 0, 0, 0.15, 0, new Lognormal(9, 5), 0, 2, 26, 0, 0), Drift.NONE);
    }

    /** Campaigns with the policies of another way of pacing, of which each question is heard. */
    private static final class Watched implements LabPolicy {
        private final LabPolicy policy;
        private final List<Asked> all = new ArrayList<>();
        private int questions;
        private int no;

        Watched(String policy) {
            this.policy = Day.policy(policy);
        }

        @Override
        public String name() {
            return policy.name();
        }

        @Override
        public Campaign set(Campaign campaign) {
            return policy.set(campaign);
        }

        @Override
        public PacingPolicy make(Campaign campaign, CampaignFloor onFloor, PacingMemory memory, Situation situation) {
            var asked = new Asked(onFloor, policy.make(campaign, onFloor, memory, situation));
            all.add(asked);
            return asked;
        }

        private final class Asked implements PacingPolicy {
            private final CampaignFloor campaign;
            private final PacingPolicy its;

            Asked(CampaignFloor campaign, PacingPolicy its) {
                this.campaign = campaign;
                this.its = its;
            }

            @Override
            public boolean mayDial(PacingSnapshot snapshot) {
                questions++;
                return its.mayDial(snapshot);
            }

            @Override
            public Object heldWith(PacingSnapshot snapshot) {
                return its.heldWith(snapshot);
            }

            @Override
            public boolean mightAnyDial(PacingSnapshot snapshot) {
                questions++;
                boolean might = its.mightAnyDial(snapshot);
                if (!might) {
                    no++;
                    assertThat(all)
                            .filteredOn(other -> other.campaign.wantsToDial())
                            .as("the answer of each when the answer for all is no")
                            .noneMatch(other -> other.its.mayDial(snapshot));
                }
                return might;
            }

            @Override
            public OptionalInt allowed(PacingSnapshot snapshot) {
                return its.allowed(snapshot);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "service_level:40", "free_floor:2.5"})
    void whereTheAnswerForAllIsNoNobodyMayDial(String policy) {
        var watched = new Watched(policy);
        var day = LabRun.of(day(MANY), watched, 1).run();

        assertThat(day.dials()).isGreaterThan(500);
        assertThat(watched.no).as("asked for all").isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "service_level:40"})
    void questionsForADialDoNotGrowWithTheNumberOfCampaigns(String policy) {
        double few = questionsForADial(FEW, policy);
        double many = questionsForADial(MANY, policy);

        assertThat(many).isLessThan(1.5 * few);
    }

    private static double questionsForADial(int campaigns, String policy) {
        var watched = new Watched(policy);
        var day = LabRun.of(day(campaigns), watched, 1).run();
        return (double) watched.questions / day.dials();
    }

    /** Its lines ring for most of the time, and meanwhile others with more answers may not dial again and again. */
    @Test
    void aCampaignWithFewAnswersDoesNotHoldTheOthersBackAllTheTime() {
        var day = LabRun.of(day(10, 4, DoubleStream.of(0.05, 0.6)), null, 1).run();

        var few = day.campaigns().getFirst();
        var many = day.campaigns().getLast();
        assertThat(few.dials()).as("dials beside those with many answers").isLessThan(2 * many.dials());
        assertThat(few.dials()).as("its part of the dials").isGreaterThan(many.dials());
        assertThat(day.abandonRate()).isLessThan(0.03);
    }

    @Test
    void allOfThemHaveTheirTurn() {
        var day = LabRun.of(day(MANY), Day.policy("service_level:40"), 1).run();

        var dials =
                day.campaigns().stream().mapToLong(DayResult.OfCampaign::dials).summaryStatistics();
        assertThat(dials.getMax() - dials.getMin()).as("difference of dials").isLessThanOrEqualTo(2);
    }
}
