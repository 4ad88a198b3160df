package dev.outpace.formats;

import dev.outpace.numbers.NumberReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Readers by what a column says of the country of a row. */
final class Countries {
    private static final Pattern CALLING_CODE = Pattern.compile("\\+?0{0,2}\\d{1,3}");

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
        }
        regions.put("usa", "US");
        regions.put("uk", "GB");
    }

    /** For a country that nobody knows, a reader that takes only numbers with their own. */
    Destinations readerOf(String country) {
        return country.isEmpty() ? otherwise : readers.computeIfAbsent(regionOf(country), Countries::reader);
    }

    private String regionOf(String country) {
        return CALLING_CODE.matcher(country).matches()
                ? NumberReader.regionOfCallingCode(Integer.parseInt(country.replace("+", "")))
                : regions.getOrDefault(country.toLowerCase(Locale.ROOT), "");
    }

    private static Destinations reader(String region) {
        return new Destinations(new NumberReader(region));
    }
}
