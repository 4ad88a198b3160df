package dev.outpace.whatif;

import dev.outpace.model.PacingMode;
import dev.outpace.whatif.WhatIfSetting.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of the simulated days.
 *
 * @param levels by service level, the lowest first
 * @param adaptive with the abandon target of the question; before it, if that differs, with the campaign's own
 * @param runs days that were simulated for it, each of {@code hours}
 */
public record WhatIfAnswer(
        WhatIfQuestion question, List<Point> levels, List<Point> adaptive, int runs, double hours, Duration took) {
    public WhatIfAnswer {
        levels = List.copyOf(levels);
        adaptive = List.copyOf(adaptive);
    }

    /**
     * Over the days.
     *
     * @param standardError of the mean; 0 for a single day
     */
    public record Estimate(double mean, double standardError) {}

    /**
     * A setting and what it came to.
     *
     * @param utilisation share of the agents' time that is talk or wrap-up
     * @param abandon share of the campaign's answered calls that ended without an agent
     * @param others the other campaigns of the queue, in the order of the question
     * @param callsPerHour of the campaign, that an agent handled
     * @param finish when its list is done, if calling begins now and goes on like this
     */
    public record Point(
            WhatIfSetting setting,
            Estimate utilisation,
            Estimate abandon,
            List<Other> others,
            Estimate callsPerHour,
            Optional<Finish> finish) {
        public Point {
            others = List.copyOf(others);
        }
    }

    /**
     * What becomes of another campaign of the queue.
     *
     * @param name empty for a campaign that the queue does not have, and that was asked about all the same
     * @param abandon share of its answered calls that ended without an agent
     * @param target what its own mean abandon rate may come to
     */
    public record Other(String name, Estimate abandon, double target) {
        public boolean isOver() {
            return abandon.mean() > target;
        }
    }

    /** @param calling until the list is done, in the engine's time */
    public record Finish(Instant at, Duration calling, double dialsPerTarget) {}

    public Stream<Point> points() {
        return Stream.concat(levels.stream(), adaptive.stream());
    }

    /** How the campaign is paced; empty where that cannot be simulated. */
    public Optional<Point> current() {
        return points().filter(point -> point.setting().equals(question.current()))
                .findFirst();
    }

    /** With the abandon target of the question. */
    public Point asAdaptive() {
        return adaptive.getLast();
    }

    /** Whether the mean abandon rate is within the target. */
    public boolean isUnderLimit(Point point) {
        return point.abandon().mean() <= question.abandonTarget();
    }

    /**
     * Of what was asked for, and of how the campaign is paced now, the setting with the highest utilisation under the limit;
     * empty if there is none.
     */
    public Optional<Point> best() {
        return question.wanted() == PacingMode.ADAPTIVE
                ? Optional.of(asAdaptive()).filter(this::isUnderLimit)
                : Stream.concat(levels.stream(), current().stream())
                        .filter(this::isUnderLimit)
                        .max(Comparator.<Point>comparingDouble(
                                        point -> point.utilisation().mean())
                                .thenComparingInt(WhatIfAnswer::levelOf));
    }

    private static int levelOf(Point point) {
        return point.setting() instanceof Level(var level) ? level : 0;
    }
}
