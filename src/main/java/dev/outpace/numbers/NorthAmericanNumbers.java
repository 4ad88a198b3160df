package dev.outpace.numbers;

import dev.outpace.model.Address;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with code 1 in their usual forms, read without the metadata where a number of the same area code and exchange was read
 * with it: the metadata of no region of the plan tells numbers apart by their last four digits. Any thread may ask.
 */
final class NorthAmericanNumbers {
    private static final int NATIONAL = 10;
    private static final int LENGTH = 40;
    private static final int MOST_KNOWN = 200_000;
    /** Of this exchange, a hundred numbers are set aside for fiction. */
    private static final int DIRECTORY = 555;

    private static final int FICTION = 1;

    private final boolean alsoWithoutCode;
    /** Area code and exchange of numbers that are in use and cost what others do. */
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();

    /** @param alsoWithoutCode whether numbers without a country are of the plan */
    NorthAmericanNumbers(boolean alsoWithoutCode) {
        this.alsoWithoutCode = alsoWithoutCode;
    }

    /** Null for what has to be read with the metadata. */
    @Nullable
    Reading read(String text) {
        long number = number(text);
        if (number < 0 || !known.contains(block(number))) {
            return null;
        }
        var national = Long.toString(number);
        return NumberReader.isPlaceholder(national) ? null : new Reading.Dialable(Address.tel("+1" + national), null);
    }

    /** @param e164 of a number that was read with the metadata, and may be dialed without a warning */
    void learn(String e164) {
        if (e164.length() == NATIONAL + 2 && e164.startsWith("+1") && known.size() < MOST_KNOWN) {
            known.add(block(Long.parseLong(e164, 2, NATIONAL + 2, 10)));
        }
    }

    /** All but the last four digits; the few numbers for fiction are a block of their own. */
    private static int block(long number) {
        int block = (int) (number / 10_000);
        return block % 1_000 == DIRECTORY && number / 100 % 100 != FICTION ? -block : block;
    }

    /** The ten digits of a text that can be nothing but such a number; -1 for any other. */
    private long number(String text) {
        boolean withCode = text.startsWith("+");
        if (text.length() > LENGTH || !isPlain(text) || !(withCode || alsoWithoutCode)) {
            return -1;
        }
        long number = 0;
        int digits = 0;
        for (int i = withCode ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                return -1;
            }
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                digits++;
                if (digits > NATIONAL + 1 || (digits == 1 && (withCode ? c != '1' : c == '0'))) {
                    return -1;
                }
            }
        }
        boolean whole = digits == NATIONAL && !withCode;
        boolean behindCode = digits == NATIONAL + 1 && number / 10_000_000_000L == 1;
        if (!whole && !behindCode) {
            return -1;
        }
        long national = number % 10_000_000_000L;
        return national / 1_000_000_000L >= 2 ? national : -1;
    }

    /** Whether a text has only what stands in numbers as people write them, each space alone and between others. */
    static boolean isPlain(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean another = c == ' ';
            if (another ? space : !(c >= '0' && c <= '9') && c != '(' && c != ')' && c != '-' && c != '+') {
                return false;
            }
            space = another;
        }
        return !space;
    }
}
