package dev.outpace.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks every text as a second of one tone. */
final class FakeVoice implements Voice {
    static final String UNSPEAKABLE = "unspeakable";
    private static final int RATE = 22_050;

    final List<String> spoken = new CopyOnWriteArrayList<>();
    private final String name;

    FakeVoice(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isInstalled() {
        return true;
    }

    @Override
    public byte[] speak(Utterance utterance) throws SpeechException {
        if (utterance.text().equals(UNSPEAKABLE)) {
            throw new SpeechException("no word of it");
        }
        spoken.add(utterance.text());
        return tone(440, RATE, 1, 16, 1);
    }

    /** @param seconds of a tone of half the greatest loudness */
    static byte[] tone(double hertz, int rate, int channels, int bits, double seconds) {
        int count = (int) (rate * seconds);
        int bytes = count * channels * bits / 8;
        var wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        // As programs write into a pipe, whose length they don't know.
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x7ffff024)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        wav.putInt(16).putShort((short) 1).putShort((short) channels).putInt(rate);
        wav.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(0x7ffff000);
        for (int i = 0; i < count; i++) {
            double value = Math.sin(2 * Math.PI * hertz * i / rate) / 2;
            for (int channel = 0; channel < channels; channel++) {
                if (bits == 16) {
                    wav.putShort((short) Math.round(value * 32_767));
                } else {
                    wav.put((byte) Math.round(128 + value * 127));
                }
            }
        }
        return wav.array();
    }
}
