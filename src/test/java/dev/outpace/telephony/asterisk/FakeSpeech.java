package dev.outpace.telephony.asterisk;

import dev.outpace.speech.Speech;
import dev.outpace.speech.SpeechException;
import dev.outpace.speech.Utterance;
import java.util.concurrent.CompletableFuture;

/** A voice that has spoken everything already, but for texts that it can't. */
final class FakeSpeech implements Speech {
    static final String UNSPEAKABLE = "unspeakable";

    @Override
    public boolean hasVoice() {
        return true;
    }

    @Override
    public CompletableFuture<String> address(Utterance utterance) {
        return utterance.text().equals(UNSPEAKABLE)
                ? CompletableFuture.failedFuture(new SpeechException("no word of it"))
                : CompletableFuture.completedFuture(
                        "http://127.0.0.1:8280/speech/%08x.wav".formatted(utterance.hashCode()));
    }

    @Override
    public void close() {}
}
