package dev.outpace.workspace;

import dev.outpace.model.Problem;
import dev.outpace.speech.SpeechSettings;
import dev.outpace.telephony.asterisk.MediaSettings;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How flows are heard on an Asterisk, as a person enters it. It may be wrong; see {@link #problems}.
 *
 * @param voice command of the voice that speaks texts and writes WAV to its standard output; {@code {text}} and {@code {language}}
 *     stand for what is spoken
 * @param language of texts that have none
 * @param host under which Asterisk reaches this computer, to fetch what is spoken; empty for the address that leads to it
 * @param port for the same; 0 for any that is free
 * @param machineDetection arguments of Asterisk's {@code AMD}, separated by commas; empty for those of its own file
 * @param music class of music that callers in queues hear; empty for Asterisk's usual one
 */
public record FlowMedia(String voice, String language, String host, int port, String machineDetection, String music) {
    public static final FlowMedia STANDARD = new FlowMedia(
            SpeechSettings.STANDARD.command(),
            SpeechSettings.STANDARD.language(),
            "",
            0,
            MediaSettings.STANDARD.machineDetection(),
            MediaSettings.STANDARD.music());

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}");
    private static final int MAX_PORT = 65_535;

    /** What is wrong with the values; places are names of fields. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        if (!List.of(voice.strip().split("\\s+", -1)).contains("{text}")) {
            found.add(Problem.error("media.voice", "voice"));
        }
        if (!LANGUAGE.matcher(language).matches()) {
            found.add(Problem.error("media.language", "language"));
        }
        if (!host.isEmpty() && !SpeechSettings.isHost(host)) {
            found.add(Problem.error("media.address", "address"));
        }
        if (port < 0 || port > MAX_PORT) {
            found.add(Problem.error("telephony.port", "address", port));
        }
        if (!MediaSettings.isMachineDetection(machineDetection)) {
            found.add(Problem.error("media.machine_detection", "machine_detection"));
        }
        if (!MediaSettings.isMusic(music)) {
            found.add(Problem.error("media.music", "music"));
        }
        return found;
    }

    MediaSettings ofCalls() {
        return new MediaSettings(machineDetection, music);
    }

    /** May block to find the way to the host. */
    SpeechSettings speech(AsteriskConnection connection) {
        return new SpeechSettings(voice, language, host.isEmpty() ? ownAddress(connection) : host, port);
    }

    /** Where nothing leads there, loopback: then no sound is played, but neither is any call made. */
    private static String ownAddress(AsteriskConnection connection) {
        var loopback = SpeechSettings.STANDARD.host();
        if (connection.isLocal()) {
            return loopback;
        }
        try (var way = new DatagramSocket()) {
            // Sends nothing: it only looks up the way.
            way.connect(new InetSocketAddress(connection.host(), connection.port()));
            return way.getLocalAddress().getHostAddress();
        } catch (SocketException | IllegalArgumentException | UncheckedIOException noWay) {
            return loopback;
        }
    }
}
