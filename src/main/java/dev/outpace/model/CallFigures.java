package dev.outpace.model;

/**
 * What the latest ended calls of a campaign tell about those who are called. All times are seconds of the wall clock.
 *
 * @param dialed calls that rang, or found a number that does not; without those that were cut short from our side
 * @param answered of these, by a person
 * @param unreachable of these, busy, wrong or failed numbers
 * @param ring from the dial to the answer
 * @param fail from the dial to the end of a number that is unreachable
 * @param talk with an agent
 */
public record CallFigures(long dialed, long answered, long unreachable, Times ring, Times fail, Times talk) {
    public static final CallFigures NONE = new CallFigures(0, 0, 0, Times.NONE, Times.NONE, Times.NONE);

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
                dialed, answered, unreachable, ring.scaled(factor), fail.scaled(factor), talk.scaled(factor));
    }
}
