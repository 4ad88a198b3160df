package dev.outpace.numbers;

import dev.outpace.model.Address;
import dev.outpace.model.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a text that should be a phone. */
public sealed interface Reading {
    /**
     * @param address in the form in which it is dialed, without what was written
     * @param warning what should be known before it is dialed, at no place; null for nothing
     */
    record Dialable(Address address, @Nullable Problem warning) implements Reading {}

    /** @param reason at no place; its first argument is the text */
    record Refused(Problem reason) implements Reading {}

    /** What is dialed; empty where nothing may be. */
    default Optional<Address> dialed() {
        return this instanceof Dialable(var address, var _) ? Optional.of(address) : Optional.empty();
    }
}
