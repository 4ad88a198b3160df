package dev.outpace.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of one object of a file. A field that is absent or null gets its default. A field of the wrong type gets its
 * default, too, and is reported as a problem that names file, place and reason. The fields left at the end are unknown; each
 * kind of file treats them in its own way.
 */
public abstract class JsonFields {
    private final Map<String, Json> left;
    private final FilePlace place;
    private final Consumer<Problem> problems;

    protected JsonFields(Json.Obj object, FilePlace place, Consumer<Problem> problems) {
        this.left = new LinkedHashMap<>(object.fields());
        this.place = place;
        this.problems = problems;
    }

    public FilePlace place() {
        return place;
    }

    /** @param name of the field; empty for the object as a whole */
    public void error(String name, String code, Object... args) {
        error(at(name), code, args);
    }

    /** @param name of the field; empty for the object as a whole */
    public void warning(String name, String code, Object... args) {
        tell(Problem.warning(code, at(name).toString(), args));
    }

    private FilePlace at(String name) {
        return name.isEmpty() ? place : place.field(name);
    }

    protected void error(FilePlace at, String code, Object... args) {
        tell(Problem.error(code, at.toString(), args));
    }

    protected void tell(Problem problem) {
        problems.accept(problem);
    }

    /** Whether the field exists and is not null. */
    public boolean has(String name) {
        return left.containsKey(name) && !(left.get(name) instanceof Json.Null);
    }

    /** The field's value, without taking the field. */
    public @Nullable Json peek(String name) {
        return left.get(name);
    }

    /** The names of the fields that were not taken. */
    public List<String> names() {
        return List.copyOf(left.keySet());
    }

    /** The fields that were not taken. */
    public Json.Obj rest() {
        return left.isEmpty() ? Json.Obj.EMPTY : new Json.Obj(left);
    }

    /** Replaces the value of a field that was taken. */
    protected void put(String name, Json value) {
        left.put(name, value);
    }

    /** Discards a field that is read elsewhere. */
    public void drop(String name) {
        left.remove(name);
    }

    /** Takes the field. Null if it is absent or JSON's null. */
    protected @Nullable Json take(String name) {
        var value = left.remove(name);
        return value instanceof Json.Null ? null : value;
    }

    public void required(String name) {
        if (!left.containsKey(name)) {
            error(name, "field.missing");
        }
    }

    public String text(String name, int maxLength) {
        return switch (take(name)) {
            case null -> "";
            case Json.Text(var text) when text.length() <= maxLength -> text;
            case Json.Text _ -> wrong(place.field(name), "field.too_long", "", maxLength);
            case Json other -> wrong(place.field(name), "field.not_text", "", Shown.of(other));
        };
    }

    public int integer(String name, int min, int max, int otherwise) {
        return (int) number(name, min, max, otherwise);
    }

    public long number(String name, long min, long max, long otherwise) {
        var value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Json.Num(var number))) {
            return wrong(place.field(name), "field.not_number", otherwise, Shown.of(value));
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return wrong(place.field(name), "field.not_whole", otherwise, Shown.of(value));
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            return wrong(place.field(name), "field.range", otherwise, Shown.of(value), min, max);
        }
        return number.longValueExact();
    }

    /** @return the value as it stands in the file; the default if it is outside the range */
    public double decimal(String name, double min, double max, double otherwise) {
        var value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Json.Num(var number))) {
            return wrong(place.field(name), "field.not_number", otherwise, Shown.of(value));
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            return wrong(place.field(name), "field.outside", otherwise, Shown.of(value), bound(min), bound(max));
        }
        return number.doubleValue();
    }

    private static String bound(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    public boolean flag(String name, boolean otherwise) {
        return switch (take(name)) {
            case null -> otherwise;
            case Json.Bool(var flag) -> flag;
            case Json other -> wrong(place.field(name), "field.not_flag", otherwise, Shown.of(other));
        };
    }

    /** Reads a constant, written in lower case. An empty word counts as absent. */
    public <E extends Enum<E>> E word(String name, E otherwise) {
        return word(name, List.of(otherwise.getDeclaringClass().getEnumConstants()), otherwise);
    }

    public <E extends Enum<E>> E word(String name, List<E> words, E otherwise) {
        return word(name, words, JsonFields::word, otherwise);
    }

    /** @param written converts a constant to its word in the file */
    public <E> E word(String name, List<E> words, Function<E, String> written, E otherwise) {
        var value = take(name);
        if (value == null || value.equals(new Json.Text(""))) {
            return otherwise;
        }
        for (var word : words) {
            if (value instanceof Json.Text(var text) && text.equals(written.apply(word))) {
                return word;
            }
        }
        var all = words.stream().map(written).collect(Collectors.joining(", "));
        return wrong(place.field(name), "field.not_a_word", otherwise, Shown.of(value), all);
    }

    /** A constant as it is written in files. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** An object that is kept as it is; null if it is absent or null. */
    public Json.@Nullable Obj tree(String name) {
        return switch (take(name)) {
            case null -> null;
            case Json.Obj object -> object;
            case Json other -> wrong(place.field(name), "field.not_object", Json.Obj.EMPTY, Shown.of(other));
        };
    }

    /**
     * Reads the items of a list one by one, leaving out those for which {@code read} returns null. A list of more than {@code
     * most} items is a problem.
     */
    protected <T> List<T> each(String name, int most, BiFunction<FilePlace, Json, @Nullable T> read) {
        var value = take(name);
        if (value == null) {
            return List.of();
        }
        var found = new ArrayList<T>();
        if (!(value instanceof Json.Array(var items))) {
            error(name, "field.not_list", Shown.of(value));
            return found;
        }
        if (items.size() > most) {
            error(name, "field.too_many", items.size(), most);
            return found;
        }
        for (int i = 0; i < items.size(); i++) {
            var item = read.apply(place.field(name).item(i), items.get(i));
            if (item != null) {
                found.add(item);
            }
        }
        return found;
    }

    /** The object that an item is; null where it is none, which is told. */
    protected Json.@Nullable Obj item(FilePlace at, Json value) {
        if (value instanceof Json.Obj object) {
            return object;
        }
        error(at, "field.not_object", Shown.of(value));
        return null;
    }

    protected <T> T wrong(FilePlace at, String code, T otherwise, Object... args) {
        error(at, code, args);
        return otherwise;
    }
}
