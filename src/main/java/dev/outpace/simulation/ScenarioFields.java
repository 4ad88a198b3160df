package dev.outpace.simulation;

import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a scenario, taken out one by one. What is wrong is a problem and has a value that reading can
 * go on with; what is left at the end is not known.
 */
final class ScenarioFields {
    private static final int SHOWN = 60;

    private final Map<String, Json> left;
    private final String file;
    private final String path;
    private final List<Problem> problems;

    ScenarioFields(Json.Obj object, String file, String path, List<Problem> problems) {
        this.left = new LinkedHashMap<>(object.fields());
        this.file = file;
        this.path = path;
        this.problems = problems;
    }

    /** @param name empty for the object itself */
    void error(String name, String code, Object... args) {
        problems.add(Problem.error(code, place(name), args));
    }

    private String place(String name) {
        var whole = within(name);
        return whole.isEmpty() ? file : file + ' ' + whole;
    }

    private String within(String name) {
        return name.isEmpty() || path.isEmpty() ? path + name : path + '.' + name;
    }

    /** Names each field that nobody took. */
    void nothingLeft() {
        for (var name : left.keySet()) {
            problems.add(Problem.warning("field.left_out", place(shown(name))));
        }
    }

    boolean has(String name) {
        return left.containsKey(name) && !(left.get(name) instanceof Json.Null);
    }

    private @Nullable Json take(String name) {
        var value = left.remove(name);
        return value instanceof Json.Null ? null : value;
    }

    /** Null where it is absent or null. */
    @Nullable
    String text(String name) {
        return switch (take(name)) {
            case null -> null;
            case Json.Text(var text) -> text;
            case Json other -> {
                error(name, "field.not_text", shown(other));
                yield null;
            }
        };
    }

    double number(String name, double lowest, double highest, double otherwise) {
        var value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Json.Num(var number))) {
            error(name, "field.not_number", shown(value));
            return otherwise;
        }
        return inRange(name, number, lowest, highest) ? number.doubleValue() : otherwise;
    }

    double needed(String name, double lowest, double highest, double goOnWith) {
        if (!has(name)) {
            take(name);
            error(name, "field.missing");
            return goOnWith;
        }
        return number(name, lowest, highest, goOnWith);
    }

    long whole(String name, long lowest, long highest, long otherwise) {
        var value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Json.Num(var number))) {
            error(name, "field.not_number", shown(value));
            return otherwise;
        }
        if (!inRange(name, number, lowest, highest)) {
            return otherwise;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            error(name, "field.not_whole", shown(value));
            return otherwise;
        }
        return number.longValueExact();
    }

    private boolean inRange(String name, BigDecimal number, double lowest, double highest) {
        if (number.compareTo(new BigDecimal(lowest)) >= 0 && number.compareTo(new BigDecimal(highest)) <= 0) {
            return true;
        }
        error(name, "scenario.range", shown(new Json.Num(number)), text(lowest), text(highest));
        return false;
    }

    private static String text(double bound) {
        return new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString();
    }

    /** Null where it is absent or null. */
    @Nullable
    ScenarioFields object(String name) {
        return switch (take(name)) {
            case null -> null;
            case Json.Obj object -> new ScenarioFields(object, file, within(name), problems);
            case Json other -> {
                error(name, "field.not_object", shown(other));
                yield null;
            }
        };
    }

    /** An object that has to be there. */
    @Nullable
    ScenarioFields neededObject(String name) {
        if (!has(name)) {
            take(name);
            error(name, "field.missing");
            return null;
        }
        return object(name);
    }

    /** The names of the fields that are left. */
    List<String> names() {
        return List.copyOf(left.keySet());
    }

    /** The objects of a list, the first so many; empty where it is absent or null. */
    <T> List<T> objects(String name, int most, Function<ScenarioFields, @Nullable T> read) {
        var value = take(name);
        var found = new ArrayList<T>();
        if (value instanceof Json.Array(var items)) {
            if (items.size() > most) {
                error(name, "scenario.too_many", items.size(), most);
                return found;
            }
            for (int i = 0; i < items.size(); i++) {
                var at = name + '[' + i + ']';
                if (items.get(i) instanceof Json.Obj object) {
                    var item = read.apply(new ScenarioFields(object, file, within(at), problems));
                    if (item != null) {
                        found.add(item);
                    }
                } else {
                    error(at, "field.not_object", shown(items.get(i)));
                }
            }
        } else if (value != null) {
            error(name, "field.not_list", shown(value));
        }
        return found;
    }

    /** A text instead of an object, under the same name; null where there is an object or nothing. */
    @Nullable
    String textInstead(String name) {
        return left.get(name) instanceof Json.Text ? text(name) : null;
    }

    static String shown(Json value) {
        return switch (value) {
            case Json.Text(var text) -> '"' + shown(text) + '"';
            case Json.Num(var number) -> shown(number.toString());
            case Json.Bool(var flag) -> Boolean.toString(flag);
            case Json.Null _ -> "null";
            case Json.Array _ -> "[…]";
            case Json.Obj _ -> "{…}";
        };
    }

    /** Short, on one line, nothing that a terminal obeys. */
    static String shown(String text) {
        var cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "\uFFFD");
    }
}
