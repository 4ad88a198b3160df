package dev.outpace.whatif;

import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.DayResult.OfCampaign;
import dev.outpace.whatif.WhatIfAnswer.Estimate;
import dev.outpace.whatif.WhatIfAnswer.Finish;
import dev.outpace.whatif.WhatIfAnswer.Other;
import dev.outpace.whatif.WhatIfAnswer.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a point of its days. */
final class WhatIfPoints {
    private static final double MILLIS_OF_HOUR = 3_600_000;
    private static final double MAX_HOURS = 24 * 365 * 100.0;

    private final WhatIfQuestion question;
    private final Instant begin;
    private final double speed;

    /** @param speed engine seconds in a second */
    WhatIfPoints(WhatIfQuestion question, Instant begin, double speed) {
        this.question = question;
        this.begin = begin;
        this.speed = speed;
    }

    Point point(WhatIfSetting setting, List<DayResult> days) {
        var asked = days.stream().map(day -> day.campaigns().getFirst()).toList();
        var abandon = abandon(days, 0);
        double hours = days.stream().mapToDouble(DayResult::hours).sum();
        double dialsPerHour = asked.stream().mapToLong(OfCampaign::dials).sum() / hours;
        return new Point(
                setting,
                estimate(days.stream().mapToDouble(DayResult::utilisation).toArray()),
                abandon,
                IntStream.range(1, question.campaigns())
                        .mapToObj(campaign -> new Other(
                                question.nameOf(campaign), abandon(days, campaign), question.targetOf(campaign)))
                        .toList(),
                estimate(days.stream()
                        .mapToDouble(day -> day.campaigns().getFirst().handled() / day.hours())
                        .toArray()),
                finish(abandon.mean(), dialsPerHour));
    }

    private static Estimate abandon(List<DayResult> days, int campaign) {
        return estimate(days.stream()
                .map(day -> day.campaigns().get(campaign))
                .filter(day -> day.answered() > 0)
                .mapToDouble(OfCampaign::abandonRate)
                .toArray());
    }

    /**
     * Every target is dialed until it answers and has an agent or ends the flow in another way than by hanging up, or until its tries
     * are used up; the time between two tries is not counted, since other targets are dialed meanwhile.
     */
    private Optional<Finish> finish(double abandon, double dialsPerHour) {
        var flow = question.called().flow();
        double hungUp = (1 - flow.mistaken()) * (1 - flow.reached()) * flow.hungUp();
        double done = Math.max(0, question.called().answered() * (1 - abandon - hungUp));
        double dialsPerTarget = done == 0 ? question.tries() : (1 - Math.pow(1 - done, question.tries())) / done;
        double hours = question.targets() * dialsPerTarget / dialsPerHour;
        if (!(hours <= MAX_HOURS)) {
            return Optional.empty();
        }
        var calling = Duration.ofMillis(Math.round(hours * MILLIS_OF_HOUR));
        var wall = Duration.ofMillis(Math.round(hours * MILLIS_OF_HOUR / speed));
        return Optional.of(new Finish(begin.plus(wall), calling, dialsPerTarget));
    }

    private static Estimate estimate(double... days) {
        double sum = 0;
        for (double day : days) {
            sum += day;
        }
        double mean = days.length == 0 ? 0 : sum / days.length;
        double squares = 0;
        for (double day : days) {
            squares += (day - mean) * (day - mean);
        }
        return new Estimate(mean, days.length < 2 ? 0 : Math.sqrt(squares / (days.length - 1) / days.length));
    }
}
