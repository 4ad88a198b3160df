package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.model.Campaign;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.LabPolicy;
import dev.outpace.simulation.LabRun;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.Scenario.Calling;
import dev.outpace.simulation.Scenario.Desk;
import dev.outpace.simulation.Scenario.Step;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours in which pacing believes that nobody answers, so that its chances of abandon are 0, with the brake and without it. */
class BrakeDayTest {
    private static final double TARGET = 0.03;
    private static final int LINES_PER_AGENT = 15;

    /** What adaptive pacing does with an outlook that expects no answer: only its highest number of lines limits it. */
    private record NobodyAnswers(CampaignFloor campaign) implements PacingPolicy {
        private int lines() {
            var queue = campaign.queue();
            boolean anyone = queue.agents(AgentPhase.FREE) + queue.agents(AgentPhase.WRAPPING_UP) > 0;
            return anyone ? LINES_PER_AGENT * queue.atWork() : 0;
        }

        @Override
        public boolean mayDial(PacingSnapshot snapshot) {
            return campaign.queue().dialing() < lines();
        }

        @Override
        public OptionalInt allowed(PacingSnapshot snapshot) {
            return OptionalInt.of(lines());
        }
    }

    private record Wrong(String name, boolean brake) implements LabPolicy {
        @Override
        public Campaign set(Campaign campaign) {
            return campaign.withOptions(campaign.options().withPacing(PacingChoice.adaptive(TARGET)));
        }

        @Override
        public PacingPolicy make(Campaign campaign, CampaignFloor onFloor, PacingMemory memory, Situation situation) {
            memory.setAdaptive(onFloor, PacingChoice.adaptive(TARGET));
            var wrong = new NobodyAnswers(onFloor);
            return brake ? new BrakedPacing(wrong, onFloor.queue(), memory) : wrong;
        }
    }

    private static DayResult run(int agents, double answered, double hours, long seed, LabPolicy policy) {
        var numbers = new Numbers(new Dial(answered, 0, 0, 0.15, 0, new Lognormal(9, 5), 0, 2, 26, 0, 0), Drift.NONE);
        var scenario = new Scenario(
                "wrong",
                hours,
                seed,
                List.of(new Desk("queue", List.of(new Step(0, agents)), 0)),
                List.of(new Calling("campaign", "queue", policy, null, numbers)),
                new Handle(new Constant(0), new Lognormal(150, 120), new Lognormal(20, 10)),
                new Constant(2),
                Breaks.NONE,
                Scenario.NO_LIMITS);
        return LabRun.of(scenario, null, seed).run();
    }

    private record Rates(double hour, double afterTenMinutes) {
        static Rates of(int agents, double answered, long seed, LabPolicy policy) {
            var begin = run(agents, answered, 1.0 / 6, seed, policy);
            var hour = run(agents, answered, 1, seed, policy);
            return new Rates(
                    hour.abandonRate(),
                    (double) (hour.abandoned() - begin.abandoned()) / (hour.answered() - begin.answered()));
        }
    }

    /** The lines that ring when the first callers are lost can't be taken back; after them, few are lost. */
    @ParameterizedTest
    @CsvSource({"20, 0.05, 1", "20, 0.3, 2", "20, 0.95, 3", "200, 0.3, 4", "5, 0.3, 5"})
    void aModelThatExpectsNoAnswersCostsOneBurstAndNotTheWholeHour(int agents, double answered, long seed) {
        var without = Rates.of(agents, answered, seed, new Wrong("without", false));
        var with = Rates.of(agents, answered, seed, new Wrong("with", true));

        assertThat(without.hour()).isGreaterThan(0.8);
        assertThat(without.afterTenMinutes()).isGreaterThan(0.8);
        assertThat(with.hour()).isLessThan(0.5);
        assertThat(with.afterTenMinutes()).isLessThan(0.3);
    }
}
