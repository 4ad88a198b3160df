package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a flow asks of the leg of a call, with every variable filled in. */
public sealed interface MediaOrder {
    /**
     * The order of an action as it stands in a flow, before any call: its texts still have their variables. Empty for an action
     * without one, and where a variable stands for all of it.
     */
    static Optional<MediaOrder> asWritten(Action action) {
        var options = new Options(UnaryOperator.identity());
        return ActionType.of(action.type())
                .filter(ActionType::isMediaOrder)
                .map(type -> options.order(type, action))
                .filter(order -> !(order instanceof Conference && options.isVariable(action)));
    }

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
     * @param heard how many keys of the call were heard when the order was given. Every further one counts, also one that was
     *     pressed before and is heard in the same moment
     */
    record ReceiveDigits(Duration longest, int length, String endKeys, int heard) implements MediaOrder {
        public ReceiveDigits(Duration longest, int length, String endKeys) {
            this(longest, length, endKeys, 0);
        }

        public ReceiveDigits after(int keys) {
            return new ReceiveDigits(longest, length, endKeys, keys);
        }
    }

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
