package dev.outpace.speech;

import java.util.regex.Pattern;

/**
 * How texts are spoken.
 *
 * @param command of the voice, which writes a WAV file to its standard output; {@code {text}} and {@code {language}} stand for
 *     what is spoken. No shell reads it
 * @param language of texts that have none
 * @param host under which the exchange reaches this computer, for the sounds
 * @param port the sounds are served at; 0 for any that is free
 */
public record SpeechSettings(String command, String language, String host, int port) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:]{2,45}]");
    private static final int MAX_PORT = 65_535;

    public static final SpeechSettings STANDARD =
            new SpeechSettings("espeak-ng -v {language} --stdout {text}", "en", "127.0.0.1", 0);

    /** @throws IllegalArgumentException if the host or the port is none */
    public SpeechSettings {
        if (!isHost(host) || port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("not an address: " + host + ':' + port);
        }
    }

    /** Whether a text is the name or the address of a computer, as it can stand in a web address. */
    public static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }
}
