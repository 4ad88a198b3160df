package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a command printed, and its exit code. */
record CommandOutput(int exitCode, String out, String err) {
    static CommandOutput of(Object... arguments) {
        var standardOut = System.out;
        var standardErr = System.err;
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            var exitCode = Main.commandLine(new LastWords(_ -> {}))
                    .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
            return new CommandOutput(
                    exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standardOut);
            System.setErr(standardErr);
        }
    }

    /** All of the standard output as one object. */
    Json.Obj json() {
        return (Json.Obj) new JacksonJson().read(out);
    }

    /** A field of each object of a list. */
    List<String> each(String list, String field) {
        return objects(list).map(object -> object.text(field, "")).toList();
    }

    Stream<Json.Obj> objects(String list) {
        return items(list).map(Json.Obj.class::cast);
    }

    List<String> texts(String list) {
        return items(list).map(item -> ((Json.Text) item).value()).toList();
    }

    private Stream<Json> items(String list) {
        return json().get(list) instanceof Json.Array(var items) ? items.stream() : Stream.of();
    }
}
