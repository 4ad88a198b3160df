package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import java.io.StringWriter;
import tools.jackson.core.ObjectReadContext;

/** JSON values as text, for rooms that keep them so. */
public final class JacksonJson implements JsonText {
    @Override
    public String write(Json value) {
        var text = new StringWriter();
        try (var writer = JsonWriter.compact(text)) {
            writer.value(value);
        }
        return text.toString();
    }

    @Override
    public Json read(String text) {
        try (var parser = JsonReader.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return JsonReader.read("", parser, null);
        } catch (FileRefused refused) {
            throw new IllegalArgumentException("no JSON: " + refused.getMessage(), refused);
        }
    }
}
