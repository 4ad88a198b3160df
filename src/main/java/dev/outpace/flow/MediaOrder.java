package dev.outpace.flow;

import java.time.Duration;
import java.util.List;

/** What a flow asks of the leg of a call, with every variable filled in. */
public sealed interface MediaOrder {
    /**
     * @param untilKey a pressed key ends it
     * @param waits false: it counts as ended as soon as it has begun
     */
    record Talk(String text, String language, String voice, String provider, boolean untilKey, boolean waits)
            implements MediaOrder {}

    record Play(List<String> urls) implements MediaOrder {
        public Play {
            urls = List.copyOf(urls);
        }
    }

    record Beep() implements MediaOrder {}

    /**
     * Ends after {@code longest}, after {@code length} keys, or with one of {@code endKeys}, whichever is first.
     *
     * @param length 0 for any number
     * @param endKeys empty for none; the key that ends it is one of the keys pressed
     */
    record ReceiveDigits(Duration longest, int length, String endKeys) implements MediaOrder {}

    record SendDigits(String digits, Duration tone, Duration pause) implements MediaOrder {}

    record Echo(Duration length) implements MediaOrder {}

    /** @param waits false: the verdict is not waited for */
    record DetectMachine(boolean waits) implements MediaOrder {}

    /**
     * Goes on at once.
     *
     * @param silence that ends it; zero for never
     * @param endKey {@code any}, {@code *}, {@code #}; empty for none
     * @param longest zero for no bound
     */
    record StartRecording(String format, Duration silence, String endKey, Duration longest) implements MediaOrder {}

    record StopRecording() implements MediaOrder {}
}
