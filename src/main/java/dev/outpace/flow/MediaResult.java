package dev.outpace.flow;

/**
 * How a media order ended. Keys that were pressed meanwhile are told by themselves.
 *
 * @param problem why it could not be done; empty when it went well
 * @param machine an answering machine was heard
 */
public record MediaResult(String problem, boolean machine) {
    public static final MediaResult DONE = new MediaResult("", false);

    public static MediaResult failed(String problem) {
        return new MediaResult(problem, false);
    }
}
