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
 * Brings committed data to the disk, now and then the database file up to date, and looks whether that is still there. It
 * holds a channel of its own on the database file, and must be closed after the database: closing any channel on a file gives
 * up the process's locks on it.
 */
final class FileSync implements AutoCloseable {
    static final long MILLIS_APART = 100;
    private static final Logger LOG = LoggerFactory.getLogger(FileSync.class);

    /** What a kill leaves to be done again stays little, and pages that many commits change are written once. */
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
     * @param onTrouble told when nothing that is written would last; more than once while it stays so
     * @param onTick runs each time, after that
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

    /** Something was committed. */
    void committed() {
        written.lazySet(true);
    }

    private Optional<StoreDown> sync() {
        ticks++;
        try {
            if (written.getAndSet(false)) {
                outOfDate = true;
                // The file first: a record counts for nothing without the commit before it.
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

    /** Before the database is closed. */
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
