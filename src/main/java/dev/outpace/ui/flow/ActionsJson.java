package dev.outpace.ui.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Actions as JSON on the clipboard: the array that files have. */
public final class ActionsJson {
    private final JsonText json;

    public ActionsJson(JsonText json) {
        this.json = json;
    }

    public String write(List<Action> actions) {
        return json.write(
                new Json.Array(actions.stream().map(ActionsJson::object).toList()));
    }

    private static Json object(Action action) {
        var fields = new LinkedHashMap<String, Json>();
        if (!Ids.isNil(action.id())) {
            fields.put("id", new Json.Text(action.id().toString()));
        }
        if (!Ids.isNil(action.nextId())) {
            fields.put("next_id", new Json.Text(action.nextId().toString()));
        }
        fields.put("type", new Json.Text(action.type()));
        if (action.option() != null) {
            fields.put("option", action.option());
        }
        action.unknown().fields().forEach(fields::putIfAbsent);
        return new Json.Obj(fields);
    }

    /** Empty for a text that is no array of actions. */
    public Optional<List<Action>> read(String text) {
        if (!text.stripLeading().startsWith("[")) {
            return Optional.empty();
        }
        try {
            return json.read(text) instanceof Json.Array(var items) ? actions(items) : Optional.empty();
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<List<Action>> actions(List<Json> items) {
        var actions = new ArrayList<Action>();
        for (var item : items) {
            if (!(item instanceof Json.Obj object) || object.text("type", "").isBlank()) {
                return Optional.empty();
            }
            var option = object.get("option") instanceof Json.Obj given ? given : null;
            actions.add(new Action(
                    id(object, "id"),
                    id(object, "next_id"),
                    object.text("type", ""),
                    option,
                    object.without("id").without("next_id").without("type").without("option")));
        }
        return Optional.of(actions);
    }

    private static UUID id(Json.Obj object, String name) {
        return Ids.parse(object.text(name, "")).orElse(Ids.NIL);
    }
}
