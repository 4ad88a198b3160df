package dev.outpace.telephony.asterisk.real;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** How loud a WAV file of 8,000 samples a second is. */
final class Loudness {
    /** Bytes before the samples. */
    private static final int HEADER = 44;

    private static final int BYTES_PER_SECOND = 16_000;
    private static final int SAMPLES_PER_SECOND = 8_000;

    private Loudness() {}

    /** Mean deviation of the samples, of 32,768. */
    static double of(Path wav) throws IOException {
        var bytes = Files.readAllBytes(wav);
        var samples = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        long sum = 0;
        for (int i = 0; i < samples.limit(); i++) {
            sum += Math.abs(samples.get(i));
        }
        return (double) sum / samples.limit();
    }

    /**
     * How loud one frequency is, by the algorithm of Goertzel: the mean amplitude of a sine, of 32,768.
     *
     * @param from seconds from the begin
     * @param until the same
     */
    static double at(int hertz, Path wav, double from, double until) throws IOException {
        var bytes = Files.readAllBytes(wav);
        var samples = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        int begin = (int) (from * SAMPLES_PER_SECOND);
        int end = Math.min(samples.limit(), (int) (until * SAMPLES_PER_SECOND));
        double factor = 2 * Math.cos(2 * Math.PI * hertz / SAMPLES_PER_SECOND);
        double before = 0;
        double last = 0;
        for (int i = begin; i < end; i++) {
            double now = samples.get(i) + factor * last - before;
            before = last;
            last = now;
        }
        double power = last * last + before * before - factor * last * before;
        return 2 * Math.sqrt(power) / (end - begin);
    }

    static double seconds(Path wav) throws IOException {
        return (double) (Files.size(wav) - HEADER) / BYTES_PER_SECOND;
    }
}
