package dev.outpace.app;

import dev.outpace.ui.shell.BarLine;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.LinkBar;
import dev.outpace.workspace.ProblemWords;
import java.util.List;
import java.util.Locale;

/** Why the link to the exchange is not tried any more, in words, and what a person can do about it. */
record LinkBarLines(Texts texts, Ways ways) {
    private static final int SHOWN_PAIRS = 2;

    /** What a person can decide. */
    interface Ways {
        /** One more try with the same secret. */
        void tryAgain();

        void enterSecret();

        /** Nothing changes, and the banner goes. */
        void stayUnlinked();

        void trust(LinkBar.OtherCertificate other);

        /** @param wrong whether a wrong passphrase was entered before */
        void enterPassphrase(boolean wrong);
    }

    BarLine of(LinkBar bar) {
        return switch (bar) {
            case LinkBar.Refused(var user) ->
                new BarLine(
                        texts.get("linkBar.refused", user),
                        texts.get("linkBar.refused.text"),
                        List.of(action("linkBar.again", ways::tryAgain), action("linkBar.secret", ways::enterSecret)));
            case LinkBar.OtherCertificate other ->
                new BarLine(
                        other.since() == null
                                ? texts.get("linkBar.certificate")
                                : texts.get("linkBar.certificate.since", texts.dateMinute(other.since())),
                        texts.get("linkBar.certificate.text", shortened(other.accepted()), shortened(other.shown())),
                        List.of(
                                action("linkBar.stay", ways::stayUnlinked),
                                action("linkBar.trust", () -> ways.trust(other))));
            case LinkBar.Locked(var wrong) ->
                new BarLine(
                        texts.get(wrong ? "linkBar.wrong" : "linkBar.locked"),
                        texts.get("linkBar.locked.text"),
                        List.of(action("linkBar.passphrase", () -> ways.enterPassphrase(wrong))));
            case LinkBar.NoSecret(var why) ->
                new BarLine(
                        texts.get("linkBar.noSecret"),
                        new ProblemWords().sentence(why),
                        List.of(action("linkBar.secret", ways::enterSecret)));
        };
    }

    /** What is asked before another certificate is trusted: both whole, so that they can be compared with what the exchange shows. */
    String askToTrust(LinkBar.OtherCertificate other) {
        return texts.get("linkBar.trust.text", pairs(other.accepted()), pairs(other.shown()));
    }

    private BarLine.Action action(String key, Runnable run) {
        return new BarLine.Action(texts.get(key), run);
    }

    /** Its first and its last pairs, by which a person knows it again. */
    private static String shortened(String fingerprint) {
        var pairs = pairs(fingerprint);
        int end = pairs.length() - 3 * SHOWN_PAIRS + 1;
        return end <= 0 ? pairs : pairs.substring(0, 3 * SHOWN_PAIRS - 1) + "\u2026" + pairs.substring(end);
    }

    private static String pairs(String fingerprint) {
        return fingerprint.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
    }
}
