package dev.outpace.workspace;

import dev.outpace.formats.DoNotCallRead;
import dev.outpace.model.DoNotCallList;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import into a do-not-call list.
 *
 * @param read what the file holds; null if it could not be read
 * @param list as it is now; null if nothing was changed
 * @param entries that it has now
 */
public record DoNotCallReport(
        Answer answer,
        @Nullable DoNotCallRead read,
        @Nullable DoNotCallList list,
        long entries) {
    static DoNotCallReport refused(Answer answer, @Nullable DoNotCallRead read) {
        return new DoNotCallReport(answer, read, null, 0);
    }
}
