package dev.outpace.ui.campaigns;

import dev.outpace.model.Campaign;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.texts.Texts;
import java.util.List;

/**
 * A campaign's row in words and shares, as it is at one moment.
 *
 * @param queue its name; empty without
 * @param second the line under the name
 * @param waiting whether that line tells which calls it waits for
 * @param answer percent; NaN where nobody was called
 * @param abandon percent; NaN where it does not apply
 * @param pending whether a start or stop waits for its answer
 * @param refusal why it can't be started, in a sentence; empty if it can
 */
record CampaignFigures(
        Campaign campaign,
        String queue,
        String second,
        boolean waiting,
        Pacing pacing,
        Staff staff,
        Progress list,
        double answer,
        double abandon,
        Tone abandonTone,
        Speed speed,
        boolean pending,
        String refusal) {

    /**
     * Calls dialing, of so many that may, and what it does about it.
     *
     * @param of "of 12"; empty without a limit
     * @param limited whether the rule limits it
     * @param dialing -1 where it does not apply
     */
    record Pacing(String number, String of, String word, Tone tone, double fraction, boolean limited, int dialing) {
        static final Pacing NONE = new Pacing(Texts.NOT_APPLICABLE, "", "", Tone.NEUTRAL, 0, true, -1);

        boolean applies() {
            return dialing >= 0;
        }
    }

    /**
     * Agents of its queue.
     *
     * @param available -1 where it does not apply
     * @param nobody none is free, and it runs
     */
    record Staff(int available, int total, boolean nobody) {
        static final Staff NONE = new Staff(-1, 0, false);

        boolean applies() {
            return available >= 0;
        }
    }

    /**
     * How far its list is.
     *
     * @param total 0 without a list, or with an empty one
     */
    record Progress(long done, long left, long total) {
        static final Progress NONE = new Progress(0, 0, 0);

        boolean applies() {
            return total > 0;
        }

        /** Done of those that can be called; 0 to 1. */
        double fraction() {
            return done + left == 0 ? 1 : (double) done / (done + left);
        }

        /** Never 100 before the last one is done. */
        long percent() {
            return (long) Math.floor(100 * fraction());
        }
    }

    /** Calls per minute, now and over the last minutes. */
    record Speed(int perMinute, List<Double> series, boolean applies) {
        static final Speed NONE = new Speed(-1, List.of(), false);

        static Speed of(CampaignRow.Rate rate) {
            return new Speed(rate.perMinute(), rate.series(), true);
        }

        boolean quiet() {
            return perMinute <= 0;
        }

        double[] values() {
            return series.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
