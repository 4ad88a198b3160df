package dev.outpace.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well a text answers what was typed, and which of its letters do.
 *
 * @param score greater is better
 * @param letters the places in the text of the letters that were typed, in order
 */
record FuzzyMatch(int score, List<Integer> letters) {

    private static final int WHOLE_AT_START = 3000;
    private static final int WHOLE_AT_WORD = 2000;
    private static final int WHOLE = 1000;

    /** Null if the text lacks a typed letter, or they stand in another order. An empty query matches all alike. */
    static @Nullable FuzzyMatch of(String typed, String text) {
        var query = typed.strip().toLowerCase(Locale.ROOT);
        var lower = text.toLowerCase(Locale.ROOT);
        if (query.isEmpty() || lower.length() != text.length()) {
            return query.isEmpty() ? new FuzzyMatch(0, List.of()) : null;
        }
        int whole = bestPlaceOfWhole(query, lower);
        if (whole >= 0) {
            int rank = whole == 0 ? WHOLE_AT_START : isWordStart(lower, whole) ? WHOLE_AT_WORD : WHOLE;
            var letters = IntStream.range(whole, whole + query.length()).boxed().toList();
            return new FuzzyMatch(rank - Math.min(text.length(), 200), letters);
        }
        return scattered(query, lower);
    }

    private static int bestPlaceOfWhole(String query, String text) {
        int first = text.indexOf(query);
        for (int at = first; at >= 0; at = text.indexOf(query, at + 1)) {
            if (isWordStart(text, at)) {
                return at;
            }
        }
        return first;
    }

    /** Letters one by one; each that starts a word or follows the one before counts more. */
    private static @Nullable FuzzyMatch scattered(String query, String text) {
        var letters = new ArrayList<Integer>();
        int score = 0;
        int from = 0;
        for (int i = 0; i < query.length(); i++) {
            char letter = query.charAt(i);
            if (letter == ' ') {
                continue;
            }
            int at = nextPlace(text, letter, from);
            if (at < 0) {
                return null;
            }
            score += at == from && i > 0 ? 30 : isWordStart(text, at) ? 20 : 0;
            letters.add(at);
            from = at + 1;
        }
        return new FuzzyMatch(score - Math.min(text.length(), 200), letters);
    }

    private static int nextPlace(String text, char letter, int from) {
        if (from < text.length() && text.charAt(from) == letter) {
            return from;
        }
        for (int at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
            if (isWordStart(text, at)) {
                return at;
            }
        }
        return text.indexOf(letter, from);
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
