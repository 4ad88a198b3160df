package dev.outpace.workspace.secrets;

import org.jspecify.annotations.Nullable;

/** The passphrase of a session: asked for when it is first needed, then kept in memory. Any thread. */
public final class Passphrases {
    private final Question question;
    private char @Nullable [] known;

    /** Asks a person, or looks where one has left it. */
    @FunctionalInterface
    public interface Question {
        /**
         * May block.
         *
         * @param wrong whether the last answer did not open the file
         * @return null if there is none
         * @throws SecretRefused if it can't be read where it was left
         */
        char @Nullable [] ask(boolean wrong) throws SecretRefused;
    }

    public Passphrases(Question question) {
        this.question = question;
    }

    /** Used from now on, without a question. */
    public synchronized void remember(char[] passphrase) {
        known = passphrase.clone();
    }

    synchronized void forget() {
        known = null;
    }

    /** Null if there is none. */
    synchronized char @Nullable [] known() {
        return known == null ? null : known.clone();
    }

    char @Nullable [] ask(boolean wrong) throws SecretRefused {
        return question.ask(wrong);
    }
}
