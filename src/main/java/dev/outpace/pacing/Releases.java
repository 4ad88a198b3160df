package dev.outpace.pacing;

import org.jspecify.annotations.Nullable;

/**
 * The chances that agents are free again within some times, as they were known at one moment. Those of an agent in wrap-up are
 * computed only when an agent has been in it for that long.
 */
final class Releases {
    private static final int STEPS = 240;

    static final Releases NONE = new Releases(new Durations(1, 1, 1, 1), new Durations(1, 1, 1, 1), new double[0]);

    private final Durations.Known wrapUp;
    private final double[] times;
    private final double[] afterTalk;
    private final double[] @Nullable [] afterWrapUp = new double[STEPS][];

    /** @param times seconds; must not change later */
    Releases(Durations talk, Durations wrapUp, double[] times) {
        this.wrapUp = wrapUp.known();
        this.times = times;
        afterTalk = new double[times.length];
        for (int at = 0; at < times.length; at++) {
            afterTalk[at] = talkAndWrapUpEnd(talk, times[at]);
        }
    }

    /**
     * The probability that a talking agent is free within {@code seconds}: the talk ends at a random moment, then the wrap-up
     * follows.
     */
    private double talkAndWrapUpEnd(Durations talk, double seconds) {
        double sum = 0;
        for (double at = Durations.STEP / 2; at < seconds; at += Durations.STEP) {
            sum += talk.survival(at) * (1 - wrapUp.survival(seconds - at));
        }
        return Math.min(1, sum * Durations.STEP / talk.mean());
    }

    /** By time: the probability that a talking agent is free then. */
    double[] afterTalk() {
        return afterTalk;
    }

    /**
     * By time: the probability that an agent in wrap-up is free then.
     *
     * @param elapsed seconds of the wrap-up
     */
    double[] afterWrapUp(double elapsed) {
        int step = Math.min(STEPS - 1, (int) (elapsed / Durations.STEP));
        var known = afterWrapUp[step];
        if (known == null) {
            known = new double[times.length];
            for (int at = 0; at < times.length; at++) {
                known[at] = wrapUp.endsWithin((step + 0.5) * Durations.STEP, times[at]);
            }
            afterWrapUp[step] = known;
        }
        return known;
    }
}
