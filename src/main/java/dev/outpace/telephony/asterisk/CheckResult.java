package dev.outpace.telephony.asterisk;

import java.util.List;

/**
 * What one check of a connection found.
 *
 * @param name of the check, such as {@code login}
 * @param code of the sentence that says it; what the check found
 * @param args of this sentence
 * @param file of Asterisk's configuration in which something has to be changed; empty where nothing has
 * @param paste lines for this file, as they may stand there; empty where nothing has to be changed
 * @param certificate SHA-256 fingerprint that the exchange shows and that a person may accept; empty where nothing is to accept
 */
public record CheckResult(
        String name, State state, String code, List<Object> args, String file, String paste, String certificate) {
    public enum State {
        OK,
        /** Calls can be made, but something is missing or less exact. */
        WARN,
        /** No call can be made. */
        FAIL
    }

    public CheckResult {
        args = List.copyOf(args);
    }

    static CheckResult ok(String name, String code, Object... args) {
        return new CheckResult(name, State.OK, code, List.of(args), "", "", "");
    }

    static CheckResult warn(String name, String code, Object... args) {
        return new CheckResult(name, State.WARN, code, List.of(args), "", "", "");
    }

    static CheckResult fail(String name, String code, Object... args) {
        return new CheckResult(name, State.FAIL, code, List.of(args), "", "", "");
    }

    /** The same with what to do about it. */
    CheckResult paste(String intoFile, String lines) {
        return new CheckResult(name, state, code, args, intoFile, lines, certificate);
    }

    /** The same with a certificate that a person may accept. */
    CheckResult showing(String fingerprint) {
        return new CheckResult(name, state, code, args, file, paste, fingerprint);
    }
}
