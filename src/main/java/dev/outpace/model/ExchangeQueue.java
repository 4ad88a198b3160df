package dev.outpace.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A queue that a real exchange has by itself, such as {@code support} of an Asterisk, by its name there. The name may stand in an
 * order to the exchange as it is.
 */
public record ExchangeQueue(String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,80}");

    /** @throws IllegalArgumentException if the name holds what must not stand in an order */
    public ExchangeQueue {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a queue: " + name);
        }
    }

    /** As people write it. Empty if it can't be one. */
    public static Optional<ExchangeQueue> read(String written) {
        return NAME.matcher(written).matches() ? Optional.of(new ExchangeQueue(written)) : Optional.empty();
    }
}
