package dev.outpace.formats;

import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.DoNotCallList;
import org.jspecify.annotations.Nullable;

/**
 * A do-not-call list of a set-up.
 *
 * @param entries null where the file has none: a list that is there keeps what it has
 */
public record DoNotCallContent(DoNotCallList list, @Nullable DoNotCallEntries entries) {}
