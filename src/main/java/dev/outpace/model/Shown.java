package dev.outpace.model;

/** A piece of a foreign file as it may stand in a message: short, on one line, nothing that a terminal obeys. */
public final class Shown {
    private static final int LENGTH = 100;

    private Shown() {}

    public static String of(String text) {
        var cut = text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
        return cut.codePoints()
                .map(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.SURROGATE
                        ? '\uFFFD'
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static String of(Json value) {
        return switch (value) {
            case Json.Text(var text) -> '"' + of(text) + '"';
            case Json.Num(var number) -> of(number.toString());
            case Json.Bool(var bool) -> Boolean.toString(bool);
            case Json.Null() -> "null";
            case Json.Array _ -> "[…]";
            case Json.Obj _ -> "{…}";
        };
    }
}
