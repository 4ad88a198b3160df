package dev.outpace.store;

import dev.outpace.engine.EngineInput.StoreDown;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forces committed data to the disk, writes a checkpoint from time to time, and checks that the database file still exists. It
 * holds a file channel of its own on the database file. It must be closed after the database: on POSIX systems, closing any
 * channel of a file releases all locks that the process holds on the file.
 */
final class FileSync implements AutoCloseable {
    static final long MILLIS_APART = 100;
    private static final Logger LOG = LoggerFactory.getLogger(FileSync.class);

    /**
     * Short enough that little has to be redone after a kill, long enough that pages changed by many commits are written once.
     */
    private static final int TICKS_BETWEEN_CHECKPOINTS = 20;

    private static final int LARGE_LOG = 2 << 20;

    private final FileChannel channel;
    private final OpenDatabase database;
    private final RedoLog log;
    private final FileWatch watch;
    private final WriteFaults faults;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "db-sync");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean written = new AtomicBoolean();
    private boolean outOfDate;
    private int ticks;

    FileSync(Path file, OpenDatabase database, RedoLog log, FileWatch watch, WriteFaults faults) throws IOException {
        this.database = database;
        this.log = log;
        this.watch = watch;
        this.faults = faults;
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /**
     * @param onTrouble called when new writes would be lost; called again at each tick while that is so
     * @param onTick called at each tick, after {@code onTrouble}
     */
    void begin(Consumer<StoreDown> onTrouble, Runnable onTick) {
        executor.execute(() -> watch.trouble().ifPresent(onTrouble));
        var _ = executor.scheduleWithFixedDelay(
                () -> {
                    sync().or(watch::gone).ifPresent(onTrouble);
                    onTick.run();
                },
                MILLIS_APART,
                MILLIS_APART,
                TimeUnit.MILLISECONDS);
    }

    /** Notes that there is a commit to force to the disk. */
    void committed() {
        written.lazySet(true);
    }

    private Optional<StoreDown> sync() {
        ticks++;
        try {
            if (written.getAndSet(false)) {
                outOfDate = true;
                // The database file first: a record of the log is only usable if the commit before it is stored.
                channel.force(false);
                log.force();
            }
            if (outOfDate && (ticks >= TICKS_BETWEEN_CHECKPOINTS || log.size() >= LARGE_LOG)) {
                ticks = 0;
                database.checkpoint(() -> channel.force(false));
                outOfDate = false;
            }
        } catch (IOException | MVStoreException failure) {
            LOG.error("The database file could not be brought up to date", failure);
            return Optional.of(faults.of(failure));
        }
        return Optional.empty();
    }

    /** Stops the ticks. Called before the database is closed. */
    void end() {
        executor.close();
    }

    @Override
    public void close() {
        try (channel;
                log) {
            channel.force(false);
        } catch (IOException failure) {
            LOG.error("The database file could not be closed", failure);
        }
    }
}
