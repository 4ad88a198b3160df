package dev.outpace.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a set of calling rules, or a part of one, from an object of a file; {@link RuleShape} writes it. */
public final class RuleFields extends JsonFields {
    static final String HOLIDAY = "holiday";
    static final String EVE = "eve";

    private static final int MOST_HOLIDAYS = 20_000;
    private static final int MOST_LIMITS = 20;
    private static final int MOST_LISTS = 1_000;
    private static final int MAX_DETAIL = 65_535;
    private static final int MOST_YEARS = 100;

    public RuleFields(Json.Obj object, FilePlace place, Consumer<Problem> problems) {
        super(object, place, problems);
    }

    private RuleFields nested(Json.Obj object, FilePlace at) {
        return new RuleFields(object, at, this::tell);
    }

    /**
     * A whole set, without its times, which other files write in other ways. What is wrong is left out, and told.
     *
     * @param newId for a set without an id
     */
    public RuleSet ruleSet(Function<UUID, UUID> newId, Stamps stamps) {
        required("name");
        return new RuleSet(
                newId.apply(id("id")),
                text("name", Resource.MAX_NAME),
                text("detail", MAX_DETAIL),
                dateOrNull("as_of"),
                hours("hours"),
                word("unknown_zone", UnknownZone.NEVER),
                each("holidays", MOST_HOLIDAYS, this::holiday),
                regions(),
                Optional.ofNullable(attempts()).orElse(List.of()),
                rest("rest"),
                text("person_key", Resource.MAX_NAME),
                each("do_not_call", MOST_LISTS, this::id),
                consent("consent"),
                stamps,
                rest());
    }

    private UUID id(String name) {
        var value = take(name);
        return value == null
                ? Ids.NIL
                : Optional.ofNullable(id(place().field(name), value)).orElse(Ids.NIL);
    }

    private @Nullable UUID id(FilePlace at, Json value) {
        if (value instanceof Json.Text(var text)) {
            if (text.isEmpty()) {
                return null;
            }
            var id = Ids.parse(text);
            if (id.isPresent()) {
                return id.get();
            }
        }
        error(at, "field.not_id", Shown.of(value));
        return null;
    }

    private @Nullable LocalDate dateOrNull(String name) {
        var value = take(name);
        return value == null ? null : date(place().field(name), value);
    }

    private @Nullable LocalDate date(FilePlace at, Json value) {
        return read(at, value, RuleTimes::date, "rules.no_date");
    }

    private <T> @Nullable T read(FilePlace at, Json value, Function<String, Optional<T>> reading, String code) {
        var read = value instanceof Json.Text(var text) ? reading.apply(text) : Optional.<T>empty();
        if (read.isEmpty()) {
            error(at, code, Shown.of(value));
        }
        return read.orElse(null);
    }

    private @Nullable WeekHours hours(String name) {
        var object = tree(name);
        return object == null ? null : nested(object, place().field(name)).week();
    }

    private WeekHours week() {
        var days = new EnumMap<DayOfWeek, List<CallWindow>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var windows = windows(name(day));
            if (windows != null) {
                days.put(day, windows);
            }
        }
        var week = new WeekHours(days, windows(HOLIDAY), windows(EVE));
        // A day that is misspelt would be a day without calls.
        names().forEach(other -> error(Shown.of(other), "rules.no_day", Shown.of(other)));
        return week;
    }

    static String name(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private @Nullable List<CallWindow> windows(String day) {
        if (!has(day)) {
            drop(day);
            return null;
        }
        var windows = each(
                day,
                WeekHours.MOST_WINDOWS,
                (at, value) -> this.<CallWindow>read(at, value, RuleTimes::window, "rules.no_window"));
        for (int i = 0; i < windows.size(); i++) {
            for (var other : windows.subList(0, i)) {
                if (windows.get(i).overlaps(other)) {
                    error(
                            place().field(day).item(i),
                            "rules.windows_overlap",
                            windows.get(i).text(),
                            other.text());
                }
            }
        }
        return windows;
    }

    private @Nullable Holiday holiday(FilePlace at, Json value) {
        var object = item(at, value);
        if (object == null) {
            return null;
        }
        var fields = nested(object, at);
        fields.required("date");
        var date = fields.dateOrNull("date");
        var regions = fields.<String>each("regions", MOST_HOLIDAYS, fields::region);
        var name = fields.text("name", Resource.MAX_NAME);
        fields.leaveOut();
        return date == null ? null : new Holiday(date, regions, name);
    }

    /** Items of a list can't keep what nobody knows. */
    private void leaveOut() {
        names().forEach(unknown -> warning(Shown.of(unknown), "field.left_out"));
    }

    private @Nullable String region(FilePlace at, Json value) {
        if (value instanceof Json.Text(var region) && Regions.isKnown(region)) {
            return region;
        }
        error(at, "rules.no_region", Shown.of(value));
        return null;
    }

    private Map<String, RegionRules> regions() {
        var regions = new LinkedHashMap<String, RegionRules>();
        var object = tree("regions");
        if (object == null) {
            return regions;
        }
        object.fields().forEach((region, rules) -> {
            var at = place().field("regions").field(Shown.of(region));
            var own = item(at, rules);
            if (region(at, new Json.Text(region)) != null && own != null) {
                var fields = nested(own, at);
                regions.put(region, new RegionRules(fields.hours("hours"), fields.attempts(), fields.rest()));
            }
        });
        return regions;
    }

    private @Nullable List<AttemptLimit> attempts() {
        if (!has("attempts")) {
            drop("attempts");
            return null;
        }
        return each("attempts", MOST_LIMITS, this::limit);
    }

    private @Nullable AttemptLimit limit(FilePlace at, Json value) {
        var object = item(at, value);
        if (object == null) {
            return null;
        }
        var fields = nested(object, at);
        fields.required("max");
        fields.required("within");
        int max = fields.integer("max", 1, AttemptLimit.MOST_CALLS, 1);
        var within = fields.duration("within", AttemptLimit.LONGEST);
        var per = fields.word("per", AttemptLimit.Per.NUMBER);
        fields.leaveOut();
        if (within.isZero()) {
            return null;
        }
        return new AttemptLimit(max, within, per);
    }

    /** Zero where it is absent; a zero that is written is a mistake. */
    private Duration duration(String name, Duration longest) {
        var value = take(name);
        if (value == null) {
            return Duration.ZERO;
        }
        var at = place().field(name);
        var duration = read(at, value, RuleTimes::duration, "rules.no_duration");
        if (duration != null && (duration.isZero() || duration.compareTo(longest) > 0)) {
            return wrong(at, "rules.duration_range", Duration.ZERO, Shown.of(value), RuleTimes.text(longest));
        }
        return duration == null ? Duration.ZERO : duration;
    }

    private RestRules rest(String name) {
        var object = tree(name);
        if (object == null) {
            return RestRules.NONE;
        }
        var fields = nested(object, place().field(name));
        var rest = new RestRules(
                fields.duration("conversation", RestRules.LONGEST),
                fields.duration("refusal", RestRules.LONGEST),
                fields.duration("abandon", RestRules.LONGEST),
                fields.flag("abandon_with_agent", false));
        keep(name, fields);
        return rest;
    }

    private @Nullable ConsentRule consent(String name) {
        var object = tree(name);
        if (object == null) {
            return null;
        }
        var fields = nested(object, place().field(name));
        var column = fields.text("date", Resource.MAX_NAME);
        if (column.isBlank()) {
            fields.error("date", "field.missing");
        }
        var rule = new ConsentRule(column, fields.text("expires", Resource.MAX_NAME), fields.period("valid"));
        keep(name, fields);
        return rule;
    }

    private @Nullable Period period(String name) {
        var value = take(name);
        if (value == null) {
            return null;
        }
        var at = place().field(name);
        var period = read(at, value, RuleTimes::period, "rules.no_period");
        boolean usable = period != null && !period.isZero() && period.toTotalMonths() <= MOST_YEARS * 12L;
        if (period != null && !usable) {
            error(at, "rules.no_period", Shown.of(value));
        }
        return usable ? period : null;
    }

    /** What was not taken of an object stays in this one. */
    private void keep(String name, RuleFields object) {
        if (!object.rest().isEmpty()) {
            put(name, object.rest());
        }
    }
}
