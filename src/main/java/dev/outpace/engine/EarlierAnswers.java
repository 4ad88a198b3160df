package dev.outpace.engine;

import dev.outpace.engine.EngineState.CampaignRecord;
import dev.outpace.engine.EngineState.HourCount;
import dev.outpace.model.Campaign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * How a campaign's list was answered before, as it may be expected of the present hour: by the campaign's own latest calls, and where
 * they are too few, by those of other campaigns that called the same list.
 */
final class EarlierAnswers {
    /** Hours. What happened before says little about how a list answers now. */
    private static final long RECENT = 7 * 24;

    private static final int HOURS_OF_DAY = 24;
    /** Calls after which earlier hours are not needed. */
    private static final long ENOUGH = 2_000;
    /** With fewer of its own, a campaign counts those of other campaigns, too. */
    private static final long FEW = 120;
    /** An hour of the day is like all others until so many calls say otherwise. */
    private static final double LIKE_OTHERS = 300;

    private final EngineState state;
    private final long thisHour;

    /** @param thisHour hours since 1970 */
    EarlierAnswers(EngineState state, long thisHour) {
        this.state = state;
        this.thisHour = thisHour;
    }

    /** @param answered of {@code placed}, as it would be at this hour of the day */
    record Known(long answered, long placed) {}

    Known of(Campaign campaign) {
        var own = hours(campaign.id());
        var ofOthers = new ArrayList<HourCount>();
        for (var other : state.campaigns()) {
            if (other.outdialId().equals(campaign.outdialId()) && !other.id().equals(campaign.id())) {
                ofOthers.addAll(hours(other.id()));
            }
        }
        var all = new ArrayList<>(own);
        all.addAll(ofOthers);
        var day = new DayShape(all);
        var known = latest(own, day);
        if (known.placed() >= FEW) {
            return known;
        }
        var more = latest(ofOthers, day);
        return new Known(known.answered() + more.answered(), known.placed() + more.placed());
    }

    private List<HourCount> hours(UUID campaignId) {
        return state.records().getOrDefault(campaignId, CampaignRecord.NONE).hours();
    }

    private Known latest(List<HourCount> hours, DayShape day) {
        double answered = 0;
        long placed = 0;
        var latestFirst = hours.stream()
                .filter(hour -> thisHour - hour.hour() <= RECENT)
                .sorted(Comparator.comparingLong(HourCount::hour).reversed())
                .toList();
        for (var hour : latestFirst) {
            if (placed >= ENOUGH) {
                break;
            }
            placed += hour.placed();
            answered += answered(hour) * day.factor(thisHour) / day.factor(hour.hour());
        }
        return new Known(Math.min(placed, Math.round(answered)), placed);
    }

    /** Machines answer, too. */
    private static long answered(HourCount hour) {
        return hour.answered() + hour.machines();
    }

    /** How the hours of the day differ from their mean. */
    private static final class DayShape {
        private final double[] answered = new double[HOURS_OF_DAY];
        private final double[] placed = new double[HOURS_OF_DAY];
        private final double rate;

        DayShape(List<HourCount> hours) {
            double allAnswered = 0;
            double allPlaced = 0;
            for (var hour : hours) {
                answered[ofDay(hour.hour())] += answered(hour);
                placed[ofDay(hour.hour())] += hour.placed();
                allAnswered += answered(hour);
                allPlaced += hour.placed();
            }
            rate = allPlaced == 0 ? 0 : allAnswered / allPlaced;
        }

        private static int ofDay(long hour) {
            return Math.floorMod(hour, HOURS_OF_DAY);
        }

        double factor(long hour) {
            int at = ofDay(hour);
            return rate == 0 ? 1 : (answered[at] + LIKE_OTHERS * rate) / (placed[at] + LIKE_OTHERS) / rate;
        }
    }
}
