package dev.outpace.formats;

import dev.outpace.numbers.NumberReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Readers by what a column says of the country of a row. */
final class Countries {
    /** 44, +44, 0044, and as it is dialed in North America 01144. */
    private static final Pattern CALLING_CODE = Pattern.compile("(?:\\+|00|011)?([1-9]\\d{0,2})(?:[.,]0)?");

    private final Destinations otherwise;
    private final Map<String, Destinations> readers = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();

    /** @param otherwise for rows that say nothing */
    Countries(NumberReader otherwise) {
        this.otherwise = new Destinations(otherwise);
        for (var region : Locale.getISOCountries()) {
            var locale = Locale.of("", region);
            regions.put(locale.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), region);
            regions.put(region.toLowerCase(Locale.ROOT), region);
            regions.put(locale.getISO3Country().toLowerCase(Locale.ROOT), region);
        }
        regions.put("usa", "US");
        regions.put("uk", "GB");
    }

    /** For a country that nobody knows, a reader that takes only numbers with their own. */
    Destinations readerOf(String country) {
        return country.isEmpty() ? otherwise : readers.computeIfAbsent(regionOf(country), Countries::reader);
    }

    private String regionOf(String country) {
        return isCallingCode(country)
                ? regionOfCallingCode(country)
                : regions.getOrDefault(country.toLowerCase(Locale.ROOT), "");
    }

    /** Whether a cell is written as what is dialed before numbers from abroad. */
    static boolean isCallingCode(String cell) {
        return CALLING_CODE.matcher(cell).matches();
    }

    /** Empty where no country has it. */
    static String regionOfCallingCode(String cell) {
        var code = CALLING_CODE.matcher(cell);
        return code.matches() ? NumberReader.regionOfCallingCode(Integer.parseInt(code.group(1))) : "";
    }

    private static Destinations reader(String region) {
        return new Destinations(new NumberReader(region));
    }
}
