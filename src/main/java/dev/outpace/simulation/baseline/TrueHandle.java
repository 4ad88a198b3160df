package dev.outpace.simulation.baseline;

import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.Arrays;

/** The chances of busy agents to be free at some moments, by the true laws of talk and wrap-up. */
final class TrueHandle {
    /** In steps of a second. */
    private static final int LONGEST_TALK = 3_600;

    private static final double STEP = 0.25;

    private final double[] moments;
    private final Survival talk;
    private final Survival wrapUp;
    /** By moment, and by whole seconds of talk so far; computed when first asked for. */
    private final double[][] afterTalk;

    /** @param moments seconds from now */
    TrueHandle(Handle handle, double[] moments) {
        this.moments = moments.clone();
        talk = new Survival(handle.talk(), 0, LONGEST_TALK);
        wrapUp = new Survival(handle.wrapUp(), 0, LONGEST_TALK);
        afterTalk = new double[moments.length][LONGEST_TALK];
        for (var ofMoment : afterTalk) {
            Arrays.fill(ofMoment, -1);
        }
    }

    /** @param elapsed seconds in wrap-up */
    double freeAfterWrapUp(int moment, double elapsed) {
        double still = wrapUp.after(elapsed);
        return still == 0 ? 1 : 1 - wrapUp.after(elapsed + moments[moment]) / still;
    }

    /** @param elapsed seconds of talk so far */
    double freeAfterTalk(int moment, double elapsed) {
        int second = (int) Math.min(elapsed, LONGEST_TALK - 1);
        var known = afterTalk[moment];
        if (known[second] < 0) {
            known[second] = both(second, moments[moment]);
        }
        return known[second];
    }

    /** The chance that the rest of a talk and its wrap-up take no longer than {@code seconds}. */
    private double both(double elapsed, double seconds) {
        double still = talk.after(elapsed);
        if (still == 0) {
            return 1 - wrapUp.after(seconds);
        }
        double sum = 0;
        for (double at = 0; at < seconds; at += STEP) {
            double ends = talk.after(elapsed + at) - talk.after(elapsed + at + STEP);
            sum += ends * (1 - wrapUp.after(Math.max(0, seconds - at - STEP / 2)));
        }
        return sum / still;
    }
}
