package dev.outpace.speech;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands spoken texts to the exchange. Nothing but these files can be had: their names are hashes. A sound never changes, so that
 * the exchange may keep it for a year and asks for each once.
 */
final class SoundServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SoundServer.class);

    private static final String PATH = "/speech/";
    private static final String ENDING = ".wav";
    private static final Pattern SOUND = Pattern.compile(Pattern.quote(PATH) + "([0-9a-f]{64})\\.wav");
    private static final int THREADS = 8;
    private static final int MOST_WAITING = 200;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int NO_BODY = -1;

    private final Path folder;
    private final Consumer<String> asked;
    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    /**
     * Serves from now on.
     *
     * @param folder of the sounds
     * @param at where it listens; port 0 for any that is free
     * @throws IOException if it can't listen there
     */
    SoundServer(Path folder, InetSocketAddress at) throws IOException {
        this(folder, at, _ -> {});
    }

    /** @param asked hears the hash of each sound that is asked for, on any thread */
    SoundServer(Path folder, InetSocketAddress at, Consumer<String> asked) throws IOException {
        this.folder = folder;
        this.asked = asked;
        server = HttpServer.create(at, MOST_WAITING);
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                    var thread = new Thread(task, "sounds");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** As it stands in a web address. */
    static String place(String host, int port) {
        return (host.contains(":") && !host.startsWith("[") ? '[' + host + ']' : host) + ':' + port;
    }

    static String path(String hash) {
        return PATH + hash + ENDING;
    }

    static Path file(Path folder, String hash) {
        return folder.resolve(hash + ENDING);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            boolean head = method.equals("HEAD");
            var sound = SOUND.matcher(exchange.getRequestURI().getRawPath());
            if (!head && !method.equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(NOT_ALLOWED, NO_BODY);
            } else if (sound.matches()) {
                asked.accept(sound.group(1));
                send(exchange, sound.group(1), head);
            } else {
                exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
            }
        } catch (IOException failure) {
            LOG.debug("The exchange did not take a sound", failure);
            throw failure;
        }
    }

    private void send(HttpExchange exchange, String hash, boolean head) throws IOException {
        byte[] sound;
        try {
            sound = Files.readAllBytes(file(folder, hash));
        } catch (NoSuchFileException none) {
            exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
            return;
        }
        var tag = '"' + hash + '"';
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "audio/x-wav");
        headers.set("ETag", tag);
        headers.set("Cache-Control", "max-age=31536000, immutable");
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(NOT_MODIFIED, NO_BODY);
        } else if (head) {
            headers.set("Content-Length", Integer.toString(sound.length));
            exchange.sendResponseHeaders(OK, NO_BODY);
        } else {
            exchange.sendResponseHeaders(OK, sound.length);
            exchange.getResponseBody().write(sound);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
