package dev.outpace.store;

import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts that can't be stored because of the facts themselves: the database refuses them, or the program fails at them, on any
 * disk and at any time. Each one is written to a file beside the database, as one line with the reason and the fact. So it is
 * not lost, and the facts after it can be stored.
 */
final class RefusedFacts {
    static final String NAME = "refused-facts.txt";

    private static final Logger LOG = LoggerFactory.getLogger(RefusedFacts.class);
    /** Classes of SQL states: a value that does not fit, a violated constraint, an invalid statement. */
    private static final List<String> OF_THE_FACT = List.of("22", "23", "42");

    private final Path file;

    /** @param folder of the workspace */
    RefusedFacts(Path folder) {
        file = folder.resolve(NAME);
    }

    /** Whether the database will never accept what failed. */
    static boolean isRefused(Exception failure) {
        return failure instanceof SQLException known
                && OF_THE_FACT.stream().anyMatch(String.valueOf(known.getSQLState())::startsWith);
    }

    /**
     * Whether the failure would repeat each time. Called after the database was opened again. Failures of the file are
     * excluded, because they may pass.
     */
    static boolean isHopeless(Exception failure) {
        return isRefused(failure)
                || (failure instanceof RuntimeException
                        && !(failure instanceof MVStoreException)
                        && WriteFaults.isOfTheWrite(failure));
    }

    void putAside(Object fact, Exception why) {
        var line = (String.valueOf(why.getMessage()) + "\t" + fact).replaceAll("\\R", " ") + '\n';
        try (var channel = PrivateFiles.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            LOG.error("The database refused a fact; it was written to {}", file, why);
        } catch (IOException failure) {
            failure.addSuppressed(why);
            LOG.error("The database refused a fact, and it could not be written to a file: {}", line.strip(), failure);
        }
    }
}
