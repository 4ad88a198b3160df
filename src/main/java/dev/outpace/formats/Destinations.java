package dev.outpace.formats;

import dev.outpace.numbers.NumberReader;
import dev.outpace.numbers.Reading;
import java.util.regex.Pattern;

/** Reads the cell of a CSV file that should be a phone: what spreadsheets and exports put around a number is taken off. */
final class Destinations {
    /** A spreadsheet keeps a number from being reckoned with as {@code ="+12125550100"} or {@code =12125550100}. */
    private static final Pattern FORMULA = Pattern.compile("=\\s*(?:\"([^\"]*)\"|(\\+?\\d{7,15}))");
    /** Lead files of Facebook say {@code p:} before each number. */
    private static final Pattern PHONE_MARK = Pattern.compile("(?i)p:\\s*(?=[+\\d(])");

    private final NumberReader numbers;

    Destinations(NumberReader numbers) {
        this.numbers = numbers;
    }

    Reading read(String cell) {
        return numbers.read(number(cell));
    }

    /**
     * A number that may be written without its area code. With it, it counts if it can be dialed so, unless it says itself that
     * it is whole: by its country, or by the zero before an area code.
     */
    Reading read(String cell, String areaCode) {
        var number = number(cell);
        if (areaCode.isEmpty() || number.startsWith("+") || number.startsWith("0") || number.contains(":")) {
            return numbers.read(number);
        }
        return numbers.read(areaCode + ' ' + number) instanceof Reading.Dialable joined ? joined : numbers.read(number);
    }

    /** Most cells are: nothing of what is looked for stands in them. */
    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if ("0123456789()+- ".indexOf(cell.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The cell without what is put around a number. */
    static String number(String cell) {
        var plain = NumberReader.plain(cell);
        if (isPlain(plain)) {
            return plain;
        }
        var formula = FORMULA.matcher(plain);
        var quoted = formula.matches() ? formula.group(1) : null;
        var inner = quoted != null ? quoted.strip() : formula.matches() ? formula.group(2) : plain;
        var unquoted = inner.startsWith("'") || inner.startsWith("\u2019")
                ? inner.substring(1).strip()
                : inner;
        var mark = PHONE_MARK.matcher(unquoted);
        return mark.lookingAt() ? unquoted.substring(mark.end()) : unquoted;
    }
}
