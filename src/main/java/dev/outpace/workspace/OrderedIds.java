package dev.outpace.workspace;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * New ids in ascending order (version 7: moment, counter, chance), so that many rows touch few pages of an index: an import
 * goes in several times faster than with ids of chance alone. One thread.
 */
final class OrderedIds implements Supplier<UUID> {
    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000;

    private long next;

    OrderedIds(Instant from) {
        next = from.toEpochMilli() << COUNTER_BITS;
    }

    @Override
    public UUID get() {
        long moment = next >>> COUNTER_BITS;
        long counter = next & ((1 << COUNTER_BITS) - 1);
        next++;
        return new UUID(moment << 16 | VERSION | counter, UUID.randomUUID().getLeastSignificantBits());
    }
}
