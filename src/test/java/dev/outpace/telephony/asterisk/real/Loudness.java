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

    static double seconds(Path wav) throws IOException {
        return (double) (Files.size(wav) - HEADER) / BYTES_PER_SECOND;
    }
}
