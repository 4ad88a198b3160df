package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.whatif.AnswerComparison.Words;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfAnswer.Point;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What the advice changes, figure by figure: utilisation, abandon rate, calls per hour, end of the list. */
record AdviceFigures(Words utilisation, Words abandon, Words calls, Words finish) {
    private static final Look WELL = new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));
    private static final Look OVER = new Look(Tone.DANGER, Symbol.of(Feather.ALERT_OCTAGON));

    /** Of the current setting alone, where nothing is advised or it is kept; of the advised alone, where the current is unknown. */
    static AdviceFigures of(WhatIfAnswer answer, Texts texts) {
        var words = new WhatIfWords(texts);
        var current = answer.current();
        var best = answer.best();
        if (best.isEmpty() || current.isEmpty() || best.equals(current)) {
            var shown = best.isEmpty() ? current : best;
            return shown.map(point -> single(answer, point, words, texts))
                    .orElseGet(() -> new AdviceFigures(nothing(), nothing(), nothing(), nothing()));
        }
        return both(answer, current.get(), best.get(), words, texts);
    }

    private static Words nothing() {
        return new Words("", Texts.NOT_APPLICABLE, "", null);
    }

    private static AdviceFigures single(WhatIfAnswer answer, Point point, WhatIfWords words, Texts texts) {
        boolean well = answer.isUnderLimit(point);
        return new AdviceFigures(
                new Words("", words.percent(point.utilisation()), "", null),
                new Words(
                        "",
                        words.percent(point.abandon()),
                        texts.get(well ? "whatif.limit.under" : "whatif.limit.over"),
                        well ? WELL : OVER),
                new Words("", words.callsPerHour(point), "", null),
                new Words("", words.finish(point), "", null));
    }

    private static AdviceFigures both(WhatIfAnswer answer, Point now, Point then, WhatIfWords words, Texts texts) {
        double used = now.utilisation().mean();
        return new AdviceFigures(
                new Words(
                        bare(words.percent(now.utilisation())),
                        words.percent(then.utilisation()),
                        words.points(used, then.utilisation().mean()),
                        null),
                new Words(
                        bare(words.percent(now.abandon())),
                        words.percent(then.abandon()),
                        texts.get(answer.isUnderLimit(now) ? "whatif.limit.stays" : "whatif.limit.back"),
                        WELL),
                new Words(
                        words.callsPerHour(now),
                        words.callsPerHour(then),
                        words.calls(
                                now.callsPerHour().mean(), then.callsPerHour().mean()),
                        null),
                finish(now, then, words, texts));
    }

    private static String bare(String percent) {
        return percent.replace("\u00a0%", "");
    }

    private static Words finish(Point now, Point then, WhatIfWords words, Texts texts) {
        var before = now.finish();
        var after = then.finish();
        if (before.isEmpty() || after.isEmpty()) {
            return new Words("", words.finish(then), "", null);
        }
        var from = texts.day(before.get().at());
        var to = texts.day(after.get().at());
        boolean sameDay = from.equals(to);
        return new Words(
                sameDay ? texts.minute(before.get().at()) : from,
                sameDay ? texts.minute(after.get().at()) : to,
                words.calling(before.get(), after.get()),
                null);
    }

    List<Words> all() {
        return List.of(utilisation, abandon, calls, finish);
    }
}
