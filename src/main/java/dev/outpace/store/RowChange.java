package dev.outpace.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An SQL statement that can be repeated: it names the rows that it changes and uses neither a clock nor random values, so it
 * always has the same effect on the same rows.
 *
 * @param values {@link Long}, {@link Integer}, {@link String}, {@link java.util.UUID} or null
 */
record RowChange(String sql, List<@Nullable Object> values) {}
