package dev.outpace.model;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a set of calling rules as an object of a file; {@link RuleFields} reads it. What is as by default is left out. */
public final class RuleShape {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    private RuleShape() {}

    /** A whole set, without its times. */
    public static Json.Obj of(RuleSet set) {
        var shape = new RuleShape();
        shape.text("id", set.id().toString());
        shape.text("name", set.name());
        shape.text("detail", set.detail());
        shape.text("as_of", set.asOf() == null ? "" : set.asOf().toString());
        shape.hours(set.hours());
        if (set.unknownZone() != UnknownZone.NEVER) {
            shape.text("unknown_zone", JsonFields.word(set.unknownZone()));
        }
        shape.list("holidays", set.holidays(), RuleShape::of);
        if (!set.regions().isEmpty()) {
            var regions = new LinkedHashMap<String, Json>();
            set.regions().forEach((region, rules) -> regions.put(region, of(rules)));
            shape.put("regions", new Json.Obj(regions));
        }
        shape.list("attempts", set.attempts(), RuleShape::of);
        shape.object("rest", of(set.rest()), set.unknown());
        shape.text("person_key", set.personKey());
        shape.list("do_not_call", set.doNotCall(), id -> new Json.Text(id.toString()));
        shape.object("consent", of(set.consent()), set.unknown());
        return shape.with(set.unknown());
    }

    private static Json.Obj of(RegionRules rules) {
        var shape = new RuleShape();
        shape.hours(rules.hours());
        if (rules.attempts() != null) {
            shape.put("attempts", array(rules.attempts(), RuleShape::of));
        }
        return shape.with(rules.unknown());
    }

    private void hours(@Nullable WeekHours hours) {
        if (hours == null) {
            return;
        }
        var days = new LinkedHashMap<String, Json>();
        for (var day : DayOfWeek.values()) {
            if (!hours.on(day).isEmpty()) {
                days.put(RuleFields.name(day), windows(hours.on(day)));
            }
        }
        if (hours.holiday() != null) {
            days.put(RuleFields.HOLIDAY, windows(hours.holiday()));
        }
        if (hours.eve() != null) {
            days.put(RuleFields.EVE, windows(hours.eve()));
        }
        put("hours", new Json.Obj(days));
    }

    private static Json windows(List<CallWindow> windows) {
        return array(windows, window -> new Json.Text(window.text()));
    }

    private static Json of(Holiday holiday) {
        var shape = new RuleShape();
        shape.text("date", holiday.date().toString());
        shape.list("regions", holiday.regions(), Json.Text::new);
        shape.text("name", holiday.name());
        return shape.with(Json.Obj.EMPTY);
    }

    private static Json of(AttemptLimit limit) {
        var shape = new RuleShape();
        shape.put("max", new Json.Num(BigDecimal.valueOf(limit.max())));
        shape.text("within", RuleTimes.text(limit.within()));
        shape.text("per", JsonFields.word(limit.per()));
        return shape.with(Json.Obj.EMPTY);
    }

    private static Json.Obj of(RestRules rest) {
        var shape = new RuleShape();
        shape.duration("conversation", rest.conversation());
        shape.duration("refusal", rest.refusal());
        shape.duration("abandon", rest.abandon());
        if (rest.abandonWithAgent()) {
            shape.put("abandon_with_agent", new Json.Bool(true));
        }
        return shape.with(Json.Obj.EMPTY);
    }

    private static Json.Obj of(@Nullable ConsentRule consent) {
        var shape = new RuleShape();
        if (consent != null) {
            shape.text("date", consent.dateColumn());
            shape.text("expires", consent.expiryColumn());
            shape.text("valid", consent.valid() == null ? "" : RuleTimes.text(consent.valid()));
        }
        return shape.with(Json.Obj.EMPTY);
    }

    private void duration(String name, Duration duration) {
        if (!duration.isZero()) {
            text(name, RuleTimes.text(duration));
        }
    }

    private void text(String name, String text) {
        if (!text.isEmpty()) {
            put(name, new Json.Text(text));
        }
    }

    private <T> void list(String name, Collection<T> items, Function<T, Json> shape) {
        if (!items.isEmpty()) {
            put(name, array(items, shape));
        }
    }

    private static <T> Json array(Collection<T> items, Function<T, Json> shape) {
        return new Json.Array(items.stream().map(shape).toList());
    }

    /** An object with what was kept of it. */
    private void object(String name, Json.Obj object, Json.Obj kept) {
        var whole = new RuleShape();
        whole.fields.putAll(object.fields());
        var all = whole.with(kept.get(name) instanceof Json.Obj rest ? rest : Json.Obj.EMPTY);
        if (!all.isEmpty()) {
            put(name, all);
        }
    }

    private void put(String name, Json value) {
        fields.put(name, value);
    }

    private Json.Obj with(Json.Obj unknown) {
        unknown.fields().forEach(fields::putIfAbsent);
        return new Json.Obj(fields);
    }
}
