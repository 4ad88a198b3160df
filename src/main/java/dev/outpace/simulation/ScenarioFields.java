package dev.outpace.simulation;

import dev.outpace.model.FilePlace;
import dev.outpace.model.Json;
import dev.outpace.model.JsonFields;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one object of a scenario. Unknown fields are ignored, with a warning. */
final class ScenarioFields extends JsonFields {
    static final int MAX_NAME = 200;

    private final Consumer<Problem> problems;

    ScenarioFields(Json.Obj object, FilePlace place, Consumer<Problem> problems) {
        super(object, place, problems);
        this.problems = problems;
    }

    /** Warns of each field that was not taken. */
    void nothingLeft() {
        names().forEach(name -> warning(Shown.of(name), "field.left_out"));
    }

    private boolean isMissing(String name) {
        if (has(name)) {
            return false;
        }
        drop(name);
        error(name, "field.missing");
        return true;
    }

    double needed(String name, double lowest, double highest, double goOnWith) {
        return isMissing(name) ? goOnWith : decimal(name, lowest, highest, goOnWith);
    }

    /** Reads one of these words; empty if the field is missing or has another value, which are problems. */
    String neededWord(String name, String... words) {
        return isMissing(name) ? "" : word(name, List.of(words), Function.identity(), "");
    }

    /** Null if the field is absent or null. */
    @Nullable
    ScenarioFields object(String name) {
        boolean there = has(name) && peek(name) instanceof Json.Obj;
        var object = tree(name);
        return there && object != null ? new ScenarioFields(object, place().field(name), problems) : null;
    }

    /** Reports a problem if the object is absent. */
    @Nullable
    ScenarioFields neededObject(String name) {
        return isMissing(name) ? null : object(name);
    }

    /** The objects of a list; empty if the list is absent or null. A list of more than {@code most} objects is a problem. */
    <T> List<T> objects(String name, int most, Function<ScenarioFields, @Nullable T> read) {
        return each(name, most, (at, value) -> {
            var object = item(at, value);
            return object == null ? null : read.apply(new ScenarioFields(object, at, problems));
        });
    }

    /** The numbers of a list; empty if the list is absent or null, or one of its values is a problem. */
    List<Double> decimals(String name, int most, double lowest, double highest) {
        return each(name, most, (at, value) -> {
            if (!(value instanceof Json.Num(var number))) {
                error(at, "field.not_number", Shown.of(value));
                return null;
            }
            double found = number.doubleValue();
            if (found >= lowest && found <= highest) {
                return found;
            }
            error(at, "field.outside", Shown.of(value), lowest, highest);
            return null;
        });
    }

    /** The texts of a list; empty if the list is absent or null, or one of its values is a problem. */
    List<String> texts(String name, int most) {
        return each(name, most, (at, value) -> {
            if (value instanceof Json.Text(var text)) {
                return text;
            }
            error(at, "field.not_text", Shown.of(value));
            return null;
        });
    }

    /** The field as text, where a text may stand in place of an object. Null if the field is an object or absent. */
    @Nullable
    String textInstead(String name) {
        return peek(name) instanceof Json.Text ? text(name, MAX_NAME) : null;
    }
}
