package dev.outpace.formats;

import java.util.Locale;
import java.util.Set;

/** What a cell says of where a person is. */
final class RegionCell {
    private static final Set<String> STATES = Set.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
            "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
            "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY");
    private static final Set<String> PROVINCES =
            Set.of("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT");
    private static final String US = "US-";
    private static final String CANADA = "CA-";

    private RegionCell() {}

    /** Whether it is the code of a state of the US or of a province of Canada. */
    static boolean isState(String cell) {
        return !state(cell.strip().toUpperCase(Locale.ROOT)).isEmpty();
    }

    /**
     * As {@code FR} or {@code US-FL}; empty where it says nothing that is known.
     *
     * @param northAmerica whether the number is one of North America, where CA is California and not Canada
     */
    static String region(String cell, boolean northAmerica, Countries countries) {
        var code = cell.strip().toUpperCase(Locale.ROOT);
        var state = state(code);
        if (code.startsWith(US) || code.startsWith(CANADA)) {
            return state(code.substring(US.length())).equals(code) ? code : "";
        }
        var country = countries.region(cell.strip());
        return northAmerica && !state.isEmpty() ? state : country;
    }

    private static String state(String code) {
        return STATES.contains(code) ? US + code : PROVINCES.contains(code) ? CANADA + code : "";
    }
}
