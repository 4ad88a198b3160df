package dev.outpace.store;

import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Room on the disk that is kept for the end: a file beside the database that is given up when the disk is full, so that
 * what calls in progress come to can still be written.
 */
final class Reserve {
    /** What some hundreds of calls in progress write until they have ended. */
    static final long BYTES = 16L << 20;

    private static final int BLOCK = 64 << 10;

    private final Path file;

    Reserve(Path file) {
        this.file = file;
    }

    /** @throws IOException if there is not so much room; nothing is kept then */
    void make() throws IOException {
        if (Files.exists(file) && Files.size(file) == BYTES) {
            return;
        }
        if (Files.getFileStore(Objects.requireNonNull(file.getParent())).getUsableSpace() < BYTES) {
            // Not even tried: meanwhile nobody else on this disk could write.
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
        try (var channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Nothing that a file system could keep in less room.
            var random = new SplittableRandom(BYTES);
            var block = new byte[BLOCK];
            for (long at = 0; at < BYTES; at += BLOCK) {
                random.nextBytes(block);
                var bytes = ByteBuffer.wrap(block);
                while (bytes.hasRemaining()) {
                    channel.write(bytes, at + bytes.position());
                }
            }
        } catch (IOException failure) {
            release();
            throw failure;
        }
    }

    void release() throws IOException {
        Files.deleteIfExists(file);
    }
}
