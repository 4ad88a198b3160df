package dev.outpace.speech;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A sound as telephones have it: WAV with 8,000 samples a second of 16 bits, one channel. Asterisk plays no other rate from a
 * file of this format.
 */
final class TelephoneSound {
    private static final int RATE = 8_000;
    private static final int HEADER = 44;
    private static final int FMT_SIZE = 16;
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MAX_RATE = 192_000;

    /** Telephones carry no more than 3,400 Hz; a little above it the filter has closed. */
    private static final double CUT_OFF = 3_600;
    /** Zero crossings of the filter on each side: the longer, the steeper. */
    private static final int CROSSINGS = 24;

    private static final double LOUDEST = 32_767;

    private TelephoneSound() {}

    /**
     * @param wav uncompressed, of 8 or 16 bits; a length that its writer did not know yet, as of a pipe, counts as the rest
     * @throws SpeechException if it is none, or empty
     */
    static byte[] of(byte[] wav) throws SpeechException {
        try {
            return read(ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IllegalArgumentException cutShort) {
            throw new SpeechException("the voice wrote no complete WAV file");
        }
    }

    /** @param samples how many of them: 8,000 are a second */
    static byte[] silence(int samples) {
        return write(new short[samples]);
    }

    private static byte[] read(ByteBuffer in) throws SpeechException {
        require(in.getInt() == ascii("RIFF"), "no WAV file");
        in.getInt();
        require(in.getInt() == ascii("WAVE"), "no WAV file");
        int channels = 0;
        int rate = 0;
        int bits = 0;
        while (true) {
            int chunk = in.getInt();
            long size = Integer.toUnsignedLong(in.getInt());
            if (chunk == ascii("fmt ")) {
                int begin = in.position();
                int format = Short.toUnsignedInt(in.getShort());
                require(format == PCM || format == EXTENSIBLE, "compressed");
                channels = in.getShort();
                rate = in.getInt();
                in.getInt();
                in.getShort();
                bits = in.getShort();
                require(channels >= 1 && channels <= 8 && rate >= RATE && rate <= MAX_RATE, "of an odd rate");
                require(bits == 8 || bits == 16, "of " + bits + " bits");
                in.position(Math.toIntExact(begin + size + size % 2));
            } else if (chunk == ascii("data")) {
                require(rate > 0, "without a format");
                int length = (int) Math.min(size, in.remaining());
                return write(resampled(samples(in, length / (channels * bits / 8), channels, bits), rate));
            } else {
                in.position(Math.toIntExact(in.position() + size + size % 2));
            }
        }
    }

    private static void require(boolean holds, String what) throws SpeechException {
        if (!holds) {
            throw new SpeechException("the voice wrote a sound that can't be used: " + what);
        }
    }

    private static int ascii(String four) {
        return four.charAt(0) | four.charAt(1) << 8 | four.charAt(2) << 16 | four.charAt(3) << 24;
    }

    /** The mean of the channels. */
    private static float[] samples(ByteBuffer in, int count, int channels, int bits) throws SpeechException {
        require(count > 0, "nothing is in it");
        var samples = new float[count];
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += bits == 16 ? in.getShort() : (Byte.toUnsignedInt(in.get()) - 128) << 8;
            }
            samples[i] = sum / channels;
        }
        return samples;
    }

    /** By a windowed sinc, so that what is above the telephone's band does not come back as noise within it. */
    private static short[] resampled(float[] in, int rate) {
        if (rate == RATE) {
            return rounded(in);
        }
        double step = (double) rate / RATE;
        double cut = CUT_OFF / rate;
        int reach = (int) Math.ceil(CROSSINGS / (2 * cut));
        var out = new float[(int) (in.length / step)];
        for (int i = 0; i < out.length; i++) {
            double centre = i * step;
            int from = Math.max(0, (int) Math.ceil(centre - reach));
            int to = Math.min(in.length - 1, (int) Math.floor(centre + reach));
            double sum = 0;
            for (int at = from; at <= to; at++) {
                double away = at - centre;
                sum += in[at] * sinc(2 * cut * away) * window(away / reach);
            }
            out[i] = (float) (sum * 2 * cut);
        }
        return rounded(out);
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Blackman's. */
    private static double window(double x) {
        return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
    }

    private static short[] rounded(float[] samples) {
        var rounded = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            rounded[i] = (short) Math.round(Math.clamp(samples[i], -LOUDEST, LOUDEST));
        }
        return rounded;
    }

    private static byte[] write(short[] samples) {
        int bytes = samples.length * 2;
        var out = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(ascii("RIFF")).putInt(HEADER - 8 + bytes).putInt(ascii("WAVE"));
        out.putInt(ascii("fmt ")).putInt(FMT_SIZE).putShort((short) PCM).putShort((short) 1);
        out.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        out.putInt(ascii("data")).putInt(bytes);
        for (short sample : samples) {
            out.putShort(sample);
        }
        return out.array();
    }
}
