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
 * Keeps room on the disk: a file beside the database that is deleted when the disk is full. The ends of the calls in progress
 * can then still be written.
 */
final class Reserve {
    /** Enough for some hundreds of calls in progress until their end. */
    static final long BYTES = 16L << 20;

    private static final int BLOCK = 64 << 10;

    private final Path file;

    Reserve(Path file) {
        this.file = file;
    }

    /** @throws IOException if the disk has too little room; no reserve is kept then */
    void make() throws IOException {
        if (Files.exists(file) && Files.size(file) == BYTES) {
            return;
        }
        if (Files.getFileStore(Objects.requireNonNull(file.getParent())).getUsableSpace() < BYTES) {
            // Checked first: filling the disk, even for a moment, would make other programs fail.
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
        try (var channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Random bytes, because a file system could compress others.
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
