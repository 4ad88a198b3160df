package dev.outpace.speech;

import java.io.IOException;

/** A text can't be spoken. */
public final class SpeechException extends IOException {
    private static final long serialVersionUID = 1;

    public SpeechException(String message) {
        super(message);
    }
}
