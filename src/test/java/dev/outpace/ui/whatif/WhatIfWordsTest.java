package dev.outpace.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.texts.Texts;
import dev.outpace.whatif.WhatIfAnswer.Estimate;
import dev.outpace.whatif.WhatIfAnswer.Other;
import dev.outpace.whatif.WhatIfAnswer.Point;
import dev.outpace.whatif.WhatIfSetting.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhatIfWordsTest {
    private final WhatIfWords words = new WhatIfWords(new Texts());

    /** The lines between the asked campaign's abandon rate and its calls. */
    private List<String> others(double... percent) {
        var others = IntStream.range(0, percent.length)
                .mapToObj(i -> new Other(i == 1 ? "" : "Cards " + i, new Estimate(percent[i] / 100, 0.001), 0.03))
                .toList();
        var lines = words.reading(new Point(
                new Level(100),
                new Estimate(0.9, 0),
                new Estimate(0.02, 0),
                others,
                new Estimate(370, 1),
                Optional.empty()));
        return lines.subList(3, lines.size() - 1).stream()
                .map(line -> line.replace('\u00a0', ' '))
                .toList();
    }

    @Test
    void aReadingHasALineForEachOtherCampaign() {
        assertThat(others()).isEmpty();
        assertThat(others(1.2)).containsExactly("Cards 0: 1.2 ± 0.1 % abandon");
        assertThat(others(1.2, 3.4))
                .containsExactly(
                        "Cards 0: 1.2 ± 0.1 % abandon",
                        "Another campaign: 3.4 ± 0.1 % abandon, over its target of 3 %");
    }

    @Test
    void ofManyCampaignsItHasTheHighestRate() {
        assertThat(others(1, 1, 3.4, 2, 1))
                .containsExactly("Highest of 5 other campaigns, Cards 2: 3.4 ± 0.1 % abandon, over its target of 3 %");
    }
}
