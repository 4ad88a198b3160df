package dev.outpace.ui.whatif;

import dev.outpace.model.PacingMode;
import dev.outpace.ui.texts.Texts;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfAnswer.Estimate;
import dev.outpace.whatif.WhatIfAnswer.Finish;
import dev.outpace.whatif.WhatIfAnswer.Other;
import dev.outpace.whatif.WhatIfAnswer.Point;
import dev.outpace.whatif.WhatIfSetting;
import dev.outpace.whatif.WhatIfSetting.Adaptive;
import dev.outpace.whatif.WhatIfSetting.Level;
import dev.outpace.whatif.WhatIfStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An answer in words. */
final class WhatIfWords {
    private static final double PERCENT = 100;
    private static final int MOST_OTHERS = 4;

    private final Texts texts;

    WhatIfWords(Texts texts) {
        this.texts = texts;
    }

    /** "140 %", "Adaptive 3 %". */
    String setting(WhatIfSetting setting) {
        return switch (setting) {
            case Level(var level) -> texts.percent(level);
            case Adaptive(var target) -> texts.get("whatif.adaptive.of", limit(target));
        };
    }

    /** "a service level of 140 %", in sentences. */
    String phrase(WhatIfSetting setting) {
        return switch (setting) {
            case Level(var level) -> texts.get("whatif.phrase.level", texts.percent(level));
            case Adaptive(var target) -> texts.get("whatif.phrase.adaptive", limit(target));
        };
    }

    /** "Adaptive" where its target stands elsewhere. */
    String name(WhatIfSetting setting) {
        return setting instanceof Adaptive ? texts.get("whatif.mode.adaptive") : setting(setting);
    }

    /** "3 %", "2.5 %". */
    String limit(double share) {
        double percent = PERCENT * share;
        return texts.percent(percent, Math.abs(percent - Math.rint(percent)) < 0.05 ? 0 : 1);
    }

    String percent(Estimate share) {
        return texts.percent(PERCENT * share.mean(), 1);
    }

    String callsPerHour(Point point) {
        return texts.number(Math.round(point.callsPerHour().mean()));
    }

    String finish(Point point) {
        return point.finish().map(end -> texts.dayMinute(end.at())).orElse(Texts.NOT_APPLICABLE);
    }

    String title(WhatIfAnswer answer) {
        var best = answer.best();
        if (best.isEmpty()) {
            return texts.get(
                    answer.question().wanted() == PacingMode.ADAPTIVE
                            ? "whatif.advice.noAdaptive"
                            : "whatif.advice.none",
                    limit(answer.question().abandonTarget()));
        }
        var setting = best.get().setting();
        var now = answer.question().current();
        boolean keep = setting.equals(now);
        return switch (setting) {
            case Adaptive(var target) ->
                texts.get(keep ? "whatif.advice.keepAdaptive" : "whatif.advice.adaptive", limit(target));
            case Level(var level) ->
                texts.get(
                        keep
                                ? "whatif.advice.keep"
                                : !(now instanceof Level(var before))
                                        ? "whatif.advice.set"
                                        : level > before ? "whatif.advice.raise" : "whatif.advice.lower",
                        texts.percent(level));
        };
    }

    String detail(WhatIfAnswer answer) {
        var adaptive = answer.asAdaptive();
        boolean ofLevels = answer.question().wanted() == PacingMode.SERVICE_LEVEL;
        var best = answer.best();
        if (ofLevels && best.isPresent() && isBetter(answer, best.get())) {
            return texts.get(
                    "whatif.advice.whyAndAdaptive",
                    limit(answer.question().abandonTarget()),
                    percent(adaptive.utilisation()),
                    percent(adaptive.abandon()));
        }
        if (best.isPresent()) {
            return texts.get(
                    ofLevels ? "whatif.advice.why" : "whatif.advice.whyAdaptive",
                    limit(answer.question().abandonTarget()));
        }
        return ofLevels && answer.isUnderLimit(adaptive)
                ? texts.get("whatif.advice.butAdaptive", percent(adaptive.abandon()), percent(adaptive.utilisation()))
                : answer.points()
                        .min(Comparator.comparingDouble(point -> point.abandon().mean()))
                        .map(least ->
                                texts.get("whatif.advice.least", percent(least.abandon()), phrase(least.setting())))
                        .orElse("");
    }

    private static boolean isBetter(WhatIfAnswer answer, Point best) {
        var adaptive = answer.asAdaptive();
        return answer.isUnderLimit(adaptive)
                && adaptive.utilisation().mean() > best.utilisation().mean();
    }

    /** All that is known of a point, a line each. */
    List<String> reading(Point point) {
        var lines = new ArrayList<String>();
        lines.add(
                point.setting() instanceof Level(var level)
                        ? texts.get("whatif.reading.level", texts.percent(level))
                        : setting(point.setting()));
        lines.add(texts.get("whatif.reading.utilisation", within(point.utilisation())));
        lines.add(texts.get("whatif.reading.abandon", within(point.abandon())));
        lines.addAll(others(point.others()));
        lines.add(texts.get("whatif.reading.calls", callsPerHour(point)));
        return lines;
    }

    /** A line for each other campaign of the queue while there is room; else one for that with the highest rate. */
    private List<String> others(List<Other> others) {
        if (others.size() <= MOST_OTHERS) {
            return IntStream.range(0, others.size())
                    .mapToObj(i -> texts.get("whatif.reading.other", name(others.get(i)), abandoned(others.get(i))))
                    .toList();
        }
        return others.stream()
                .max(Comparator.comparingDouble(other -> other.abandon().mean()))
                .map(worst -> texts.get("whatif.reading.others", others.size(), name(worst), abandoned(worst)))
                .stream()
                .toList();
    }

    private String name(Other other) {
        return other.name().isEmpty() ? texts.get("whatif.reading.further") : other.name();
    }

    private String abandoned(Other other) {
        return texts.get(
                other.isOver() ? "whatif.reading.overTarget" : "whatif.reading.abandon",
                within(other.abandon()),
                limit(other.target()));
    }

    private String within(Estimate share) {
        return texts.get(
                "whatif.reading.within",
                String.format(java.util.Locale.ENGLISH, "%.1f", PERCENT * share.mean()),
                texts.percent(PERCENT * share.standardError(), 1));
    }

    String points(double before, double after) {
        double points = PERCENT * (after - before);
        return Math.abs(points) < 0.05
                ? texts.get("whatif.same")
                : texts.get(
                        "whatif.points",
                        (points < 0 ? "−" : "+") + String.format(java.util.Locale.ENGLISH, "%.1f", Math.abs(points)));
    }

    String calls(double before, double after) {
        long more = Math.round(after) - Math.round(before);
        return more == 0
                ? texts.get("whatif.same")
                : texts.get(more > 0 ? "whatif.more" : "whatif.fewer", texts.number(Math.abs(more)));
    }

    String calling(Finish before, Finish after) {
        var later = after.calling().minus(before.calling());
        var apart = later.abs();
        return apart.compareTo(Duration.ofMinutes(1)) < 0
                ? texts.get("whatif.same")
                : texts.get(
                        later.isNegative() ? "whatif.earlier" : "whatif.later",
                        apart.compareTo(Duration.ofHours(2)) < 0
                                ? texts.span(apart)
                                : texts.get("format.hours", Math.round(apart.toMinutes() / 60.0)));
    }

    String sources(WhatIfStart start) {
        var counts = start.counts();
        if (counts.dialed() == 0) {
            return texts.get("whatif.source.none");
        }
        var missing = new ArrayList<String>();
        if (counts.rung() == 0) {
            missing.add(texts.get("whatif.entry.ring"));
        }
        if (counts.talked() == 0) {
            missing.add(texts.get("whatif.entry.talk"));
        }
        if (counts.wrappedUp() == 0) {
            missing.add(texts.get("whatif.entry.wrapUp"));
        }
        var own = texts.get("whatif.source.own", counts.dialed(), start.since().toHours());
        return missing.isEmpty() ? own : own + " " + texts.get("whatif.source.missing", String.join(", ", missing));
    }

    /** Where one value comes from; empty where that is said elsewhere. */
    String source(QuestionField entry, WhatIfStart start) {
        var counts = start.counts();
        return switch (entry) {
            case AGENTS -> texts.get(start.atWork() ? "whatif.source.atWork" : "whatif.source.team");
            case TARGETS -> texts.get("whatif.source.left");
            case ANSWERED, UNREACHABLE, MACHINES -> calls("whatif.source.calls", counts.dialed(), start);
            case RING -> calls("whatif.source.answered", counts.rung(), start);
            case TALK, TALK_SD -> calls("whatif.source.talks", counts.talked(), start);
            case WRAP_UP, WRAP_UP_SD -> calls("whatif.source.wrapUps", counts.wrappedUp(), start);
            case REACHED -> flow("whatif.source.people", counts.people(), start);
            case TO_QUEUE, TO_QUEUE_SD -> flow("whatif.source.queued", counts.queued(), start);
            case LEAVES -> flow("whatif.source.leaving", counts.left(), start);
            case DETECTION -> flow("whatif.source.machines", counts.machines(), start);
            case HUNG_UP ->
                counts.left() == 0
                        ? texts.get("whatif.source.nobodyHangsUp")
                        : calls("whatif.source.leaving", counts.left(), start);
            case MISTAKEN -> texts.get("whatif.source.machineErrors");
            case PATIENCE, PICK_UP, MISSED ->
                counts.waited() == 0
                        ? texts.get("whatif.source.twoSeconds")
                        : calls("whatif.source.waits", counts.waited(), start);
            case INBOUND ->
                texts.get(counts.others() == 0 ? "whatif.source.noOthers" : "whatif.source.others", counts.others());
            case NO_ANSWER, TRIES -> texts.get("whatif.source.outplan");
            case CAMPAIGNS -> texts.get("whatif.source.queue");
            case LEVEL -> texts.get("whatif.source.campaign");
            case UNREACHABLE_AFTER, ABANDON_TARGET -> "";
        };
    }

    private String flow(String key, long count, WhatIfStart start) {
        return count == 0 ? texts.get("whatif.source.flow") : calls(key, count, start);
    }

    private String calls(String key, long count, WhatIfStart start) {
        return count == 0
                ? texts.get("whatif.source.settings")
                : texts.get(key, count, start.since().toHours());
    }
}
