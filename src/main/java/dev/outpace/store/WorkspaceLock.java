package dev.outpace.store;

import dev.outpace.files.FileReason;
import dev.outpace.files.PrivateFiles;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets only one process open a workspace. The lock file names that process. */
final class WorkspaceLock implements AutoCloseable {
    /** The locked byte lies behind the text. Where locks are mandatory, other processes can still read the text. */
    private static final long LOCKED_BYTE = 1_000_000;

    private final FileChannel channel;
    private final FileLock lock;

    private WorkspaceLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @param owner who takes the lock, in words: program, process id, user, start time */
    static WorkspaceLock take(Path folder, String owner) {
        var file = folder.resolve("outpace.lock");
        try {
            var channel = PrivateFiles.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock;
            try {
                lock = channel.tryLock(LOCKED_BYTE, 1, false);
            } catch (OverlappingFileLockException sameProcess) {
                lock = null;
            }
            if (lock == null) {
                var holder = read(channel);
                channel.close();
                throw new StoreException(Problem.error("store.in_use", folder.toString(), holder));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
            return new WorkspaceLock(channel, lock);
        } catch (IOException failure) {
            throw new StoreException(
                    Problem.error("store.cannot_open", folder.toString(), FileReason.of(failure)), failure);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(512);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException failure) {
            throw new StoreException(Problem.error("store.cannot_close", "", FileReason.of(failure)), failure);
        }
    }
}
