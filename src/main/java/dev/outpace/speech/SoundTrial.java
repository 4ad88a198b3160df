package dev.outpace.speech;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fifth of a second of silence that an exchange has never heard, served as spoken texts are: whether it can fetch and play them is
 * found out by it.
 */
public final class SoundTrial implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SoundTrial.class);

    private static final int SAMPLES = 1_600;

    private final Path file;
    private final String place;
    private final String address;
    private volatile boolean fetched;
    /** Null where the sounds of this folder are already served at this address. */
    private @Nullable SoundServer server;

    private SoundTrial(Path folder, String host, int port, String hash) throws IOException {
        file = SoundServer.file(Files.createDirectories(folder), hash);
        try {
            server = new SoundServer(folder, new InetSocketAddress(host, port), _ -> fetched = true);
        } catch (BindException taken) {
            if (port == 0 || NetworkInterface.getByInetAddress(InetAddress.getByName(host)) == null) {
                throw taken;
            }
        }
        place = SoundServer.place(host, server == null ? port : server.port());
        address = "http://" + place + SoundServer.path(hash);
        Files.write(file, TelephoneSound.silence(SAMPLES));
    }

    /**
     * Serves it from now on.
     *
     * @param folder of the sounds of a workspace, which may be open: then its own server may serve this one, too
     * @throws IOException if it can't be served as the settings say
     */
    public static SoundTrial open(Path folder, SpeechSettings settings) throws IOException {
        // The name is no hash of the silence, which an exchange would keep for a year and not fetch again.
        var hash = Utterance.of(UUID.randomUUID().toString(), "").hash("silence");
        return new SoundTrial(folder, settings.host(), settings.port(), hash);
    }

    /** Where it is served, as a person writes it: host and port. */
    public String place() {
        return place;
    }

    /** Its web address. */
    public String address() {
        return address;
    }

    /** Whether somebody fetched it; never if the server of an open workspace serves it. */
    public boolean isFetched() {
        return fetched;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.debug("A sound of a trial stays until the oldest sounds are removed", failure);
        }
    }
}
