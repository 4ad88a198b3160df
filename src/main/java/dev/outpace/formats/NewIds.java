package dev.outpace.formats;

import dev.outpace.model.Ids;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives an id to what has none. */
record NewIds(Supplier<UUID> source) {
    UUID orNew(UUID read) {
        return Ids.isNil(read) ? source.get() : read;
    }
}
