package dev.outpace.speech;

/** Speaks texts. */
interface Voice {
    /** Tells sounds of this voice from those of others. */
    String name();

    /** Whether it is there. */
    boolean isInstalled();

    /**
     * Blocks until the text is spoken.
     *
     * @return a file in the format WAV, of any rate
     * @throws SpeechException if it can't be spoken
     * @throws InterruptedException if the thread is to end
     */
    byte[] speak(Utterance utterance) throws SpeechException, InterruptedException;
}
