package dev.outpace.pacing;

import dev.outpace.floor.LinesByAge;
import java.util.Arrays;

/** Callers who are expected to come to a queue: until each of some moments ahead, and ever. */
final class Arrivals {
    /** By moment: the callers who have come until then, as expectation and variance. */
    final double[] callers;

    final double[] variance;
    /** The callers who ever come, as expectation and variance. */
    double ever;

    double everVariance;

    Arrivals(int moments) {
        callers = new double[moments];
        variance = new double[moments];
    }

    /**
     * Begins with callers whom no campaign called.
     *
     * @param waiting those who are there
     * @param perSecond those who come
     * @param ahead seconds to each moment
     */
    void begin(double waiting, double perSecond, double[] ahead) {
        for (int moment = 0; moment < callers.length; moment++) {
            callers[moment] = waiting + perSecond * ahead[moment];
            variance[moment] = callers[moment];
        }
        ever = 0;
        everVariance = 0;
    }

    void clear() {
        Arrays.fill(callers, 0);
        Arrays.fill(variance, 0);
        ever = 0;
        everVariance = 0;
    }

    void add(Arrivals others) {
        for (int moment = 0; moment < callers.length; moment++) {
            callers[moment] += others.callers[moment];
            variance[moment] += others.variance[moment];
        }
        ever += others.ever;
        everVariance += others.everVariance;
    }

    /** @param chance the present share of the lines that leaves by the first way */
    void add(LinesByAge lines, Chances chances, double chance, long now) {
        lines.forEach(now, (age, count) -> add(chances.of(age), chance, chances.reach(), count));
    }

    private void add(Chances.OfAge lines, double chance, double reach, int count) {
        double alive = lines.alive(chance);
        if (alive == 0) {
            return;
        }
        double share = chance / alive;
        double come = share * lines.success * reach;
        ever += count * come;
        everVariance += count * come * (1 - come);
        for (int moment = 0; moment < callers.length; moment++) {
            double until = share * lines.arrived[moment];
            callers[moment] += count * until;
            variance[moment] += count * until * (1 - until);
        }
    }
}
