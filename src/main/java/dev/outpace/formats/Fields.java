package dev.outpace.formats;

import dev.outpace.model.Address;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.Shown;
import dev.outpace.model.Stamps;
import dev.outpace.numbers.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a file, taken out one by one; what is left at the end is unknown to Outpace and kept. A
 * field that is absent or null has its default; a field of the wrong kind is a problem and has its default too.
 */
final class Fields {
    static final int MAX_NAME = Resource.MAX_NAME;
    static final int MAX_TEXT = 65_535;
    /** Of the type of an address; the longest published one has 11. */
    static final int MAX_TYPE = 12;

    private final Map<String, Json> left;
    private final Place place;
    private final Problems problems;
    private final Numbers numbers;

    /** Reads what stands in addresses. */
    interface Numbers {
        /** @param type as published, such as tel or sip */
        Reading read(String type, String target);
    }

    Fields(Json.Obj object, Place place, Problems problems, Numbers numbers) {
        this.left = new LinkedHashMap<>(object.fields());
        this.place = place;
        this.problems = problems;
        this.numbers = numbers;
    }

    Place place() {
        return place;
    }

    /** @param name empty for the object as a whole */
    void error(String name, String code, Object... args) {
        error(name.isEmpty() ? place : place.field(name), code, args);
    }

    /** @param name empty for the object as a whole */
    void warning(String name, String code, Object... args) {
        var at = name.isEmpty() ? place : place.field(name);
        problems.add(Problem.warning(code, at.toString(), args));
    }

    private void error(Place at, String code, Object... args) {
        problems.add(Problem.error(code, at.toString(), args));
    }

    /** The field's value, which stays to be taken. */
    @Nullable
    Json peek(String name) {
        return left.get(name);
    }

    /** What was not taken, to be kept. */
    Json.Obj rest() {
        return left.isEmpty() ? Json.Obj.EMPTY : new Json.Obj(left);
    }

    void required(String name) {
        if (!left.containsKey(name)) {
            error(name, "field.missing");
        }
    }

    String text(String name, int maxLength) {
        return switch (take(name)) {
            case null -> "";
            case Json.Text(var text) when text.length() <= maxLength -> text;
            case Json.Text _ -> wrong(place.field(name), "field.too_long", "", maxLength);
            case Json other -> wrong(place.field(name), "field.not_text", "", Shown.of(other));
        };
    }

    /** Nil when absent, null or empty. */
    UUID id(String name) {
        var value = take(name);
        return value == null ? Ids.NIL : id(place.field(name), value);
    }

    List<UUID> ids(String name) {
        return each(name, this::id);
    }

    private UUID id(Place at, Json value) {
        if (value instanceof Json.Text(var text)) {
            if (text.isEmpty()) {
                return Ids.NIL;
            }
            var id = Ids.parse(text);
            if (id.isPresent()) {
                return id.get();
            }
        }
        return wrong(at, "field.not_id", Ids.NIL, Shown.of(value));
    }

    int integer(String name, int min, int max, int otherwise) {
        return (int) number(name, min, max, otherwise);
    }

    long number(String name, long min, long max, long otherwise) {
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

    /** As it stands in the file, within a range. */
    double decimal(String name, double min, double max, double otherwise) {
        var value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Json.Num(var number))) {
            return wrong(place.field(name), "field.not_number", otherwise, Shown.of(value));
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            return wrong(
                    place.field(name),
                    "field.share",
                    otherwise,
                    Shown.of(value),
                    BigDecimal.valueOf(min).toPlainString(),
                    BigDecimal.valueOf(max).toPlainString());
        }
        return number.doubleValue();
    }

    boolean flag(String name, boolean otherwise) {
        return switch (take(name)) {
            case null -> otherwise;
            case Json.Bool(var flag) -> flag;
            case Json other -> wrong(place.field(name), "field.not_flag", otherwise, Shown.of(other));
        };
    }

    /** One of the constants, written in lower case; an empty word is as good as none. */
    <E extends Enum<E>> E word(String name, E otherwise) {
        return word(name, List.of(otherwise.getDeclaringClass().getEnumConstants()), otherwise);
    }

    <E extends Enum<E>> E word(String name, List<E> words, E otherwise) {
        return word(name, words, Fields::word, otherwise);
    }

    /** @param written how a word stands in the file */
    <E> E word(String name, List<E> words, Function<E, String> written, E otherwise) {
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

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    Stamps stamps() {
        return new Stamps(time("tm_create"), time("tm_update"), time("tm_delete"));
    }

    @Nullable
    Instant time(String name) {
        var value = take(name);
        if (value == null || value.equals(new Json.Text(""))) {
            return null;
        }
        var moment = value instanceof Json.Text(var text) ? Times.read(text).orElse(null) : null;
        if (moment == null) {
            error(name, "field.not_time", Shown.of(value));
        }
        return moment;
    }

    /**
     * An address; null where it is absent or empty. Its unknown fields stay in this object under the address's name, where
     * {@link Shape#address} finds them.
     */
    @Nullable
    Address address(String name) {
        var fields = object(name);
        if (fields == null) {
            return null;
        }
        var address = fields.address();
        keep(name, fields);
        return address;
    }

    /** Lets what was not taken of an object stay in this object, under the same name. */
    void keep(String name, Fields object) {
        if (!object.left.isEmpty()) {
            left.put(name, object.rest());
        }
    }

    /** Addresses of a list can't keep unknown fields: a warning says so. */
    List<Address> addresses(String name) {
        return objects(name, fields -> {
            var address = fields.address();
            fields.left.keySet().forEach(unknown -> fields.warning(Shown.of(unknown), "field.left_out"));
            return address;
        });
    }

    private @Nullable Address address() {
        var address = new Address(
                shared(text("type", MAX_TYPE)),
                text("target", MAX_NAME),
                text("target_name", MAX_NAME),
                text("name", MAX_NAME),
                text("detail", MAX_TEXT));
        boolean empty = Stream.of(
                        address.type(), address.target(), address.targetName(), address.name(), address.detail())
                .allMatch(String::isEmpty);
        return empty ? null : address.isEmpty() ? address : dialable(address);
    }

    /** The address in the form in which it is dialed, beside what the file has; as it stands where it can't be read. */
    private Address dialable(Address address) {
        var target = place.field("target").toString();
        return switch (numbers.read(address.type(), address.target())) {
            case Reading.Refused(var reason) -> {
                problems.add(reason.at(target));
                yield address;
            }
            case Reading.Dialable(var read, var warning) -> {
                if (warning != null) {
                    problems.add(warning.at(target));
                }
                yield new Address(
                                shared(read.type()),
                                read.target(),
                                address.targetName(),
                                address.name(),
                                address.detail())
                        .writtenAs(address.target());
            }
        };
    }

    /** A million targets share the two types that are dialed. */
    private static String shared(String type) {
        return switch (type) {
            case "tel" -> "tel";
            case "sip" -> "sip";
            default -> type;
        };
    }

    Json.@Nullable Obj tree(String name) {
        return switch (take(name)) {
            case null -> null;
            case Json.Obj object -> object;
            case Json other -> wrong(place.field(name), "field.not_object", Json.Obj.EMPTY, Shown.of(other));
        };
    }

    @Nullable
    Fields object(String name) {
        var tree = tree(name);
        return tree == null ? null : new Fields(tree, place.field(name), problems, numbers);
    }

    /** The objects of a list, read one by one; nulls that {@code read} gives are left out. */
    <T> List<T> objects(String name, Function<Fields, @Nullable T> read) {
        return each(name, (at, value) -> {
            if (value instanceof Json.Obj object) {
                return read.apply(new Fields(object, at, problems, numbers));
            }
            error(at, "field.not_object", Shown.of(value));
            return null;
        });
    }

    private <T> List<T> each(String name, BiFunction<Place, Json, @Nullable T> read) {
        var value = take(name);
        if (value == null) {
            return List.of();
        }
        var found = new ArrayList<T>();
        if (value instanceof Json.Array(var items)) {
            for (int i = 0; i < items.size(); i++) {
                var item = read.apply(place.field(name).item(i), items.get(i));
                if (item != null) {
                    found.add(item);
                }
            }
        } else {
            error(name, "field.not_list", Shown.of(value));
        }
        return found;
    }

    /** Leaves out what is read elsewhere. */
    void drop(String name) {
        left.remove(name);
    }

    /** The field's value, now taken; null when it is absent or JSON's null. */
    private @Nullable Json take(String name) {
        var value = left.remove(name);
        return value instanceof Json.Null ? null : value;
    }

    private <T> T wrong(Place at, String code, T otherwise, Object... args) {
        error(at, code, args);
        return otherwise;
    }
}
