package dev.outpace.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Compliance;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingMode;
import dev.outpace.whatif.WhatIfQuestion.Called;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import dev.outpace.whatif.WhatIfSetting.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfDaysTest {
    private static double abandoned(String message) {
        var base = Compliance.DEFAULT;
        var rules = new Compliance(message, 2_000, base.abandonFrom(), false, 24, true, 15_000, Json.Obj.EMPTY)
                .countingOnly();
        var question = new WhatIfQuestion(
                10,
                2_000,
                3,
                new Called(0.3, 0.15, 2, 9, 26, new Spread(100, 60), new Spread(15, 6), 30),
                1,
                List.of(),
                0,
                new Level(40),
                PacingMode.SERVICE_LEVEL,
                0.03,
                new LineLimits(500, 50),
                rules);
        return new WhatIfDays(question, 2, () -> false).day(new Level(40), 1).abandonRate();
    }

    @Test
    void callersHearTheMessageOfTheCampaignWhereTheyWouldHaveWaited() {
        assertThat(abandoned("")).isLessThan(0.02);
        assertThat(abandoned("Sorry, nobody is free.")).isGreaterThan(0.05);
    }
}
