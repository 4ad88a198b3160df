package dev.outpace.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Regions that calling rules can tell apart: countries by ISO 3166-1, and states and provinces of the US and Canada by 3166-2. */
public final class Regions {
    /** Kosovo, Ascension and Tristan da Cunha have country calling codes, but no code of ISO. */
    private static final Set<String> COUNTRIES = countries("XK", "AC", "TA");

    private static final Map<String, String> PARTS = parts(
            "US",
            "AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware,"
                    + " DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana,"
                    + " IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts,"
                    + " MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada,"
                    + " NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina,"
                    + " ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island,"
                    + " SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia,"
                    + " WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming",
            "CA",
            "AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador,"
                    + " NS Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island,"
                    + " QC Quebec, SK Saskatchewan, YT Yukon");

    private Regions() {}

    private static Set<String> countries(String... more) {
        var all = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        all.addAll(List.of(more));
        return Collections.unmodifiableSet(all);
    }

    private static Map<String, String> parts(String... countriesAndParts) {
        var all = new TreeMap<String, String>();
        for (int i = 0; i < countriesAndParts.length; i += 2) {
            for (var part : countriesAndParts[i + 1].split(", ", -1)) {
                all.put(countriesAndParts[i] + '-' + part.substring(0, 2), part.substring(3));
            }
        }
        return Collections.unmodifiableMap(all);
    }

    public static boolean isKnown(String region) {
        return COUNTRIES.contains(region) || PARTS.containsKey(region);
    }

    /** States and provinces of the US and Canada, as {@code US-FL}. */
    public static Set<String> parts() {
        return PARTS.keySet();
    }

    /** Such as France or Florida. */
    public static String name(String region) {
        var part = PARTS.get(region);
        return part != null ? part : Locale.of("", region).getDisplayCountry(Locale.ENGLISH);
    }
}
