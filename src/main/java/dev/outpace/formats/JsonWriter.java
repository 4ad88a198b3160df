package dev.outpace.formats;

import dev.outpace.model.Json;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes JSON values to a text; closing it flushes the text and leaves it open. */
final class JsonWriter implements AutoCloseable {
    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    static JsonWriter compact(Writer out) {
        return new JsonWriter(JsonReader.FACTORY.createGenerator(ObjectWriteContext.empty(), out));
    }

    /** Laid out as the published example: four spaces, one field or item a line. */
    static JsonWriter pretty(Writer out) {
        return new JsonWriter(JsonReader.FACTORY.createGenerator(new PrettyContext(), out));
    }

    void value(Json value) {
        switch (value) {
            case Json.Obj object -> {
                generator.writeStartObject();
                object.fields().forEach(this::field);
                generator.writeEndObject();
            }
            case Json.Array(var items) -> {
                generator.writeStartArray();
                items.forEach(this::value);
                generator.writeEndArray();
            }
            case Json.Text(var text) -> generator.writeString(text);
            case Json.Num(var number) -> generator.writeNumber(number);
            case Json.Bool(var bool) -> generator.writeBoolean(bool);
            case Json.Null() -> generator.writeNull();
        }
    }

    void field(String name, Json value) {
        generator.writeName(name);
        value(value);
    }

    void beginObject() {
        generator.writeStartObject();
    }

    void endObject() {
        generator.writeEndObject();
    }

    void beginArray(String name) {
        generator.writeName(name);
        generator.writeStartArray();
    }

    void endArray() {
        generator.writeEndArray();
    }

    void endOfFile() {
        generator.writeRaw('\n');
    }

    @Override
    public void close() {
        generator.close();
    }

    private static final class PrettyContext extends ObjectWriteContext.Base {
        private final PrettyPrinter printer = printer();

        private static PrettyPrinter printer() {
            var indenter = new DefaultIndenter("    ", "\n");
            return new DefaultPrettyPrinter(new Separators()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
