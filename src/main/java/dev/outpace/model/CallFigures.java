package dev.outpace.model;

import java.util.List;

/**
 * What the latest ended calls of a campaign tell about those who are called, and about the agents who took them. All times are
 * seconds of the wall clock.
 *
 * @param dialed calls that rang, or found a number that does not; without those that were cut short from our side
 * @param answered of these, by a person
 * @param unreachable of these, busy, wrong or failed numbers
 * @param ring from the dial to the answer
 * @param fail from the dial to the end of a number that is unreachable
 * @param talk with an agent
 */
public record CallFigures(
        long dialed, long answered, long unreachable, Times ring, Times fail, Times talk, Flow flow, Queued queued) {
    public static final CallFigures NONE =
            new CallFigures(0, 0, 0, Times.NONE, Times.NONE, Times.NONE, Flow.NONE, Queued.NONE);

    /**
     * What happened between the answer and the campaign's queue. Its times begin with the answer.
     *
     * @param machines until a call ended because an answering machine was heard
     * @param toQueue until a person came to the queue
     * @param leaving until the end of a person's call that never came there
     * @param hungUp of those, who hung up before the flow was through
     */
    public record Flow(Times machines, Times toQueue, Times leaving, long hungUp) {
        public static final Flow NONE = new Flow(Times.NONE, Times.NONE, Times.NONE, 0);

        Flow scaled(double factor) {
            return new Flow(machines.scaled(factor), toQueue.scaled(factor), leaving.scaled(factor), hungUp);
        }

        /** Times of all of the campaign's people who answered. */
        public long people() {
            return toQueue.count() + leaving.count();
        }
    }

    /**
     * What happened in the queue, to the latest callers there.
     *
     * @param waits of callers, until an agent took them or they gave up
     * @param pickUp how long the phones of agents rang who took a caller
     * @param noAnswer how long phones rang that nobody picked up
     * @param rejected how often agents rejected a caller
     * @param unreachable how often a phone could not be reached
     */
    public record Queued(List<Wait> waits, Times pickUp, Times noAnswer, long rejected, long unreachable) {
        public static final Queued NONE = new Queued(List.of(), Times.NONE, Times.NONE, 0, 0);

        public Queued {
            waits = List.copyOf(waits);
        }

        Queued scaled(double factor) {
            return new Queued(
                    waits.stream()
                            .map(wait -> new Wait(wait.seconds() * factor, wait.gaveUp()))
                            .toList(),
                    pickUp.scaled(factor),
                    noAnswer.scaled(factor),
                    rejected,
                    unreachable);
        }

        /** How often agents' phones were offered a caller. */
        public long offered() {
            return pickUp.count() + noAnswer.count() + rejected + unreachable;
        }
    }

    /** @param gaveUp false if an agent came */
    public record Wait(double seconds, boolean gaveUp) {}

    /**
     * How long something took.
     *
     * @param count how often it was seen
     * @param sd standard deviation; 0 if it was seen less than twice
     */
    public record Times(long count, double mean, double sd) {
        public static final Times NONE = new Times(0, 0, 0);

        public Times scaled(double factor) {
            return new Times(count, mean * factor, sd * factor);
        }

        /** The times with one more. */
        public Times with(double seconds) {
            long more = count + 1;
            double newMean = mean + (seconds - mean) / more;
            double squares = sd * sd * Math.max(0, count - 1) + (seconds - mean) * (seconds - newMean);
            return new Times(more, newMean, more < 2 ? 0 : Math.sqrt(squares / (more - 1)));
        }
    }

    /** The same calls where a second of the wall clock is more of the engine's time. */
    public CallFigures scaled(double factor) {
        return new CallFigures(
                dialed,
                answered,
                unreachable,
                ring.scaled(factor),
                fail.scaled(factor),
                talk.scaled(factor),
                flow.scaled(factor),
                queued.scaled(factor));
    }
}
