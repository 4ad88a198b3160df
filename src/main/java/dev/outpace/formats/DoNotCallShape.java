package dev.outpace.formats;

import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A do-not-call list in a set-up: {@code id}, {@code name}, {@code source}, {@code as_of} (a day), {@code max_age} ({@code "31d"}), {@code
 * every_campaign}, and {@code entries}: numbers in E.164 and prefixes such as {@code "+1900*"}.
 */
final class DoNotCallShape {
    static final String ENTRIES = "entries";

    /** Entries that an export writes; of a longer list it writes none, since a part would be taken for the whole. */
    static final int MAX_WRITTEN = 10_000;

    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})d");

    private DoNotCallShape() {}

    static DoNotCallContent read(Fields fields, NewIds ids) {
        var list = new DoNotCallList(
                ids.orNew(fields.id("id")),
                fields.text("name", Fields.MAX_NAME),
                fields.text("source", Fields.MAX_NAME),
                day(fields),
                maxAge(fields),
                fields.flag("every_campaign", false),
                fields.stamps(),
                Json.Obj.EMPTY);
        if (list.maxAgeDays() > 0 && list.asOf() == null) {
            fields.error("as_of", "dnc.no_date");
        }
        var entries = fields.has(ENTRIES) ? entries(fields) : null;
        return new DoNotCallContent(
                new DoNotCallList(
                        list.id(),
                        list.name(),
                        list.source(),
                        list.asOf(),
                        list.maxAgeDays(),
                        list.everyCampaign(),
                        list.stamps(),
                        fields.rest()),
                entries);
    }

    private static @Nullable LocalDate day(Fields fields) {
        var text = fields.text("as_of", Fields.MAX_NAME);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            fields.error("as_of", "field.not_day", Shown.of(text));
            return null;
        }
    }

    private static int maxAge(Fields fields) {
        var text = fields.text("max_age", Fields.MAX_NAME);
        if (text.isEmpty()) {
            return 0;
        }
        var days = DAYS.matcher(text);
        if (days.matches() && Integer.parseInt(days.group(1)) <= DoNotCallList.LONGEST_AGE) {
            return Integer.parseInt(days.group(1));
        }
        fields.error("max_age", "dnc.max_age", Shown.of(text), DoNotCallList.LONGEST_AGE);
        return 0;
    }

    private static DoNotCallEntries entries(Fields fields) {
        var builder = new DoNotCallEntries.Builder(DoNotCallLines.MAX_NUMBERS);
        var _ = fields.items(ENTRIES, DoNotCallLines.MAX_NUMBERS, (at, item) -> {
            var text = item instanceof Json.Text(var written) ? written.strip() : "";
            boolean prefix = text.endsWith("*");
            var entry = prefix ? DoNotCallLines.prefix(text) : DoNotCallEntries.entryOf(text);
            if (entry.isEmpty()) {
                fields.tellOf(Problem.error("dnc.no_entry", at.toString(), Shown.of(item)));
            } else if (prefix) {
                builder.prefix(entry.getAsLong());
            } else {
                builder.number(entry.getAsLong());
            }
            return null;
        });
        return builder.build();
    }

    /** @param entries null leaves them out */
    static Json.Obj write(DoNotCallList list, @Nullable List<String> entries) {
        var shape = new Shape(list.unknown()).id("id", list.id()).text("name", list.name());
        if (!list.source().isEmpty()) {
            shape.text("source", list.source());
        }
        var asOf = list.asOf();
        if (asOf != null) {
            shape.text("as_of", asOf.toString());
        }
        if (list.maxAgeDays() > 0) {
            shape.text("max_age", list.maxAgeDays() + "d");
        }
        if (list.everyCampaign()) {
            shape.put("every_campaign", new Json.Bool(true));
        }
        if (entries != null) {
            shape.list(ENTRIES, entries, Json.Text::new);
        }
        return shape.stamps(list.stamps()).toJson();
    }
}
