package dev.outpace.exchange;

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
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON document into a tree, within limits that keep a hostile file from costing time or memory. */
final class JsonReader {
    static final long MAX_BYTES = 256L << 20;
    static final int MAX_DEPTH = 200;
    static final int MAX_TEXT = 1_000_000;
    static final int MAX_NAME = 1_000;
    static final int MAX_DIGITS = 100;
    static final int MAX_EXPONENT = 1_000;
    /** Values held in one tree; targets that go to a {@link TargetSink} count for themselves. */
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

    /** Takes the targets of a set-up one by one, so that a list of a million never stands in one tree. */
    interface TargetSink {
        void take(int list, int index, Json target) throws FileRefused;
    }

    private static final int DEPTH_OF_TARGETS = 4;

    private final String file;
    private final JsonParser parser;
    private final @Nullable TargetSink targets;
    private int values;

    private JsonReader(String file, JsonParser parser, @Nullable TargetSink targets) {
        this.file = file;
        this.parser = parser;
        this.targets = targets;
    }

    /** The one value of a document. {@code parser} stays open. */
    static Json read(String file, JsonParser parser, @Nullable TargetSink targets) throws FileRefused {
        var reader = new JsonReader(file, parser, targets);
        try {
            return reader.document();
        } catch (JacksonException refused) {
            throw new FileRefused(reader.problem(refused));
        } catch (ArithmeticException | NumberFormatException hugeExponent) {
            throw reader.refused("json.number", Shown.of(parser.getString()));
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
        int list = targets == null ? -1 : listOfTargets();
        var items = new ArrayList<Json>();
        int kept = values;
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            var item = value();
            if (targets != null && list >= 0) {
                targets.take(list, index, item);
                values = kept;
            } else {
                items.add(item);
            }
        }
        return new Json.Array(items);
    }

    /** Of the array that begins here: n when it is {@code outdials[n].targets}, else -1. */
    private int listOfTargets() {
        var context = parser.streamReadContext();
        if (context.getNestingDepth() != DEPTH_OF_TARGETS) {
            return -1;
        }
        var outdial = context.getParent();
        var outdials = outdial.getParent();
        boolean targetsOfList = "targets".equals(outdial.currentName())
                && outdials.inArray()
                && "outdials".equals(outdials.getParent().currentName());
        return targetsOfList ? outdials.getCurrentIndex() : -1;
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
