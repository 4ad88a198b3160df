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
 * Facts that the database refuses for what they are, or that the program fails at: they would fail on any disk and at any time. Each is written into a
 * file of its own beside the database, a line with the reason and the fact, so that it is not lost and those after it go on.
 */
final class RefusedFacts {
    static final String NAME = "refused-facts.txt";

    private static final Logger LOG = LoggerFactory.getLogger(RefusedFacts.class);
    /** Classes of SQL states: a value that does not fit, a constraint, a statement that can't be. */
    private static final List<String> OF_THE_FACT = List.of("22", "23", "42");

    private final Path file;

    /** @param folder of the workspace */
    RefusedFacts(Path folder) {
        file = folder.resolve(NAME);
    }

    /** Whether the database says that it will never take what failed. */
    static boolean isRefused(Exception failure) {
        return failure instanceof SQLException known
                && OF_THE_FACT.stream().anyMatch(String.valueOf(known.getSQLState())::startsWith);
    }

    /**
     * Whether the program itself fails at a fact, in a database that was just opened again: then it fails at it every time. What
     * has to do with a file goes by.
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
            LOG.error("The database refused a fact, which stands in {} now", file, why);
        } catch (IOException failure) {
            failure.addSuppressed(why);
            LOG.error("The database refused a fact, which could not be put aside: {}", line.strip(), failure);
        }
    }
}
