package dev.outpace.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that does the same whenever it is run on the same rows: it names those that it changes, and asks neither a clock
 * nor chance.
 *
 * @param values {@link Long}, {@link Integer}, {@link String}, {@link java.util.UUID} or null
 */
record RowChange(String sql, List<@Nullable Object> values) {}
