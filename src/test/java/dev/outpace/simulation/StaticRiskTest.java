package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.Address;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticRiskTest {
    /** When calls were dialed. */
    private static final class Dials implements CarrierLog {
        private final List<Instant> at = new ArrayList<>();

        @Override
        public void started(UUID callId, Address to, Instant now) {
            at.add(now);
        }

        @Override
        public void answered(UUID callId, Instant now) {}

        @Override
        public void ended(UUID callId, Outcome outcome, Instant now) {}
    }

    /**
     * Each line answers with 30 %, and all after 9 s. One more line beside n finds none of f free agents if f or more of the n
     * answer: beside one, 0.3 for one agent; beside two, 0.51 for one and 0.09 for two; beside three, 0.216 for two.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "1, 0.29, 1",
        "1, 0.31, 2",
        "1, 0.5, 2",
        "1, 0.52, 3",
        "2, 0.08, 2",
        "2, 0.1, 3",
        "2, 0.21, 3",
        "2, 0.22, 4",
    })
    void linesAreDialedWhileTheExactChanceIsBelowTheThreshold(int agents, double threshold, int lines) {
        var dial = new Dial(0.3, 0, 0, 0, 0, new Constant(9), 0, 2, 26, 0, 0);
        var day = Day.of(agents, 0.01, Day.policy("progressive"), dial, Day.HANDLE, 2);
        var dials = new Dials();

        new LabRun(day, Day.policy("static_risk:" + threshold), 1, dials).run();

        assertThat(dials.at.stream().filter(dials.at.getFirst()::equals)).hasSize(lines);
    }

    /** What an independent simulation of the rule came to with 20 agents, at the best threshold within 3 %. */
    @Test
    void withTheBestThresholdItIsTheFloorOfTruth() {
        var days = Day.days(Day.of(20, 8, Day.policy("static_risk:0.022")), 4);

        assertThat(days.figure(DayResult::utilisation).mean()).isBetween(0.906, 0.916);
        assertThat(days.figure(DayResult::abandonRate).mean()).isBetween(0.025, 0.034);
    }
}
