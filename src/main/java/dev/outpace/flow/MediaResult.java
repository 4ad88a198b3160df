package dev.outpace.flow;

/**
 * How a media order ended.
 *
 * @param problem why it could not be done; empty when it went well
 * @param digits keys that were pressed meanwhile
 * @param machine an answering machine was heard
 */
public record MediaResult(String problem, String digits, boolean machine) {
    public static final MediaResult DONE = new MediaResult("", "", false);

    public static MediaResult failed(String problem) {
        return new MediaResult(problem, "", false);
    }

    public static MediaResult pressed(String digits) {
        return new MediaResult("", digits, false);
    }
}
