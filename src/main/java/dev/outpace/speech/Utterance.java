package dev.outpace.speech;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is spoken: without markup and control characters.
 *
 * @param language a language tag such as {@code en-us}; empty for the voice's own
 */
public record Utterance(String text, String language) {
    /** Longer ones are nothing that a person listens to on the telephone: about ten minutes. */
    static final int LONGEST = 10_000;

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    /** @param text plain, or in the markup of SSML, of which the words alone are kept */
    public static Utterance of(String text, String language) {
        var plain = text.strip().startsWith("<speak") ? withoutMarkup(text) : text;
        var tag = language.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        return new Utterance(
                SPACE.matcher(plain).replaceAll(" ").strip(), TAG.matcher(tag).matches() ? tag : "");
    }

    private static String withoutMarkup(String text) {
        return MARKUP.matcher(text)
                .replaceAll(" ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    /** Whether there is anything to be heard, and not too much of it. */
    boolean canBeSpoken() {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    /** Names the sound of it by a certain voice: 64 hexadecimal digits. */
    String hash(String voice) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : new String[] {voice, language, text}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("every Java has SHA-256", none);
        }
    }
}
