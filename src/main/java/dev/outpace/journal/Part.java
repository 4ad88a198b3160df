package dev.outpace.journal;

import org.jspecify.annotations.Nullable;

/** How values of one type are written and read. */
interface Part {
    void write(ByteSink to, @Nullable Object value);

    @Nullable
    Object read(ByteSource from);
}
