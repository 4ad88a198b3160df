package dev.outpace.workspace;

import dev.outpace.files.PrivateFiles;
import dev.outpace.formats.ReadRow;
import dev.outpace.formats.RejectedRows;
import dev.outpace.formats.TableFacts;
import dev.outpace.formats.TargetFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows of one import, however many, in a file of the workspace's folder, which is the owner's alone: made with
 * the first row, gone with the import's own screen or at the next opening.
 */
final class RejectedRowsFile {
    static final String PREFIX = "rejected-";

    private final Path folder;
    private final TargetFiles files;
    private final TableFacts facts;
    private @Nullable Path file;
    private @Nullable RejectedRows rows;

    RejectedRowsFile(Path folder, TargetFiles files, TableFacts facts) {
        this.folder = folder;
        this.files = files;
        this.facts = facts;
    }

    synchronized void write(ReadRow.Rejected row, String reason) throws IOException {
        var out = rows;
        if (out == null) {
            file = Files.createTempFile(folder, PREFIX, ".csv");
            out = files.rejectedRows(facts, new BufferedOutputStream(Files.newOutputStream(file)));
            rows = out;
        }
        out.write(row, reason);
    }

    /** No more rows come. */
    synchronized void end() throws IOException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }

    synchronized void copyTo(Path to) throws IOException {
        if (file != null) {
            var rejected = file;
            PrivateFiles.replace(to, out -> Files.copy(rejected, out));
        }
    }

    synchronized void delete() throws IOException {
        end();
        if (file != null) {
            Files.deleteIfExists(file);
            file = null;
        }
    }
}
