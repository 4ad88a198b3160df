package dev.outpace.speech;

import dev.outpace.files.ProgramPath;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A voice that is a program of the system: it writes a WAV file to its standard output. The program is started without a shell,
 * so that a text is one argument, whatever it contains.
 */
final class CommandVoice implements Voice {
    private static final String TEXT = "{text}";
    private static final String LANGUAGE = "{language}";

    private final List<String> command;
    private final String ownLanguage;
    private final Duration longest;
    private final int mostBytes;

    /**
     * @param command words separated by spaces; {@code {text}} and {@code {language}} stand for what is spoken
     * @param ownLanguage of a text that has none
     */
    CommandVoice(String command, String ownLanguage, Duration longest, int mostBytes) {
        this.command = Arrays.stream(command.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        this.ownLanguage = ownLanguage;
        this.longest = longest;
        this.mostBytes = mostBytes;
    }

    @Override
    public String name() {
        return String.join(" ", command) + ' ' + ownLanguage;
    }

    @Override
    public boolean isInstalled() {
        return !command.isEmpty()
                && command.contains(TEXT)
                && ProgramPath.of(command.getFirst()).isPresent();
    }

    @Override
    public byte[] speak(Utterance utterance) throws SpeechException, InterruptedException {
        var language = utterance.language().isEmpty() ? ownLanguage : utterance.language();
        try {
            var process = new ProcessBuilder(words(utterance.text(), language))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return heard(process);
            } finally {
                process.destroyForcibly();
            }
        } catch (SpeechException refused) {
            throw refused;
        } catch (IOException failure) {
            throw new SpeechException(command.getFirst() + ": " + failure.getMessage());
        }
    }

    private List<String> words(String text, String language) {
        var words = new ArrayList<String>();
        for (var word : command) {
            // A text that begins with a dash would be taken for an option.
            words.add(
                    word.equals(TEXT) ? (text.startsWith("-") ? ' ' + text : text) : word.replace(LANGUAGE, language));
        }
        return words;
    }

    private byte[] heard(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        long end = System.nanoTime() + longest.toNanos();
        var watch = Thread.ofVirtual().start(() -> {
            try {
                if (!process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException heardInTime) {
                Thread.currentThread().interrupt();
            }
        });
        byte[] sound;
        try (InputStream out = process.getInputStream()) {
            sound = out.readNBytes(mostBytes + 1);
        }
        if (sound.length > mostBytes) {
            throw new SpeechException("the sound is longer than " + mostBytes + " bytes");
        }
        boolean ended = process.waitFor(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        watch.interrupt();
        if (!ended || process.exitValue() != 0) {
            throw new SpeechException(
                    command.getFirst() + (ended ? " failed with " + process.exitValue() : " took too long"));
        }
        return sound;
    }
}
