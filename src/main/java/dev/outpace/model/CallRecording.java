package dev.outpace.model;

/**
 * Whether the calls of a campaign are recorded from their answer to their end; needs a real exchange.
 *
 * @param keepDays days after which such a recording is deleted; 0 for never
 */
public record CallRecording(boolean on, int keepDays) {
    public static final int MOST_DAYS = 3_660;
    public static final CallRecording DEFAULT = new CallRecording(false, 30);
}
