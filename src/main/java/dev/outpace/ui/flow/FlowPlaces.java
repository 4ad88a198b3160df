package dev.outpace.ui.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the cards of a flow lie, as it is kept with a campaign: whole pixels by the action's id, or by its index where it
 * has none.
 */
public record FlowPlaces(Json.Obj json) {
    public static final FlowPlaces NONE = new FlowPlaces(Json.Obj.EMPTY);

    static FlowPlaces of(FlowDocument document) {
        var fields = new LinkedHashMap<String, Json>();
        for (int i = 0; i < document.size(); i++) {
            var card = document.cards().get(i);
            fields.put(
                    name(card.action(), i),
                    new Json.Array(
                            List.of(number(card.at().x()), number(card.at().y()))));
        }
        return new FlowPlaces(new Json.Obj(fields));
    }

    boolean covers(List<Action> actions) {
        for (int i = 0; i < actions.size(); i++) {
            if (!isPoint(found(actions.get(i), i))) {
                return false;
            }
        }
        return true;
    }

    FlowDocument apply(FlowDocument document) {
        Map<Long, CardPoint> places = new LinkedHashMap<>();
        for (int i = 0; i < document.size(); i++) {
            var card = document.cards().get(i);
            if (found(card.action(), i) instanceof Json.Array(var items) && items.size() == 2) {
                places.put(card.key(), new CardPoint(value(items.getFirst()), value(items.getLast())));
            }
        }
        return document.withPlaces(card -> card.withAt(places.getOrDefault(card.key(), card.at())));
    }

    /** An action that was kept without an id may have got one since. */
    private @Nullable Json found(Action action, int index) {
        var byName = json.get(name(action, index));
        return byName == null ? json.get(Integer.toString(index)) : byName;
    }

    private static String name(Action action, int index) {
        return Ids.isNil(action.id()) ? Integer.toString(index) : action.id().toString();
    }

    private static boolean isPoint(@Nullable Json value) {
        return value instanceof Json.Array(var items)
                && items.size() == 2
                && items.stream().allMatch(Json.Num.class::isInstance);
    }

    private static Json.Num number(double value) {
        return new Json.Num(BigDecimal.valueOf(Math.round(value)));
    }

    private static double value(Json json) {
        return json instanceof Json.Num(var number) ? Math.clamp(number.doubleValue(), -1e6, 1e6) : 0;
    }
}
