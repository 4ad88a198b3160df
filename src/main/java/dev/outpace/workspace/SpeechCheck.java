package dev.outpace.workspace;

import dev.outpace.speech.SpeechException;
import dev.outpace.speech.SpeechSettings;
import dev.outpace.speech.SpokenFiles;

/** Checks whether texts can be spoken on this computer. Calls can be made without. */
record SpeechCheck(SpeechSettings settings) {
    /** Blocks for some seconds at most. */
    CheckLine run() {
        var program = settings.command().strip().split("\\s+", 2)[0];
        if (!SpokenFiles.hasVoice(settings)) {
            return CheckLine.of("speech", CheckLine.State.WARN, "speech.none", program);
        }
        try {
            SpokenFiles.tryVoice(settings);
            return CheckLine.of("speech", CheckLine.State.OK, "speech.ok", program);
        } catch (SpeechException mute) {
            return CheckLine.of(
                    "speech", CheckLine.State.WARN, "speech.mute", program, String.valueOf(mute.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return CheckLine.of("speech", CheckLine.State.WARN, "speech.mute", program, stopped.toString());
        }
    }
}
