package dev.outpace.model;

import java.util.Locale;

/**
 * What adaptive pacing expects of the calls that ring or are in the flow now, all campaigns of the queue together.
 *
 * @param ringing calls in status dialing
 * @param inFlow answered callers who are in the flow and may come to the queue
 * @param expectedCallers how many of all these will come to the queue
 * @param expectedFree agents who will be free for them: free now, less callers who wait, and those about to be free
 * @param expectedAbandons callers of these whom no agent will take in time
 * @param answerRate share of dials that the campaign's list answers now
 * @param abandonRate share abandoned in the campaign's window so far
 * @param budget calls that may still be abandoned within the window's target; negative when it is overdrawn
 * @param chance that one more call, if it comes to the queue, finds no agent
 * @param allowedChance the highest chance at which a call is dialed now
 * @param caution what limits the calls besides the chance
 */
public record PacingForecast(
        int ringing,
        int inFlow,
        double expectedCallers,
        double expectedFree,
        double expectedAbandons,
        double answerRate,
        double abandonRate,
        double budget,
        double chance,
        double allowedChance,
        Caution caution) {
    /** Why no further call is dialed, whatever the chance is. */
    public enum Caution {
        NONE,
        /** The answer rate is not known yet. */
        START,
        /** Far more callers were abandoned lately than expected. */
        BRAKE,
        /** Another campaign of the queue would go over its own abandon target. */
        OTHERS,
        /** Even with a free agent, more callers wait too long than the abandon target allows: one call per free agent. */
        PICK_UP
    }

    private static final int LEAST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 4;

    /** Whether one more call would risk more than is allowed; otherwise the caution, the lines or the targets decide. */
    public boolean risksTooMuch() {
        return chance > allowedChance && caution != Caution.PICK_UP;
    }

    /** The chance as it is shown: abandoned calls for one more call. */
    public String shownChance() {
        return fixed(chance, decimals());
    }

    /** The allowed chance as it is shown. */
    public String shownAllowed() {
        return fixed(allowedChance, decimals());
    }

    /** As few decimals as show on which side of the allowed chance the chance is. */
    private int decimals() {
        int decimals = LEAST_DECIMALS;
        while (decimals < MOST_DECIMALS && fixed(chance, decimals).equals(fixed(allowedChance, decimals))) {
            decimals++;
        }
        return decimals;
    }

    private static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    public PacingForecast with(Caution other) {
        return new PacingForecast(
                ringing,
                inFlow,
                expectedCallers,
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
