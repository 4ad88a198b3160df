package dev.outpace.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the character set of a file without a byte order mark. UTF-8 tells itself apart, also with a damaged byte; any
 * other is sure only when it makes a word of the header that {@link HeaderWords} knows, with a letter beyond ASCII in it.
 */
final class CharsetGuess {
    private static final Charset OTHERWISE = Charset.forName("windows-1252");
    private static final int HEAD = 1 << 16;
    private static final int WHOLE_PER_BROKEN = 3;

    /**
     * @param sure whether nobody need look at the names
     * @param broken bytes that are no text in it
     */
    record Guess(Charset charset, boolean sure, long broken) {}

    private final Path file;

    CharsetGuess(Path file) {
        this.file = file;
    }

    /** Those that a person may choose from, where this Java has them. */
    static List<Charset> known() {
        return Stream.of(
                        "UTF-8",
                        "UTF-16LE",
                        "UTF-16BE",
                        "windows-1252",
                        "windows-1250",
                        "windows-1251",
                        "windows-1253",
                        "windows-1254",
                        "windows-1257",
                        "ISO-8859-2",
                        "ISO-8859-15",
                        "KOI8-R",
                        "x-MacRoman",
                        "windows-31j",
                        "EUC-JP",
                        "x-windows-949",
                        "GB18030",
                        "Big5")
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .toList();
    }

    Guess guess() throws IOException {
        var wide = utf16();
        if (wide != null) {
            return new Guess(wide, true, 0);
        }
        var utf8 = utf8();
        if (utf8.broken() == 0 || utf8.whole() >= WHOLE_PER_BROKEN * utf8.broken()) {
            return new Guess(StandardCharsets.UTF_8, utf8.broken() == 0, utf8.broken());
        }
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        for (var charset : known()) {
            if (!charset.name().startsWith("UTF") && makesKnownWord(charset, head)) {
                return new Guess(charset, true, 0);
            }
        }
        return new Guess(OTHERWISE, false, 0);
    }

    /** UTF-16 without a mark: most characters of a list are ASCII, whose other byte is zero. */
    private @Nullable Charset utf16() throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = head.length / 2;
        boolean little = 2 * odd > pairs && even == 0;
        boolean big = 2 * even > pairs && odd == 0;
        return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
    }

    private record Counts(long whole, long broken) {}

    /** How many characters beyond ASCII the file has as UTF-8, and how many bytes that are none. */
    private Counts utf8() throws IOException {
        long whole = 0;
        long broken = 0;
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(HEAD);
        var text = CharBuffer.allocate(HEAD);
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                var result = decoder.decode(bytes, text, end);
                while (result.isError()) {
                    broken++;
                    bytes.position(bytes.position() + result.length());
                    result = decoder.decode(bytes, text, end);
                }
                text.flip();
                whole += text.chars().filter(c -> c >= 0x80).count();
                text.clear();
                bytes.compact();
            }
        }
        return new Counts(whole, broken);
    }

    private static boolean makesKnownWord(Charset charset, byte[] head) {
        int end = 0;
        while (end < head.length && head[end] != '\n' && head[end] != '\r') {
            end++;
        }
        try {
            var line =
                    charset.newDecoder().decode(ByteBuffer.wrap(head, 0, end)).toString();
            return Stream.of(line.split("[,;\t|\"]"))
                    .anyMatch(word -> HeaderWords.isKnown(word) && word.chars().anyMatch(c -> c >= 0x80));
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
