package dev.outpace.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Queries for views, on threads of their own. */
final class Readers implements AutoCloseable {
    private final BlockingQueue<Connection> connections;
    private final ExecutorService executor;

    interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    Readers(Connection... connections) {
        this.connections = new ArrayBlockingQueue<>(connections.length);
        for (var connection : connections) {
            this.connections.add(connection);
        }
        var number = new AtomicInteger();
        executor = Executors.newFixedThreadPool(connections.length, task -> {
            var thread = new Thread(task, "db-reader-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> CompletableFuture<T> read(Query<T> query) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var connection = connections.remove();
                    try {
                        return query.on(connection);
                    } catch (SQLException failure) {
                        throw new CompletionException(Store.failed(failure));
                    } finally {
                        connections.add(connection);
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
                throw Store.failed(failure);
            }
        }
    }
}
