package dev.outpace.formats;

import dev.outpace.model.Address;
import dev.outpace.model.FilePlace;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.JsonFields;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.RuleFields;
import dev.outpace.model.Shown;
import dev.outpace.model.Stamps;
import dev.outpace.numbers.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a published resource. What is left at the end is unknown to Outpace and kept.
 */
final class Fields extends JsonFields {
    static final int MAX_NAME = Resource.MAX_NAME;
    static final int MAX_TEXT = 65_535;
    /** Of the type of an address; the longest published one has 11. */
    static final int MAX_TYPE = 12;

    private final Problems problems;
    private final Numbers numbers;

    /** Reads what stands in addresses. */
    interface Numbers {
        /** @param type as published, such as tel or sip */
        Reading read(String type, String target);
    }

    Fields(Json.Obj object, FilePlace place, Problems problems, Numbers numbers) {
        super(object, place, problems::add);
        this.problems = problems;
        this.numbers = numbers;
    }

    /** Nil when absent, null or empty. */
    UUID id(String name) {
        var value = take(name);
        return value == null ? Ids.NIL : id(place().field(name), value);
    }

    List<UUID> ids(String name) {
        return each(name, Integer.MAX_VALUE, this::id);
    }

    List<Integer> integers(String name, int min, int max) {
        return each(name, Integer.MAX_VALUE, (at, item) -> integer(at, item, min, max));
    }

    private @Nullable Integer integer(FilePlace at, Json item, int min, int max) {
        if (item instanceof Json.Num(var number)
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(min)) >= 0
                && number.compareTo(BigDecimal.valueOf(max)) <= 0) {
            return number.intValue();
        }
        error(at, "field.range", Shown.of(item), min, max);
        return null;
    }

    private UUID id(FilePlace at, Json value) {
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

    /** The items of a list, read one by one; nulls that {@code read} gives are left out. */
    <T> List<T> items(String name, int most, BiFunction<FilePlace, Json, @Nullable T> read) {
        return each(name, most, read);
    }

    void tellOf(Problem problem) {
        tell(problem);
    }

    /** What was not taken yet, as calling rules. */
    RuleFields asRules() {
        return new RuleFields(rest(), place(), this::tell);
    }

    /** Lets what was not taken of an object stay in this object, under the same name. */
    void keep(String name, Fields object) {
        var rest = object.rest();
        if (!rest.isEmpty()) {
            put(name, rest);
        }
    }

    /** Addresses of a list can't keep unknown fields: a warning says so. */
    List<Address> addresses(String name) {
        return objects(name, fields -> {
            var address = fields.address();
            fields.names().forEach(unknown -> fields.warning(Shown.of(unknown), "field.left_out"));
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
        var target = place().field("target").toString();
        return switch (numbers.read(address.type(), address.target())) {
            case Reading.Refused(var reason) -> {
                tell(reason.at(target));
                yield address;
            }
            case Reading.Dialable(var read, var warning) -> {
                if (warning != null) {
                    tell(warning.at(target));
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

    @Nullable
    Fields object(String name) {
        var tree = tree(name);
        return tree == null ? null : new Fields(tree, place().field(name), problems, numbers);
    }

    /** The objects of a list, read one by one; nulls that {@code read} gives are left out. */
    <T> List<T> objects(String name, Function<Fields, @Nullable T> read) {
        return each(name, Integer.MAX_VALUE, (at, value) -> {
            var object = item(at, value);
            return object == null ? null : read.apply(new Fields(object, at, problems, numbers));
        });
    }
}
