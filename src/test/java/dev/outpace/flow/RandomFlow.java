package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Flows by chance. Tame ones hold to the catalogue: every type, every option with a value of its kind, links to actions of
 * the flow, and unknown types, options and fields among them. Hostile ones hold to nothing but JSON.
 */
public final class RandomFlow {
    private static final int MAX_ACTIONS = 12;
    private static final int MAX_DEPTH = 3;
    private static final List<String> WORDS = List.of(
            "",
            "1",
            "9",
            "Good morning ${target.name}",
            "voipbin.call.digits",
            "${answer}",
            "Grüße ☎ \uD83D\uDE00",
            "line\nline\t\"quoted\\\"",
            "en-GB",
            "https://example.org/a?b=c",
            "\u0000\u001b[31m",
            " ",
            "null");

    private final boolean hostile;
    private final int most;

    private RandomFlow(boolean hostile, int most) {
        this.hostile = hostile;
        this.most = most;
    }

    public static RandomFlow tame() {
        return new RandomFlow(false, MAX_ACTIONS);
    }

    /** Wrong kinds, dangling and doubled ids, huge numbers, deep values. */
    public static RandomFlow hostile() {
        return new RandomFlow(true, MAX_ACTIONS);
    }

    public RandomFlow withMostActions(int actions) {
        return new RandomFlow(hostile, actions);
    }

    public List<Action> next(Random chance) {
        return new Draw(chance).flow(most, 0);
    }

    /** One action of each type of the catalogue with every option set, in one flow. */
    public List<Action> everything(Random chance) {
        var draw = new Draw(chance);
        var types = ActionType.values();
        draw.ids = draw.ids(types.length);
        var actions = new ArrayList<Action>();
        for (int i = 0; i < types.length; i++) {
            var fields = new LinkedHashMap<String, Json>();
            types[i].options().forEach(spec -> fields.put(spec.name(), draw.value(spec, 0)));
            actions.add(
                    new Action(draw.ids.get(i), Ids.NIL, types[i].published(), new Json.Obj(fields), Json.Obj.EMPTY));
        }
        return actions;
    }

    private final class Draw {
        private final Random chance;
        private List<UUID> ids = List.of();

        Draw(Random chance) {
            this.chance = chance;
        }

        List<Action> flow(int mostActions, int depth) {
            var outer = ids;
            int size = chance.nextInt(mostActions + 1);
            ids = ids(size);
            var actions = new ArrayList<Action>();
            for (int i = 0; i < size; i++) {
                actions.add(action(ids.get(i), depth));
            }
            ids = outer;
            return actions;
        }

        List<UUID> ids(int size) {
            var made = new ArrayList<UUID>();
            for (int i = 0; i < size; i++) {
                boolean twice = hostile && i > 0 && chance.nextInt(5) == 0;
                boolean none = chance.nextInt(12) == 0;
                made.add(twice ? made.get(chance.nextInt(i)) : none ? Ids.NIL : id());
            }
            return made;
        }

        private UUID id() {
            return new UUID(chance.nextLong(), chance.nextLong());
        }

        private Action action(UUID id, int depth) {
            if (chance.nextInt(10) == 0) {
                return new Action(
                        id, link(), oneOf(List.of("invented", "x", "Talk", "empty")), rest(depth), rest(depth));
            }
            var type = oneOf(List.of(ActionType.values()));
            Json.Obj option = chance.nextInt(10) == 0 ? null : options(type, depth);
            return new Action(
                    id, link(), type.published(), option, chance.nextInt(6) == 0 ? rest(depth) : Json.Obj.EMPTY);
        }

        private Json.Obj options(ActionType type, int depth) {
            var fields = new LinkedHashMap<String, Json>();
            for (var spec : type.options()) {
                if (chance.nextInt(4) > 0) {
                    boolean wrong = hostile && chance.nextBoolean();
                    fields.put(spec.name(), wrong ? anything(depth) : value(spec, depth));
                }
            }
            if (chance.nextInt(5) == 0) {
                fields.put("more" + chance.nextInt(3), anything(depth));
            }
            return new Json.Obj(fields);
        }

        private Json.Obj rest(int depth) {
            var fields = new LinkedHashMap<String, Json>();
            for (int i = chance.nextInt(3); i > 0; i--) {
                fields.put("x_" + chance.nextInt(9), anything(depth));
            }
            return new Json.Obj(fields);
        }

        private UUID link() {
            return switch (chance.nextInt(8)) {
                case 0, 1 -> target();
                case 2 -> new UUID(0, chance.nextInt(5));
                case 3 -> hostile ? id() : Ids.NIL;
                default -> Ids.NIL;
            };
        }

        private UUID target() {
            return ids.isEmpty() ? Ids.NIL : oneOf(ids);
        }

        Json value(OptionSpec spec, int depth) {
            return switch (spec.kind()) {
                case TEXT, PARAGRAPH, EXPRESSION, LANGUAGE, VARIABLE, URL -> text();
                case CHOICE -> new Json.Text(oneOf(spec.values()));
                case FLAG -> new Json.Bool(chance.nextBoolean());
                case MILLISECONDS, SECONDS, COUNT -> number(between(spec));
                case NUMBER -> new Json.Num(BigDecimal.valueOf(chance.nextInt(100_000), 1 + chance.nextInt(3)));
                case KEYS -> new Json.Text(oneOf(List.of("", "#", "1", "0123456789*#ABCD")));
                case URLS -> list(this::text);
                case ACTION -> new Json.Text(target().toString());
                case BRANCHES -> branches();
                case QUEUE, FLOW, RESOURCE ->
                    new Json.Text(chance.nextInt(4) == 0 ? Ids.NIL.toString() : id().toString());
                case ADDRESS -> address();
                case ADDRESSES -> list(this::address);
                case WEEKDAYS -> list(() -> number(chance.nextInt(7)));
                case ACTIONS -> nested(depth);
                case ATTACHMENTS ->
                    list(() -> Json.Obj.EMPTY
                            .with("reference_type", new Json.Text("recording"))
                            .with("reference_id", new Json.Text(id().toString())));
            };
        }

        private long between(OptionSpec spec) {
            long least = Math.max(spec.least(), -1);
            long most = Math.min(spec.most(), 100_000);
            return chance.nextLong(least, most + 1);
        }

        private Json branches() {
            var targets = new LinkedHashMap<String, Json>();
            for (int i = chance.nextInt(4); i > 0; i--) {
                targets.put(oneOf(WORDS), new Json.Text(target().toString()));
            }
            return new Json.Obj(targets);
        }

        private Json address() {
            return Json.Obj.EMPTY
                    .with("type", new Json.Text("tel"))
                    .with("target", new Json.Text("+121255501" + (10 + chance.nextInt(90))));
        }

        /** In the shape of a file, as the option holds it. */
        private Json nested(int depth) {
            if (depth >= MAX_DEPTH) {
                return new Json.Array(List.of());
            }
            return new Json.Array(
                    flow(3, depth + 1).stream().map(RandomFlow::asJson).toList());
        }

        private Json anything(int depth) {
            if (hostile && chance.nextInt(15) == 0) {
                return deep();
            }
            int kinds = depth >= MAX_DEPTH ? 6 : 8;
            return switch (chance.nextInt(kinds)) {
                case 0 -> new Json.Null();
                case 1 -> new Json.Bool(chance.nextBoolean());
                case 2 -> text();
                case 3 -> number(chance.nextInt());
                case 4 -> new Json.Num(new BigDecimal(new BigInteger(80, chance), chance.nextInt(-300, 300)));
                case 5 -> new Json.Text(link().toString());
                case 6 -> new Json.Array(List.of(anything(depth + 1), anything(depth + 1)));
                default -> Json.Obj.EMPTY.with(oneOf(WORDS), anything(depth + 1));
            };
        }

        private Json deep() {
            Json value = number(1);
            for (int i = chance.nextInt(150); i > 0; i--) {
                value = chance.nextBoolean() ? new Json.Array(List.of(value)) : Json.Obj.EMPTY.with("in", value);
            }
            return value;
        }

        private Json text() {
            return new Json.Text(oneOf(WORDS));
        }

        private Json list(Supplier<Json> item) {
            var items = new ArrayList<Json>();
            for (int i = chance.nextInt(4); i > 0; i--) {
                items.add(item.get());
            }
            return new Json.Array(items);
        }

        private static Json number(long value) {
            return new Json.Num(BigDecimal.valueOf(value));
        }

        private <T> T oneOf(List<T> all) {
            return all.get(chance.nextInt(all.size()));
        }
    }

    private static Json asJson(Action action) {
        var json = Json.Obj.EMPTY
                .with("id", new Json.Text(action.id().toString()))
                .with("next_id", new Json.Text(action.nextId().toString()))
                .with("type", new Json.Text(action.type()));
        return action.option() == null ? json : json.with("option", action.option());
    }
}
