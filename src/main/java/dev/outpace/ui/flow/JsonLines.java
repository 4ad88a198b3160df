package dev.outpace.ui.flow;

import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON for reading: a line for each value, indented by its depth. */
public final class JsonLines {
    private static final String INDENT = "  ";

    private final JsonText json;

    public JsonLines(JsonText json) {
        this.json = json;
    }

    public String write(Json value) {
        return write(value, "");
    }

    private String write(Json value, String indent) {
        var inner = indent + INDENT;
        return switch (value) {
            case Json.Obj(var fields)
            when !fields.isEmpty() ->
                fields.entrySet().stream()
                        .map(field -> inner
                                + json.write(new Json.Text(field.getKey()))
                                + ": "
                                + write(field.getValue(), inner))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
            case Json.Array(List<Json> items)
            when !items.isEmpty() ->
                IntStream.range(0, items.size())
                        .mapToObj(i -> inner + write(items.get(i), inner))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
            default -> json.write(value);
        };
    }
}
