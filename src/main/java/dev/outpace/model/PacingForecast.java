package dev.outpace.model;

/**
 * What adaptive pacing expects of the calls that ring now, all campaigns of the queue together.
 *
 * @param ringing calls in status dialing
 * @param expectedAnswers how many of them people will answer
 * @param expectedFree agents who will be free for them: free now, less callers who wait, and those about to be free
 * @param expectedAbandons callers of these whom no agent will take in time
 * @param answerRate share of dials that the campaign's list answers now
 * @param abandonRate share abandoned in the campaign's window so far
 * @param budget calls that may still be abandoned within the window's target; negative when it is overdrawn
 * @param chance that one more call finds no agent when it is answered
 * @param allowedChance the highest chance at which a call is dialed now
 * @param caution what limits the calls besides the chance
 */
public record PacingForecast(
        int ringing,
        double expectedAnswers,
        double expectedFree,
        double expectedAbandons,
        double answerRate,
        double abandonRate,
        double budget,
        double chance,
        double allowedChance,
        Caution caution) {
    /** Why only one call, or few more, may dial for each free agent, whatever the chance is. */
    public enum Caution {
        NONE,
        /** The answer rate is not known yet. */
        START,
        /** Far more callers were abandoned lately than expected. */
        BRAKE
    }

    public PacingForecast with(Caution other) {
        return new PacingForecast(
                ringing,
                expectedAnswers,
                expectedFree,
                expectedAbandons,
                answerRate,
                abandonRate,
                budget,
                chance,
                allowedChance,
                other);
    }
}
