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

/** The fields of one object of a scenario. What is left at the end is left out, with a warning. */
final class ScenarioFields extends JsonFields {
    static final int MAX_NAME = 200;

    private final Consumer<Problem> problems;

    ScenarioFields(Json.Obj object, FilePlace place, Consumer<Problem> problems) {
        super(object, place, problems);
        this.problems = problems;
    }

    /** Names each field that nobody took. */
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

    /** One of these words, that has to be there; empty where it is wrong. */
    String neededWord(String name, String... words) {
        return isMissing(name) ? "" : word(name, List.of(words), Function.identity(), "");
    }

    /** Null where it is absent or null. */
    @Nullable
    ScenarioFields object(String name) {
        boolean there = has(name) && peek(name) instanceof Json.Obj;
        var object = tree(name);
        return there && object != null ? new ScenarioFields(object, place().field(name), problems) : null;
    }

    /** An object that has to be there. */
    @Nullable
    ScenarioFields neededObject(String name) {
        return isMissing(name) ? null : object(name);
    }

    /** The objects of a list, the first so many; empty where it is absent or null. */
    <T> List<T> objects(String name, int most, Function<ScenarioFields, @Nullable T> read) {
        return each(name, most, (at, value) -> {
            var object = item(at, value);
            return object == null ? null : read.apply(new ScenarioFields(object, at, problems));
        });
    }

    /** A text instead of an object, under the same name; null where there is an object or nothing. */
    @Nullable
    String textInstead(String name) {
        return peek(name) instanceof Json.Text ? text(name, MAX_NAME) : null;
    }
}
