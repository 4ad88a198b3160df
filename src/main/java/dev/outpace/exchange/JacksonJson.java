package dev.outpace.exchange;

import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON values as text, by Jackson. */
public final class JacksonJson implements JsonText {
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public String write(Json value) {
        return mapper.writeValueAsString(toNode(value));
    }

    @Override
    public Json read(String text) {
        try {
            return fromNode(mapper.readTree(text));
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException(noJson.getOriginalMessage(), noJson);
        }
    }

    private static JsonNode toNode(Json value) {
        var nodes = JsonNodeFactory.instance;
        return switch (value) {
            case Json.Text(var text) -> nodes.stringNode(text);
            case Json.Num(var number) -> nodes.numberNode(number);
            case Json.Bool(var bool) -> nodes.booleanNode(bool);
            case Json.Null() -> nodes.nullNode();
            case Json.Array(var items) -> {
                var array = nodes.arrayNode();
                items.forEach(item -> array.add(toNode(item)));
                yield array;
            }
            case Json.Obj(var fields) -> {
                var object = nodes.objectNode();
                fields.forEach((name, field) -> object.set(name, toNode(field)));
                yield object;
            }
        };
    }

    private static Json fromNode(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> new Json.Text(node.stringValue());
            case NUMBER -> new Json.Num(node.decimalValue());
            case BOOLEAN -> new Json.Bool(node.booleanValue());
            case ARRAY -> {
                var items = new ArrayList<Json>();
                node.forEach(item -> items.add(fromNode(item)));
                yield new Json.Array(items);
            }
            case OBJECT -> {
                var fields = new LinkedHashMap<String, Json>();
                node.properties().forEach(field -> fields.put(field.getKey(), fromNode(field.getValue())));
                yield new Json.Obj(fields);
            }
            default -> new Json.Null();
        };
    }
}
