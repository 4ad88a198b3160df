package dev.outpace.model;

/** Turns JSON values into text and back, for rooms that keep them as text but do not parse. */
public interface JsonText {
    /** One line, without spaces that don't carry meaning. */
    String write(Json value);

    /** @throws IllegalArgumentException if the text is no JSON */
    Json read(String text);
}
