package dev.outpace.telephony.asterisk.ami;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Asterisk is to do. A line break in a value would begin another action, so that no value can contain one. */
public final class AmiAction {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private final List<AmiField> fields;

    private AmiAction(List<AmiField> fields) {
        this.fields = fields;
    }

    public static AmiAction of(String name) {
        return new AmiAction(List.of()).with("Action", name);
    }

    /**
     * The same action with one more field.
     *
     * @throws IllegalArgumentException if the value contains a control character
     */
    public AmiAction with(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a field: " + name);
        }
        if (!isSafe(value)) {
            throw new IllegalArgumentException("a control character in the field " + name);
        }
        return new AmiAction(Stream.concat(fields.stream(), Stream.of(new AmiField(name, value)))
                .toList());
    }

    /** Whether a text has no control character, and so can be a value. */
    public static boolean isSafe(String value) {
        return value.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }

    List<AmiField> fields() {
        return fields;
    }

    byte[] bytes() {
        var text = new StringBuilder(256);
        for (var field : fields) {
            text.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return AmiTrace.masked(fields);
    }
}
