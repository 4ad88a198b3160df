package dev.outpace.telephony.simulated;

import dev.outpace.model.Problem;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import java.util.ArrayList;
import java.util.List;

/** How the simulated world behaves. All times are seconds of the engine's time, all shares 0 to 1. */
public record WorldSettings(Dial dial, Handle handle, Caller caller, Breaks breaks, Misses misses, Faults faults) {
    /** No single time of the world is longer. */
    public static final double LONGEST = 86_400;

    private static final double SHORTEST_ANSWER = 1;
    private static final double BEFORE_NO_ANSWER = 0.1;

    /** People who answer often and agents who come and go: a floor that works. */
    public static final WorldSettings DEFAULT = new WorldSettings(
            new Dial(0.42, 0.08, 0.05, 0.03, 0.01, new Lognormal(9, 5), 1.5, 2, 40, 0, 0.01),
            new Handle(new Lognormal(1.8, 0.6), new Lognormal(95, 60), new Lognormal(14, 6)),
            new Caller(new Lognormal(45, 25), 15),
            new Breaks(0.02, 60, 240));

    /** Agents who take every caller, and an exchange without faults. */
    public WorldSettings(Dial dial, Handle handle, Caller caller, Breaks breaks) {
        this(dial, handle, caller, breaks, Misses.NONE, Faults.NONE);
    }

    /**
     * What becomes of a dialed number. The shares say how many are answered, busy, rejected, wrong and failed by congestion;
     * the rest rings until no answer. Busy, wrong and failed numbers don't ring.
     *
     * @param timeToAnswer from the dial; also the time until a person rejects
     * @param ringDelay from the dial to the first ring
     * @param fastFail from the dial to the end of a number that doesn't ring
     * @param noAnswer from the dial to the carrier's own end of a call that nobody answers
     * @param refused share of orders that never reach the network
     * @param lateAnswer share of our hang-ups during ringing that cross with an answer
     */
    public record Dial(
            double answered,
            double busy,
            double rejected,
            double badNumber,
            double failed,
            Distribution timeToAnswer,
            double ringDelay,
            double fastFail,
            double noAnswer,
            double refused,
            double lateAnswer) {
        /** A time to answer within what the carrier allows. */
        double clipped(double answerTime) {
            return Math.clamp(answerTime, SHORTEST_ANSWER, noAnswer - BEFORE_NO_ANSWER);
        }

        public Dial withAnswered(double share) {
            return new Dial(
                    share,
                    busy,
                    rejected,
                    badNumber,
                    failed,
                    timeToAnswer,
                    ringDelay,
                    fastFail,
                    noAnswer,
                    refused,
                    lateAnswer);
        }
    }

    /**
     * What an agent does with a caller.
     *
     * @param talkSpread by how much agents differ: the standard deviation of their mean talk, as a share of the mean of all
     */
    public record Handle(Distribution pickUp, Distribution talk, Distribution wrapUp, double talkSpread) {
        /** Agents who are all alike. */
        public Handle(Distribution pickUp, Distribution talk, Distribution wrapUp) {
            this(pickUp, talk, wrapUp, 0);
        }
    }

    /**
     * @param patience from joining a queue until the caller gives up, also while an agent's phone rings
     * @param charactersPerSecond how fast a text is spoken
     */
    public record Caller(Distribution patience, double charactersPerSecond) {}

    /**
     * Every {@code every} seconds this share of the agents at work goes away for {@code length} seconds: at once, or after
     * the call in hand and its wrap-up.
     */
    public record Breaks(double share, double every, double length) {
        public static final Breaks NONE = new Breaks(0, 0, 0);
    }

    /**
     * Callers whom an agent's phone is offered in vain, as shares of all that it is offered.
     *
     * @param ringFor how long a phone rings that nobody picks up
     */
    public record Misses(double noAnswer, double rejected, double unreachable, double ringFor) {
        public static final Misses NONE = new Misses(0, 0, 0, 15);
    }

    /**
     * What goes wrong between the exchange and us, as shares of all orders about calls and agents, and of all that is told of calls
     * and agents. What is told of one call or agent keeps its order; what is told of another may overtake it.
     *
     * @param lostOrders orders that the exchange never hears
     * @param late events that are told later
     * @param lateBy how much later, the mean
     * @param doubled events that are told twice
     * @param lost events that are never told
     */
    public record Faults(double lostOrders, double late, double lateBy, double doubled, double lost) {
        public static final Faults NONE = new Faults(0, 0, 2, 0, 0);

        boolean any() {
            return lostOrders > 0 || late > 0 || doubled > 0 || lost > 0;
        }
    }

    public WorldSettings withFaults(Faults newFaults) {
        return new WorldSettings(dial, handle, caller, breaks, misses, newFaults);
    }

    public WorldSettings withMisses(Misses newMisses) {
        return new WorldSettings(dial, handle, caller, breaks, newMisses, faults);
    }

    public WorldSettings withDial(Dial newDial) {
        return new WorldSettings(newDial, handle, caller, breaks, misses, faults);
    }

    public WorldSettings withHandle(Handle newHandle) {
        return new WorldSettings(dial, newHandle, caller, breaks, misses, faults);
    }

    public WorldSettings withCaller(Caller newCaller) {
        return new WorldSettings(dial, handle, newCaller, breaks, misses, faults);
    }

    public WorldSettings withBreaks(Breaks newBreaks) {
        return new WorldSettings(dial, handle, caller, newBreaks, misses, faults);
    }

    /** What is wrong with these settings; each place is the path of a component, such as {@code dial.answered}. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        share(found, "dial.answered", dial.answered);
        share(found, "dial.busy", dial.busy);
        share(found, "dial.rejected", dial.rejected);
        share(found, "dial.badNumber", dial.badNumber);
        share(found, "dial.failed", dial.failed);
        share(found, "dial.refused", dial.refused);
        share(found, "dial.lateAnswer", dial.lateAnswer);
        double sum = dial.answered + dial.busy + dial.rejected + dial.badNumber + dial.failed;
        if (sum > 1 + 1e-9) {
            found.add(Problem.error("world.shares", "dial", sum));
        }
        time(found, "dial.timeToAnswer", dial.timeToAnswer);
        time(found, "dial.ringDelay", dial.ringDelay, 0);
        time(found, "dial.fastFail", dial.fastFail, 0);
        time(found, "dial.noAnswer", dial.noAnswer, SHORTEST_ANSWER + 1);
        time(found, "handle.pickUp", handle.pickUp);
        time(found, "handle.talk", handle.talk);
        time(found, "handle.wrapUp", handle.wrapUp);
        time(found, "caller.patience", caller.patience);
        if (!(caller.charactersPerSecond >= 1 && caller.charactersPerSecond <= 1_000)) {
            found.add(Problem.error("world.rate", "caller.charactersPerSecond", caller.charactersPerSecond, 1, 1_000));
        }
        share(found, "breaks.share", breaks.share);
        double shortest = breaks.share > 0 ? 1 : 0;
        time(found, "breaks.every", breaks.every, shortest);
        time(found, "breaks.length", breaks.length, shortest);
        share(found, "misses.noAnswer", misses.noAnswer);
        share(found, "misses.rejected", misses.rejected);
        share(found, "misses.unreachable", misses.unreachable);
        double missed = misses.noAnswer + misses.rejected + misses.unreachable;
        if (missed > 1 + 1e-9) {
            found.add(Problem.error("world.shares", "misses", missed));
        }
        time(found, "misses.ringFor", misses.ringFor, 1);
        share(found, "faults.lostOrders", faults.lostOrders);
        share(found, "faults.late", faults.late);
        time(found, "faults.lateBy", faults.lateBy, 0);
        share(found, "faults.doubled", faults.doubled);
        share(found, "faults.lost", faults.lost);
        return found;
    }

    private static void share(List<Problem> found, String place, double share) {
        if (!(share >= 0 && share <= 1)) {
            found.add(Problem.error("world.share", place, share));
        }
    }

    private static void time(List<Problem> found, String place, Distribution distribution) {
        time(found, place, distribution.mean(), 0);
        if (distribution instanceof Lognormal lognormal) {
            time(found, place + ".sd", lognormal.sd(), 0);
        }
    }

    private static void time(List<Problem> found, String place, double seconds, double shortest) {
        if (!(seconds >= shortest && seconds <= LONGEST)) {
            found.add(Problem.error("world.time", place, seconds, shortest, LONGEST));
        }
    }
}
