package dev.outpace.flow;

import dev.outpace.flow.OptionKind.Shape;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Severity;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of one action against the catalogue. */
final class OptionCheck {
    private static final Pattern KEYS = Pattern.compile("[0-9A-Da-d#*]*");
    private static final String VARIABLE = "${";
    private static final int SHOWN = 60;

    /** Takes a problem of an option. */
    interface Report {
        void tell(Severity severity, String option, String code, Object... arguments);
    }

    private final ActionType type;
    private final Json.Obj options;
    private final FlowContext context;

    OptionCheck(ActionType type, Json.Obj options, FlowContext context) {
        this.type = type;
        this.options = options;
        this.context = context;
    }

    void check(Report report) {
        type.options().forEach(spec -> check(spec, report));
        var known = type.options().stream().map(OptionSpec::name).collect(Collectors.toSet());
        unknown(known, report);
        if (type == ActionType.CONDITION_DATETIME) {
            omitted("hour", report);
            omitted("minute", report);
        } else if (type == ActionType.CONDITION_VARIABLE) {
            var variable = options.text("variable", "");
            if (!variable.isBlank() && !variable.contains(VARIABLE)) {
                report.tell(Severity.WARNING, "variable", "flow.bare_variable", shown(variable));
            }
        }
    }

    private void unknown(Set<String> known, Report report) {
        for (var name : options.fields().keySet()) {
            if (!known.contains(name)) {
                report.tell(Severity.WARNING, shown(name), "flow.unknown_option", shown(name));
            }
        }
    }

    private void omitted(String name, Report report) {
        if (options.get(name) == null) {
            report.tell(Severity.WARNING, name, "flow.time_omitted", name);
        }
    }

    private void check(OptionSpec spec, Report report) {
        var value = options.get(spec.name());
        if (isUnset(spec, value)) {
            if (spec.required() && !standsIn(spec.unless())) {
                report.tell(Severity.ERROR, spec.name(), "flow.missing_option", spec.name());
            }
        } else if (value != null) {
            if (fits(spec.kind(), value)) {
                value(spec, value, report);
            } else {
                report.tell(Severity.ERROR, spec.name(), "flow.wrong_type", spec.name(), expected(spec.kind()));
            }
        }
    }

    private boolean standsIn(String other) {
        return type.spec(other)
                .filter(spec -> !isUnset(spec, options.get(other)))
                .isPresent();
    }

    private static boolean isUnset(OptionSpec spec, @Nullable Json value) {
        return switch (value) {
            case null -> true;
            case Json.Null _ -> true;
            case Json.Text(var text) ->
                text.isBlank()
                        || (spec.kind().isResource()
                                && Ids.parse(text).filter(Ids::isNil).isPresent());
            case Json.Array(var items) -> items.isEmpty() && spec.kind().shape() == Shape.ARRAY;
            default -> false;
        };
    }

    private static boolean fits(OptionKind kind, Json value) {
        if (!kind.shape().fits(value)) {
            return false;
        }
        return switch (kind) {
            case ACTION, QUEUE, FLOW, RESOURCE -> isId(value);
            case BRANCHES ->
                ((Json.Obj) value).fields().values().stream().allMatch(id -> id instanceof Json.Null || isId(id));
            case URLS -> all(value, Json.Text.class::isInstance);
            case WEEKDAYS -> all(value, day -> Shape.WHOLE.fits(day) && !(day instanceof Json.Null));
            case ADDRESS -> isAddress(value);
            case ADDRESSES -> all(value, OptionCheck::isAddress);
            case ACTIONS ->
                all(value, item -> item instanceof Json.Obj action && action.get("type") instanceof Json.Text);
            case ATTACHMENTS -> all(value, Json.Obj.class::isInstance);
            default -> true;
        };
    }

    private static boolean all(Json array, Predicate<Json> good) {
        return ((Json.Array) array).items().stream().allMatch(good);
    }

    /** A variable may stand where an id is meant; which one it is shows only when it runs. */
    private static boolean isId(Json value) {
        return value instanceof Json.Text(var text)
                && (text.isBlank()
                        || text.contains(VARIABLE)
                        || Ids.parse(text.strip()).isPresent());
    }

    private static boolean isAddress(Json value) {
        return value instanceof Json.Obj address
                && address.fields().values().stream()
                        .allMatch(part -> part instanceof Json.Text || part instanceof Json.Null);
    }

    private void value(OptionSpec spec, Json value, Report report) {
        switch (value) {
            case Json.Text(var text) -> text(spec, text, report);
            case Json.Num(var number) -> range(spec, number, report);
            case Json.Array(var days)
            when spec.kind() == OptionKind.WEEKDAYS ->
                days.forEach(day -> {
                    if (day instanceof Json.Num(var number) && !within(number, 0, 6)) {
                        report.tell(Severity.WARNING, spec.name(), "flow.out_of_range", number, 0, 6);
                    }
                });
            default -> {}
        }
    }

    private void text(OptionSpec spec, String text, Report report) {
        if (text.contains(VARIABLE)) {
            return;
        }
        switch (spec.kind()) {
            case CHOICE -> {
                if (!spec.values().contains(text)) {
                    report.tell(
                            Severity.WARNING,
                            spec.name(),
                            "flow.unknown_value",
                            shown(text),
                            String.join(", ", spec.values()));
                }
            }
            case KEYS -> {
                if (!KEYS.matcher(text).matches() || text.length() > spec.most()) {
                    report.tell(Severity.WARNING, spec.name(), "flow.not_keys", shown(text));
                }
            }
            case QUEUE -> resource(spec, text, context.queues(), report);
            case FLOW -> resource(spec, text, context.flows(), report);
            default -> {}
        }
    }

    private static void resource(OptionSpec spec, String text, Predicate<UUID> known, Report report) {
        if (Ids.parse(text.strip()).filter(id -> !known.test(id)).isPresent()) {
            report.tell(Severity.WARNING, spec.name(), "flow.unknown_resource", spec.name(), text.strip());
        }
    }

    private static void range(OptionSpec spec, BigDecimal number, Report report) {
        if (spec.least() != Long.MIN_VALUE && !within(number, spec.least(), spec.most())) {
            report.tell(
                    Severity.WARNING,
                    spec.name(),
                    spec.most() == Long.MAX_VALUE ? "flow.too_small" : "flow.out_of_range",
                    number,
                    spec.least(),
                    spec.most());
        }
    }

    private static boolean within(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static String expected(OptionKind kind) {
        return switch (kind) {
            case ACTION, QUEUE, FLOW, RESOURCE -> "id";
            case BRANCHES -> "ids";
            default -> kind.shape().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
    }
}
