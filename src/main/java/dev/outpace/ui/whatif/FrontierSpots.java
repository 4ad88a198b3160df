package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.Frontier;
import dev.outpace.ui.controls.Frontier.Spot;
import dev.outpace.ui.texts.Texts;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfAnswer.Point;

/** An answer as spots of the chart. */
final class FrontierSpots {
    private static final double PERCENT = 100;

    private final WhatIfAnswer answer;
    private final Texts texts;
    private final WhatIfWords words;

    FrontierSpots(WhatIfAnswer answer, Texts texts) {
        this.answer = answer;
        this.texts = texts;
        words = new WhatIfWords(texts);
    }

    Frontier frontier() {
        return new Frontier(
                answer.levels().stream().map(this::spot).toList(),
                answer.adaptive().stream().map(this::spot).toList(),
                PERCENT * answer.question().abandonTarget());
    }

    private Spot spot(Point point) {
        boolean current = answer.current().filter(point::equals).isPresent();
        boolean best = answer.best().filter(point::equals).isPresent();
        return new Spot(
                PERCENT * point.abandon().mean(),
                PERCENT * point.utilisation().mean(),
                label(words.name(point.setting()), current, best),
                words.reading(point),
                current,
                best);
    }

    private String label(String name, boolean current, boolean best) {
        if (best) {
            return texts.get(current ? "whatif.spot.both" : "whatif.spot.best", name);
        }
        return current ? texts.get("whatif.spot.current", name) : name;
    }
}
