package dev.outpace.speech;

import java.util.concurrent.CompletableFuture;

/** Spoken texts, where an exchange can fetch them. Any thread may use it. */
public interface Speech extends AutoCloseable {
    /** Nothing can be spoken. */
    Speech NONE = new Speech() {
        @Override
        public boolean hasVoice() {
            return false;
        }

        @Override
        public CompletableFuture<String> address(Utterance utterance) {
            return CompletableFuture.failedFuture(new SpeechException("no voice"));
        }

        @Override
        public void close() {}
    };

    /** Whether texts can be spoken. */
    boolean hasVoice();

    /**
     * Begins to speak a text, unless it was spoken before. Completes with the address of the sound, or with a {@link
     * SpeechException}, on a thread that must not be held up.
     */
    CompletableFuture<String> address(Utterance utterance);

    /** Nothing can be fetched any more. */
    @Override
    void close();
}
