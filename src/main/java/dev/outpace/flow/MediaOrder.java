package dev.outpace.flow;

import dev.outpace.model.Address;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * Calls somebody else and connects both, until one of them hangs up.
     *
     * @param to all are called at once; who answers first is connected
     * @param from what the called phones show, where it is a number; null for what the exchange shows otherwise
     * @param earlyMedia the caller hears what the network tells before the answer, instead of a ringing tone
     */
    record Connect(List<Address> to, @Nullable Address from, boolean earlyMedia) implements MediaOrder {
        public Connect {
            to = List.copyOf(to);
        }
    }

    /**
     * Joins others who join the same room, and ends when the caller leaves.
     *
     * @param room an id
     */
    record Conference(UUID room) implements MediaOrder {}
}
