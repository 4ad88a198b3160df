package dev.outpace.store;

import dev.outpace.files.PrivateFiles;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A check sum of the closed database file, stored beside the file. H2 checks only the headers of its pages, so a changed byte
 * inside a page would be read as another number or name. The sum is written when the database is closed and removed when it is
 * opened for writing.
 */
final class FileSeal {
    /** Files up to this many bytes are checked at each opening, which takes a tenth of a second or less. */
    private static final long MAX_QUICK_BYTES = 32 << 20;

    private final Path file;
    private final Path seal;

    FileSeal(Path file) {
        this.file = file;
        seal = file.resolveSibling("outpace.sum");
    }

    /** @return whether the file is unchanged since it was closed; empty if it was not closed and so has no sum */
    Optional<Boolean> holds() throws IOException {
        return Files.exists(seal) && Files.exists(file)
                ? Optional.of(Files.readString(seal).strip().equals(sum()))
                : Optional.empty();
    }

    /** @throws StoreException if the file is small and has changed since it was closed */
    void checkIfQuick() throws IOException {
        if (Files.exists(file) && Files.size(file) <= MAX_QUICK_BYTES && !holds().orElse(true)) {
            throw new StoreException(
                    Problem.error("store.changed", file.resolveSibling("").toString()));
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(seal);
    }

    /** Writes the sum. Called after the database was closed. */
    void make() throws IOException {
        var sum = (sum() + '\n').getBytes(StandardCharsets.US_ASCII);
        PrivateFiles.replace(seal, out -> out.write(sum));
    }

    private String sum() throws IOException {
        try (var channel = FileChannel.open(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = ByteBuffer.allocate(1 << 18);
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
