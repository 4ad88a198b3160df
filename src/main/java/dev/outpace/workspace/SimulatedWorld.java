package dev.outpace.workspace;

import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Caller;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Faults;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import dev.outpace.telephony.simulated.WorldSettings.Misses;

/**
 * The simulated telephony in the values that a person sets. Shares are 0 to 1, times are seconds and means; around a mean
 * people differ by a fixed proportion.
 */
public record SimulatedWorld(
        double answered,
        double busy,
        double rejected,
        double badNumber,
        double timeToAnswer,
        double noAnswer,
        double talk,
        double wrapUp,
        double patience,
        double breakShare,
        double breakEvery,
        double breakLength,
        double missNoAnswer,
        double missRejected,
        double missUnreachable,
        double missRings,
        double lostOrders,
        double lateEvents,
        double lateBy,
        double doubledEvents,
        double lostEvents) {
    public static final SimulatedWorld DEFAULT = of(WorldSettings.DEFAULT);

    static SimulatedWorld of(WorldSettings world) {
        return new SimulatedWorld(
                world.dial().answered(),
                world.dial().busy(),
                world.dial().rejected(),
                world.dial().badNumber(),
                world.dial().timeToAnswer().mean(),
                world.dial().noAnswer(),
                world.handle().talk().mean(),
                world.handle().wrapUp().mean(),
                world.caller().patience().mean(),
                world.breaks().share(),
                world.breaks().every(),
                world.breaks().length(),
                world.misses().noAnswer(),
                world.misses().rejected(),
                world.misses().unreachable(),
                world.misses().ringFor(),
                world.faults().lostOrders(),
                world.faults().late(),
                world.faults().lateBy(),
                world.faults().doubled(),
                world.faults().lost());
    }

    WorldSettings applyTo(WorldSettings world) {
        var dial = world.dial();
        return new WorldSettings(
                new Dial(
                        answered,
                        busy,
                        rejected,
                        badNumber,
                        dial.failed(),
                        around(timeToAnswer, 0.55),
                        dial.ringDelay(),
                        dial.fastFail(),
                        noAnswer,
                        dial.refused(),
                        dial.lateAnswer()),
                new Handle(world.handle().pickUp(), around(talk, 0.65), around(wrapUp, 0.45)),
                new Caller(around(patience, 0.55), world.caller().charactersPerSecond()),
                new Breaks(breakShare, breakEvery, breakLength),
                new Misses(missNoAnswer, missRejected, missUnreachable, missRings),
                new Faults(lostOrders, lateEvents, lateBy, doubledEvents, lostEvents));
    }

    private static Lognormal around(double mean, double spread) {
        return new Lognormal(mean, mean * spread);
    }
}
