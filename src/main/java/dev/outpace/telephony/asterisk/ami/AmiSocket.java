package dev.outpace.telephony.asterisk.ami;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection over the network, with a thread that reads and one that writes. What is heard is handed on to another thread.
 * When that one is so slow that too much waits for it, reading stops, and Asterisk ends the connection: nothing is lost unseen.
 */
public final class AmiSocket implements AmiWire {
    private static final Logger LOG = LoggerFactory.getLogger(AmiSocket.class);

    private static final int CONNECT_MILLIS = 5_000;
    private static final int BUFFER = 65_536;
    /** Messages read that the other thread has not taken yet. */
    private static final int MOST_WAITING = 100_000;
    /** Actions that the network has not taken yet. */
    private static final int MOST_UNSENT = 10_000;

    private final AmiPlace place;
    private final LongSupplier nanos;
    private final Executor home;
    private final Listener listener;
    private final BlockingQueue<AmiAction> unsent = new ArrayBlockingQueue<>(MOST_UNSENT);
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Socket plain = new Socket();
    private final Thread reader = new Thread(this::read, "asterisk reader");
    private final Thread writer = new Thread(this::write, "asterisk writer");

    private volatile Socket socket = plain;
    private volatile long heardAt;
    private volatile boolean closed;
    /** Why this side ended the connection by itself; its first reason counts. */
    private final AtomicReference<@Nullable String> fault = new AtomicReference<>();

    /**
     * @param nanos the engine's monotonic clock, which any thread may read
     * @param home runs tasks in their order, on the thread of the engine's clock
     */
    private AmiSocket(AmiPlace place, LongSupplier nanos, Executor home, Listener listener) {
        this.place = place;
        this.nanos = nanos;
        this.home = home;
        this.listener = listener;
        heardAt = nanos.getAsLong();
        reader.setDaemon(true);
        writer.setDaemon(true);
    }

    /** Connects by {@link AmiSocket}s. */
    public static Connector to(AmiPlace place, LongSupplier nanos, Executor home) {
        return listener -> {
            var connection = new AmiSocket(place, nanos, home, listener);
            connection.reader.start();
            return connection;
        };
    }

    @Override
    public void send(AmiAction action) {
        if (!closed && !unsent.offer(action)) {
            endBecause("Asterisk takes no orders");
        }
    }

    @Override
    public long heardAt() {
        return heardAt;
    }

    /** The reader notices that the socket is closed, and tells the reason. */
    private void endBecause(String reason) {
        fault.compareAndSet(null, reason);
        closeSocket();
    }

    @Override
    public void close() {
        closed = true;
        closeSocket();
        reader.interrupt();
    }

    private void closeSocket() {
        try {
            // Closing an encrypted socket waits for a writer that is stuck; this does not.
            plain.close();
        } catch (IOException failure) {
            LOG.debug("The connection to {} ended unclean", place, failure);
        }
    }

    private void read() {
        String reason;
        try {
            plain.connect(new InetSocketAddress(place.host(), place.port()), CONNECT_MILLIS);
            plain.setTcpNoDelay(true);
            var tls = place.tls();
            if (tls != null) {
                plain.setSoTimeout(CONNECT_MILLIS);
                socket = tls.over(plain, place);
                plain.setSoTimeout(0);
            }
            writer.start();
            read(socket.getInputStream());
            reason = "closed by Asterisk";
        } catch (IOException failure) {
            reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof OtherCertificate other) {
                    deliver(() -> listener.otherCertificate(other.fingerprint()));
                }
            }
        } catch (InterruptedException ended) {
            reason = "closed";
        }
        closeSocket();
        writer.interrupt();
        fault.compareAndSet(null, reason);
        var told = Objects.requireNonNull(fault.get());
        deliver(() -> listener.closed(told));
    }

    private void read(InputStream in) throws IOException, InterruptedException {
        var heard = new ArrayDeque<Runnable>();
        var decoder = new AmiDecoder(
                greeting -> heard.add(() -> listener.greeted(greeting)),
                message -> heard.add(() -> listener.received(message)));
        var buffer = new byte[BUFFER];
        int length;
        while ((length = in.read(buffer)) >= 0) {
            heardAt = nanos.getAsLong();
            decoder.feed(buffer, length);
            while (!heard.isEmpty()) {
                waiting.acquire();
                var next = heard.remove();
                deliver(() -> {
                    waiting.release();
                    next.run();
                });
            }
        }
    }

    private void deliver(Runnable news) {
        home.execute(() -> {
            if (!closed) {
                news.run();
            }
        });
    }

    private void write() {
        try {
            var out = socket.getOutputStream();
            while (true) {
                out.write(unsent.take().bytes());
                out.flush();
            }
        } catch (IOException failure) {
            endBecause("can't write: " + failure.getMessage());
        } catch (InterruptedException ended) {
            LOG.trace("The writer to {} ends", place);
        }
    }
}
