package dev.outpace.speech;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts that an installed voice speaks. Each is spoken once and kept as a file, named by all that makes its sound. */
public final class SpokenFiles implements Speech {
    private static final Logger LOG = LoggerFactory.getLogger(SpokenFiles.class);

    private static final int VOICES_AT_ONCE = 2;
    private static final int MOST_WAITING = 1_000;
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** Ten minutes of a voice of 24 kHz. */
    private static final int MOST_BYTES = 30_000_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final long MOST_KEPT_BYTES = 500_000_000;

    private final Path folder;
    private final Voice voice;
    private final SoundServer server;
    private final String base;
    private final Map<String, CompletableFuture<String>> beingSpoken = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor voices;
    private volatile boolean installed;
    private volatile long lookedAt = System.nanoTime();

    /**
     * Serves sounds from now on.
     *
     * @param folder of the sounds; it is made where it is missing
     * @throws IOException if the folder can't be used or nothing can be served at the address
     */
    public static SpokenFiles open(Path folder, SpeechSettings settings) throws IOException {
        var voice = new CommandVoice(settings.command(), settings.language(), LONGEST, MOST_BYTES);
        return new SpokenFiles(folder, voice, settings.host(), settings.port());
    }

    /** Whether the voice of such settings is installed. */
    public static boolean hasVoice(SpeechSettings settings) {
        return new CommandVoice(settings.command(), settings.language(), LONGEST, MOST_BYTES).isInstalled();
    }

    /**
     * Has a voice speak one word, to find out whether it can. Blocks for some seconds at most.
     *
     * @throws SpeechException if it can't; its message says why
     * @throws InterruptedException if the thread is to end
     */
    public static void tryVoice(SpeechSettings settings) throws SpeechException, InterruptedException {
        var voice = new CommandVoice(settings.command(), settings.language(), LONGEST_TRIAL, MOST_BYTES);
        var _ = TelephoneSound.of(voice.speak(Utterance.of("one", "")));
    }

    SpokenFiles(Path folder, Voice voice, String host, int port) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.voice = voice;
        installed = voice.isInstalled();
        removeOldest(MOST_KEPT_BYTES);
        server = new SoundServer(folder, new InetSocketAddress(host, port));
        base = "http://" + SoundServer.place(host, server.port());
        voices = new ThreadPoolExecutor(
                VOICES_AT_ONCE, VOICES_AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                    var thread = new Thread(task, "voice");
                    thread.setDaemon(true);
                    return thread;
                });
        voices.allowCoreThreadTimeOut(true);
    }

    /** A voice that is missing is looked for again now and then, as it may be installed meanwhile. */
    @Override
    public boolean hasVoice() {
        if (!installed && System.nanoTime() - lookedAt > BETWEEN_LOOKS.toNanos()) {
            lookedAt = System.nanoTime();
            installed = voice.isInstalled();
        }
        return installed;
    }

    @Override
    public CompletableFuture<String> address(Utterance utterance) {
        if (!utterance.canBeSpoken()) {
            return CompletableFuture.failedFuture(
                    new SpeechException("the text is empty, or longer than " + Utterance.LONGEST + " characters"));
        }
        var hash = utterance.hash(voice.name());
        var file = SoundServer.file(folder, hash);
        var address = base + SoundServer.path(hash);
        if (Files.exists(file)) {
            return CompletableFuture.completedFuture(address);
        }
        var made = new CompletableFuture<String>();
        var other = beingSpoken.putIfAbsent(hash, made);
        if (other != null) {
            return other.copy();
        }
        try {
            voices.execute(() -> speak(utterance, hash, file, made, address));
        } catch (RejectedExecutionException tooMany) {
            beingSpoken.remove(hash);
            made.completeExceptionally(new SpeechException("too many texts wait for the voice"));
        }
        return made.copy();
    }

    private void speak(Utterance utterance, String hash, Path file, CompletableFuture<String> made, String address) {
        try {
            if (!Files.exists(file)) {
                keep(file, TelephoneSound.of(voice.speak(utterance)));
            }
            beingSpoken.remove(hash);
            made.complete(address);
        } catch (IOException failure) {
            LOG.warn("A text could not be spoken: {}", failure.getMessage());
            beingSpoken.remove(hash);
            made.completeExceptionally(failure);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            beingSpoken.remove(hash);
            made.completeExceptionally(new SpeechException("closed"));
        }
    }

    /** A file is there whole or not at all. */
    private void keep(Path file, byte[] sound) throws IOException {
        var unfinished = Files.createTempFile(folder, "", ".part");
        try {
            Files.write(unfinished, sound);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private record Kept(Path file, long bytes, FileTime at) {}

    /** Texts with names in them come to many. */
    void removeOldest(long mostBytes) throws IOException {
        long total = 0;
        for (var kept : newestFirst()) {
            total += kept.bytes;
            if (total > mostBytes || kept.file.toString().endsWith(".part")) {
                Files.deleteIfExists(kept.file);
            }
        }
    }

    private List<Kept> newestFirst() throws IOException {
        var found = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(folder, "*.{wav,part}")) {
            for (var file : files) {
                found.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        found.sort(Comparator.comparing(Kept::at).reversed());
        return found;
    }

    /** Serves nothing any more. The sounds are kept. */
    @Override
    public void close() {
        voices.shutdownNow();
        server.close();
    }
}
