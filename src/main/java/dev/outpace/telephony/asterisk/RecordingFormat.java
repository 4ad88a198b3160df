package dev.outpace.telephony.asterisk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of files that Asterisk records. Of any other it says that it records, and writes nothing; mp3 it only plays.
 *
 * <p>Source: tried with Asterisk 22.10 of Debian.
 */
enum RecordingFormat {
    WAV("wav", "format_wav.so"),
    WAV16("wav16", "format_wav.so"),
    /** GSM in a WAV file. Asterisk gives it the ending in capital letters, whatever it is told. */
    WAV49("WAV", "format_wav_gsm.so"),
    GSM("gsm", "format_gsm.so"),
    ULAW("ulaw", "format_pcm.so"),
    ALAW("alaw", "format_pcm.so"),
    G722("g722", "format_pcm.so"),
    SLN("sln", "format_sln.so"),
    SLN16("sln16", "format_sln.so"),
    OGG("ogg", "format_ogg_vorbis.so");

    private final String ending;
    private final String module;

    RecordingFormat(String ending, String module) {
        this.ending = ending;
        this.module = module;
    }

    /** By its name in a flow; an action without one records WAV. */
    static Optional<RecordingFormat> of(String name) {
        var plain = name.strip().toUpperCase(Locale.ROOT);
        return plain.isEmpty()
                ? Optional.of(WAV)
                : Arrays.stream(values())
                        .filter(format -> format.name().equals(plain))
                        .findFirst();
    }

    /** Of a file, without the dot. */
    String ending() {
        return ending;
    }

    /** Which an Asterisk may lack that was built or set up without it. */
    String module() {
        return module;
    }
}
