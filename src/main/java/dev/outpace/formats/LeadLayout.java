package dev.outpace.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a file for the lead loader of VICIdial and its kin by its values: it has 26 fields, or those and more, in a fixed order
 * and without a header.
 */
final class LeadLayout {
    /** The order of the loader's fields, by its documentation. */
    private static final List<String> FIELDS = List.of(
            "vendor_lead_code",
            "source_id",
            "list_id",
            "phone_code",
            "phone_number",
            "title",
            "first_name",
            "middle_initial",
            "last_name",
            "address1",
            "address2",
            "address3",
            "city",
            "state",
            "province",
            "postal_code",
            "country_code",
            "gender",
            "date_of_birth",
            "alt_phone",
            "email",
            "security_phrase",
            "comments",
            "called_count",
            "status",
            "entry_date");

    private static final int LIST_ID = FIELDS.indexOf("list_id");
    private static final int PHONE_CODE = FIELDS.indexOf("phone_code");
    private static final int PHONE_NUMBER = FIELDS.indexOf("phone_number");
    private static final int GENDER = FIELDS.indexOf("gender");
    private static final Pattern DIGITS_OR_NONE = Pattern.compile("\\d{0,14}");
    private static final Pattern CODE = Pattern.compile("\\+?\\d{1,5}");
    private static final Pattern NUMBER = Pattern.compile("[\\d ().-]{6,20}");
    private static final Pattern ONE_LETTER_OR_NONE = Pattern.compile("[A-Za-z]?");

    private final List<List<String>> samples;

    LeadLayout(List<List<String>> samples) {
        this.samples = samples;
    }

    /** The names of the columns; none where the file is no such one. */
    List<String> names() {
        int columns = samples.isEmpty() ? 0 : samples.getFirst().size();
        boolean fits = columns >= FIELDS.size()
                && samples.stream()
                        .allMatch(row -> DIGITS_OR_NONE
                                        .matcher(row.get(LIST_ID))
                                        .matches()
                                && CODE.matcher(row.get(PHONE_CODE)).matches()
                                && NUMBER.matcher(row.get(PHONE_NUMBER)).matches()
                                && ONE_LETTER_OR_NONE.matcher(row.get(GENDER)).matches());
        if (!fits) {
            return List.of();
        }
        var names = new ArrayList<>(FIELDS);
        for (int i = FIELDS.size(); i < columns; i++) {
            names.add("column_" + (i + 1));
        }
        return List.copyOf(names);
    }
}
