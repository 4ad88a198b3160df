package dev.outpace.workspace;

import dev.outpace.telephony.asterisk.CheckResult;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One check of the telephony, in words.
 *
 * @param name of the check, a word that programs can rely on
 * @param title of the check for people
 * @param detail what was found, and what to do about it
 * @param file of the exchange's configuration in which something has to be changed; empty where nothing has
 * @param paste lines for this file; empty where nothing has to be changed
 * @param certificate SHA-256 fingerprint that the exchange shows and that a person may accept; empty where nothing is to accept
 */
public record CheckLine(
        String name, String title, State state, String detail, String file, String paste, String certificate) {
    public enum State {
        OK,
        WARN,
        FAIL
    }

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.outpace.workspace.checks", Locale.ROOT);

    static CheckLine of(CheckResult result) {
        var detail = new MessageFormat(TEXTS.getString(result.code()), Locale.ROOT)
                .format(result.args().toArray());
        return new CheckLine(
                result.name(),
                TEXTS.getString("check." + result.name()),
                State.valueOf(result.state().name()),
                detail,
                result.file(),
                result.paste(),
                result.certificate());
    }

    /** Of the telephony as a whole. */
    static CheckLine of(State state, String code) {
        return new CheckLine("telephony", TEXTS.getString("check.telephony"), state, TEXTS.getString(code), "", "", "");
    }

    /** Of a call to a number of a person's own. */
    static CheckLine ofCall(State state, String code, Object... args) {
        return of("call", state, code, args);
    }

    static CheckLine of(String name, State state, String code, Object... args) {
        var detail = new MessageFormat(TEXTS.getString(code), Locale.ROOT).format(args);
        return new CheckLine(name, TEXTS.getString("check." + name), state, detail, "", "", "");
    }

    static CheckLine failed(String name, String detail) {
        return new CheckLine(name, TEXTS.getString("check." + name), State.FAIL, detail, "", "", "");
    }
}
