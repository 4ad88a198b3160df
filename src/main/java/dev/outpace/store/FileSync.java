package dev.outpace.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings committed data to the disk. It holds a channel of its own on the database file, and must be closed after the
 * database: closing any channel on a file gives up the process's locks on it.
 */
final class FileSync implements AutoCloseable {
    static final long MILLIS_APART = 100;
    private static final Logger LOG = LoggerFactory.getLogger(FileSync.class);

    private final FileSpace space;
    private final FileChannel channel;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "db-sync");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean written = new AtomicBoolean();

    FileSync(Path file, FileSpace space) throws IOException {
        this.space = space;
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var _ = executor.scheduleWithFixedDelay(this::sync, MILLIS_APART, MILLIS_APART, TimeUnit.MILLISECONDS);
    }

    /** Something was committed. */
    void committed() {
        written.lazySet(true);
    }

    private void sync() {
        if (written.getAndSet(false)) {
            try {
                space.during(() -> channel.force(false));
            } catch (IOException failure) {
                LOG.error("The database file could not be synced", failure);
            }
        }
    }

    @Override
    public void close() {
        executor.close();
        sync();
        try {
            channel.close();
        } catch (IOException failure) {
            LOG.error("The database file could not be closed", failure);
        }
    }
}
