package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Json;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What commands print of foreign files. */
final class Printed {
    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.app.commands", Locale.ROOT);

    String text(String key, Object... args) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(args);
    }

    /** On one line, and nothing in it that a terminal obeys. */
    static String plain(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? '\uFFFD'
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One line in UTF-8, whatever the terminal speaks. */
    static void json(Json value) {
        var line = new JacksonJson().write(value) + '\n';
        System.out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
