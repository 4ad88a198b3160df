package dev.outpace.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the queries of the screens on threads of its own. */
final class Readers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int THREADS = 2;

    /** One connection for each thread. Replaced when the database is opened again. */
    private volatile BlockingQueue<Connection> connections = new ArrayBlockingQueue<>(THREADS);

    private final ExecutorService executor;

    interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    Readers() {
        var number = new AtomicInteger();
        executor = Executors.newFixedThreadPool(THREADS, task -> {
            var thread = new Thread(task, "db-reader-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Uses these connections from now on. */
    void connected(Connection first, Connection second) {
        connections = new ArrayBlockingQueue<>(THREADS, false, List.of(first, second));
    }

    <T> CompletableFuture<T> read(Query<T> query) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var from = connections;
                    var connection = from.remove();
                    try {
                        return query.on(connection);
                    } catch (SQLException failure) {
                        throw new CompletionException(Store.failed(failure));
                    } finally {
                        from.add(connection);
                    }
                },
                executor);
    }

    @Override
    public void close() {
        executor.close();
        for (var connection : connections) {
            try {
                connection.close();
            } catch (SQLException failure) {
                LOG.debug("A connection that only reads could not be closed", failure);
            }
        }
    }
}
