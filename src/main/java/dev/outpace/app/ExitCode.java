package dev.outpace.app;

/** How a command ended, beside 0 for well. */
final class ExitCode {
    /** It was understood, and refused or failed; or what it looked for differs. */
    static final int REFUSED = 1;

    static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
