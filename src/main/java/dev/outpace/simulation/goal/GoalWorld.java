package dev.outpace.simulation.goal;

import dev.outpace.model.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A world in which the goal is measured, in several sizes.
 *
 * @param day a scenario as {@link dev.outpace.simulation.ScenarioReader} reads it
 * @param agents sizes of its first queue
 * @param answered values of its {@code dial.answered}
 */
public record GoalWorld(String name, Json.Obj day, List<Integer> agents, List<Double> answered) {
    private static final String ANSWERED = "answered";
    private static final String AGENTS = "agents";
    private static final String DIAL = "dial";
    private static final String QUEUES = "queues";

    public GoalWorld {
        agents = List.copyOf(agents);
        answered = List.copyOf(answered);
    }

    /** A scenario in the one size that it has. */
    public static GoalWorld of(Json.Obj scenario) {
        var day = new GoalWorld(scenario.text("name", ""), scenario, List.of(), List.of());
        return day.in(
                List.of((int) day.agentsOfFirstQueue()),
                List.of(number(day.dial().get(ANSWERED), 0)));
    }

    /** The worlds of a file: each has a name, what its day has other than the common one, and maybe sizes of its own. */
    public static List<GoalWorld> all(Json.Obj file) {
        var common = object(file.get("day"));
        var found = new ArrayList<GoalWorld>();
        for (var item : items(file.get("worlds"))) {
            var world = object(item);
            var name = world.text("name", "");
            var day = merged(common, object(world.get("day"))).with("name", new Json.Text(name));
            found.add(new GoalWorld(
                    name,
                    day,
                    numbers(world, file, AGENTS).stream().map(Double::intValue).toList(),
                    numbers(world, file, ANSWERED)));
        }
        return found;
    }

    /** The same world in other sizes; an empty list leaves what it has. */
    public GoalWorld in(List<Integer> otherAgents, List<Double> otherAnswered) {
        return new GoalWorld(
                name,
                day,
                otherAgents.isEmpty() ? agents : otherAgents,
                otherAnswered.isEmpty() ? answered : otherAnswered);
    }

    /**
     * Its day in one size. Other queues, agents by schedule and inbound callers grow with the first queue's agents, and the
     * answer rates of campaigns that have their own with the common one.
     */
    public Json.Obj day(int agentsOfFirst, double answeredOfAll) {
        double size = agentsOfFirst / agentsOfFirstQueue();
        double answers = answeredOfAll / number(dial().get(ANSWERED), answeredOfAll);
        return mapped(
                day,
                Map.of(
                        QUEUES,
                        queues -> each(queues, queue -> size == 1 ? queue : sized(queue, size)),
                        "inbound",
                        inbound -> inbound instanceof Json.Obj(var perHour) ? scaled(perHour, size) : inbound,
                        DIAL,
                        dial -> answering(dial, answers),
                        "campaigns",
                        campaigns ->
                                each(campaigns, one -> mapped(one, Map.of(DIAL, dial -> answering(dial, answers))))));
    }

    private double agentsOfFirstQueue() {
        return items(day.get(QUEUES)).stream()
                .findFirst()
                .map(queue -> mostAgents(object(queue)))
                .orElse(1.0);
    }

    private static double mostAgents(Json.Obj queue) {
        return items(queue.get("schedule")).stream()
                .mapToDouble(step -> number(object(step).get(AGENTS), 0))
                .max()
                .orElseGet(() -> number(queue.get(AGENTS), 1));
    }

    private Json.Obj dial() {
        return object(day.get(DIAL));
    }

    private static Json.Obj sized(Json.Obj queue, double size) {
        return mapped(
                queue,
                Map.of(
                        AGENTS,
                        agents -> whole(agents, size),
                        "schedule",
                        steps -> each(steps, step -> mapped(step, Map.of(AGENTS, agents -> whole(agents, size))))));
    }

    private static Json whole(Json number, double times) {
        return number instanceof Json.Num(var value)
                ? new Json.Num(BigDecimal.valueOf(Math.round(value.doubleValue() * times)))
                : number;
    }

    private static Json times(Json number, double factor) {
        return factor != 1 && number instanceof Json.Num(var value)
                ? new Json.Num(BigDecimal.valueOf(value.doubleValue() * factor))
                : number;
    }

    private static Json scaled(Map<String, Json> fields, double factor) {
        var copy = new LinkedHashMap<String, Json>();
        fields.forEach((name, value) -> copy.put(
                name,
                value instanceof Json.Obj stream
                        ? mapped(stream, Map.of("per_hour", perHour -> times(perHour, factor)))
                        : times(value, factor)));
        return new Json.Obj(copy);
    }

    private static Json answering(Json dial, double factor) {
        return dial instanceof Json.Obj some ? mapped(some, Map.of(ANSWERED, share -> times(share, factor))) : dial;
    }

    @FunctionalInterface
    private interface Change {
        Json of(Json value);
    }

    @FunctionalInterface
    private interface ChangeOfObject {
        Json.Obj of(Json.Obj value);
    }

    private static Json.Obj mapped(Json.Obj object, Map<String, Change> changes) {
        var copy = new LinkedHashMap<String, Json>();
        object.fields()
                .forEach((name, value) -> copy.put(
                        name,
                        Optional.ofNullable(changes.get(name))
                                .map(change -> change.of(value))
                                .orElse(value)));
        return new Json.Obj(copy);
    }

    private static Json each(Json array, ChangeOfObject change) {
        return new Json.Array(items(array).stream()
                .map(item -> item instanceof Json.Obj object ? (Json) change.of(object) : item)
                .toList());
    }

    /** The fields of both; where both have an object, its fields likewise. */
    private static Json.Obj merged(Json.Obj common, Json.Obj own) {
        var fields = new LinkedHashMap<>(common.fields());
        own.fields()
                .forEach((name, value) -> fields.merge(
                        name,
                        value,
                        (before, now) -> before instanceof Json.Obj less && now instanceof Json.Obj more
                                ? merged(less, more)
                                : now));
        return new Json.Obj(fields);
    }

    private static List<Double> numbers(Json.Obj world, Json.Obj file, String field) {
        var own = items(world.get(field));
        return (own.isEmpty() ? items(file.get(field)) : own)
                .stream().map(item -> number(item, 0)).toList();
    }

    private static double number(@Nullable Json value, double otherwise) {
        return value instanceof Json.Num(var number) ? number.doubleValue() : otherwise;
    }

    private static List<Json> items(@Nullable Json value) {
        return value instanceof Json.Array(var items) ? items : List.of();
    }

    private static Json.Obj object(@Nullable Json value) {
        return value instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }
}
