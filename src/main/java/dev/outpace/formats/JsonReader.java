package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON document into a tree, within limits that keep a hostile file from costing time or memory. */
final class JsonReader {
    /** Characters held in one tree: twice as many bytes, a small part of the heap that the program may have. */
    static final long MAX_CHARACTERS = 64L << 20;

    /** Of a whole document: two million targets, laid out generously. */
    static final long MAX_BYTES = 16L << 30;

    static final int MAX_DEPTH = 200;
    static final int MAX_TEXT = 1_000_000;
    static final int MAX_NAME = 1_000;
    static final int MAX_DIGITS = 100;
    static final int MAX_EXPONENT = 1_000;
    /** Values held in one tree; targets that go to an {@link ItemSink} count for themselves. */
    static final int MAX_VALUES = 1_000_000;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_BYTES)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .build();

    /** Takes items of arrays out of the tree one by one, so that a list of a million targets never stands in one. */
    interface ItemSink {
        /**
         * @param array the path of the array
         * @return whether it was taken
         */
        boolean take(String array, int index, Json item) throws FileRefused;
    }

    /** Arrays that stand deeper hold nothing that is taken out. */
    private static final int DEEPEST_TAKEN = 8;

    private final String file;
    private final JsonParser parser;
    private final @Nullable ItemSink sink;
    private int values;
    private long characters;

    private JsonReader(String file, JsonParser parser, @Nullable ItemSink sink) {
        this.file = file;
        this.parser = parser;
        this.sink = sink;
    }

    /** The one value of a document. {@code parser} stays open. */
    static Json read(String file, JsonParser parser, @Nullable ItemSink sink) throws FileRefused {
        var reader = new JsonReader(file, parser, sink);
        try {
            return reader.document();
        } catch (JacksonException refused) {
            throw new FileRefused(reader.problem(refused));
        } catch (ArithmeticException | NumberFormatException hugeExponent) {
            throw reader.refused("json.number", Shown.of(parser.getString()));
        }
    }

    /** The next of some documents; null behind the last. */
    static @Nullable Json next(JsonParser parser) throws FileRefused {
        var reader = new JsonReader("", parser, null);
        try {
            return parser.nextToken() == null ? null : reader.value();
        } catch (JacksonException refused) {
            throw new FileRefused(reader.problem(refused));
        }
    }

    private Json document() throws FileRefused {
        if (parser.nextToken() == null) {
            throw refused("json.empty");
        }
        var root = value();
        if (parser.nextToken() != null) {
            throw refused("json.trailing");
        }
        return root;
    }

    private Json value() throws FileRefused {
        if (++values > MAX_VALUES) {
            throw refused("json.too_many_values", MAX_VALUES);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Json.Text(wellFormed(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(number());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            default -> throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private Json object() throws FileRefused {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return Json.Obj.EMPTY;
        }
        var fields = new LinkedHashMap<String, Json>();
        do {
            var name = wellFormed(parser.currentName());
            if (fields.containsKey(name)) {
                throw refused("json.duplicate_key", Shown.of(name));
            }
            parser.nextToken();
            fields.put(name, value());
        } while (parser.nextToken() != JsonToken.END_OBJECT);
        return new Json.Obj(fields);
    }

    private Json array() throws FileRefused {
        var context = parser.streamReadContext();
        var taker = context.getNestingDepth() <= DEEPEST_TAKEN ? sink : null;
        var path = taker == null ? "" : path(context);
        var items = new ArrayList<Json>();
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            int valuesBefore = values;
            long charactersBefore = characters;
            var item = value();
            if (taker != null && taker.take(path, index, item)) {
                values = valuesBefore;
                characters = charactersBefore;
            } else {
                items.add(item);
            }
        }
        return new Json.Array(items);
    }

    /** Of the array that begins here, such as {@code outdials[2].targets}. */
    private static String path(TokenStreamContext array) {
        var parent = array.getParent();
        if (parent == null || parent.inRoot()) {
            return "";
        }
        var before = path(parent);
        if (parent.inArray()) {
            return before + '[' + parent.getCurrentIndex() + ']';
        }
        return before.isEmpty() ? parent.currentName() : before + '.' + parent.currentName();
    }

    private BigDecimal number() throws FileRefused {
        var number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > MAX_EXPONENT) {
            throw refused("json.number", Shown.of(number.toString()));
        }
        return number;
    }

    /** Half a surrogate pair can't be stored or written back. */
    private String wellFormed(String text) throws FileRefused {
        characters += text.length();
        if (characters > MAX_CHARACTERS) {
            throw refused("json.too_many_characters", MAX_CHARACTERS >> 20);
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw refused("json.text");
                }
                i++;
            }
        }
        return text;
    }

    private FileRefused refused(String code, Object... args) {
        return new FileRefused(Problem.error(code, place(parser.currentTokenLocation()), args));
    }

    private Problem problem(JacksonException refused) {
        var location = refused.getLocation();
        var place = place(location == null ? parser.currentLocation() : location);
        return switch (refused) {
            case UnexpectedEndOfInputException _ -> Problem.error("json.cut", place);
            case StreamConstraintsException limit -> limit(place, limit);
            case JacksonIOException io -> Problem.error("file.unreadable", file, Shown.of(io.getOriginalMessage()));
            case StreamReadException syntax when atEnd(syntax) -> Problem.error("json.cut", place);
            default -> Problem.error("json.syntax", place, Shown.of(refused.getOriginalMessage()));
        };
    }

    private static boolean atEnd(StreamReadException syntax) {
        return syntax.getOriginalMessage().startsWith("Unexpected end-of-input");
    }

    private Problem limit(String place, StreamConstraintsException limit) {
        var message = limit.getOriginalMessage();
        if (message.contains("nesting depth")) {
            return Problem.error("json.too_deep", place, MAX_DEPTH);
        }
        if (message.contains("Document length")) {
            return Problem.error("file.too_big", file, MAX_BYTES >> 20);
        }
        int most = message.startsWith("Number") ? MAX_DIGITS : message.startsWith("Name") ? MAX_NAME : MAX_TEXT;
        return Problem.error("json.too_long", place, most);
    }

    private String place(TokenStreamLocation location) {
        int line = location.getLineNr();
        int column = location.getColumnNr();
        return line < 1 ? file : file + ':' + line + (column < 1 ? "" : ":" + column);
    }
}
