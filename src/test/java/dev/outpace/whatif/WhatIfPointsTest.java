package dev.outpace.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingMode;
import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.whatif.WhatIfAnswer.Other;
import dev.outpace.whatif.WhatIfQuestion.Called;
import dev.outpace.whatif.WhatIfQuestion.OtherCampaign;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import dev.outpace.whatif.WhatIfSetting.Adaptive;
import dev.outpace.whatif.WhatIfSetting.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfPointsTest {
    private static final WhatIfQuestion QUESTION = new WhatIfQuestion(
            10,
            1_000,
            3,
            new Called(0.3, 0.1, 2, 9, 26, new Spread(100, 50), new Spread(10, 5), 2),
            3,
            List.of(new OtherCampaign("Cards", new Adaptive(0.01))),
            0,
            new Level(100),
            PacingMode.SERVICE_LEVEL,
            0.05,
            new LineLimits(100, 10));

    private static DayResult day(long... abandonedOfThousand) {
        var campaigns = new ArrayList<OfCampaign>();
        for (long abandoned : abandonedOfThousand) {
            campaigns.add(new OfCampaign("", 3_000, 1_000, abandoned, 1_000 - abandoned, 0, 0, 1_000, null));
        }
        return new DayResult(8, 800, 0, 1_000, 0, campaigns);
    }

    private static WhatIfAnswer.Point point() {
        return new WhatIfPoints(QUESTION, Instant.EPOCH, 1)
                .point(new Level(100), List.of(day(40, 10, 20), day(40, 14, 20)));
    }

    @Test
    void eachOtherCampaignOfTheQueueHasItsRateAndItsOwnTarget() {
        var point = point();

        assertThat(point.abandon().mean()).isCloseTo(0.04, within(1e-9));
        assertThat(point.others()).extracting(Other::name).containsExactly("Cards", "");
        assertThat(point.others()).extracting(Other::target).containsExactly(0.01, 0.03);
        var first = point.others().getFirst();
        assertThat(first.abandon().mean()).isCloseTo(0.012, within(1e-9));
        assertThat(first.abandon().standardError()).isCloseTo(0.002, within(1e-9));
        assertThat(point.others()).extracting(Other::isOver).containsExactly(true, false);
    }

    @Test
    void theTableHasTheRatesOfTheOthers(@TempDir Path folder) throws IOException {
        var file = folder.resolve("what-if.csv");
        var answer = new WhatIfAnswer(QUESTION, List.of(point()), List.of(), 2, 8, Duration.ZERO);

        new WhatIfTable(answer).write(file);

        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        columns -> assertThat(columns)
                                .endsWith("other_1,other_1_abandon_percent,other_1_abandon_se,"
                                        + "other_2,other_2_abandon_percent,other_2_abandon_se"),
                        row -> assertThat(row).endsWith("Cards,1.200,0.200,,2.000,0.000"));
    }
}
