package dev.outpace.flow;

import dev.outpace.model.Json;

/** What an option means, which decides how it stands in a file and what a form offers for it. */
public enum OptionKind {
    TEXT(Shape.TEXT),
    /** Text of several lines, spoken or sent. */
    PARAGRAPH(Shape.TEXT),
    /** A BCP 47 tag, such as {@code en-GB}. */
    LANGUAGE(Shape.TEXT),
    /** One of the values of its spec. */
    CHOICE(Shape.TEXT),
    FLAG(Shape.FLAG),
    MILLISECONDS(Shape.WHOLE),
    SECONDS(Shape.WHOLE),
    /** A whole number between the bounds of its spec. */
    COUNT(Shape.WHOLE),
    NUMBER(Shape.NUMBER),
    /** Keys of a telephone: 0-9, A-D, # and *. */
    KEYS(Shape.TEXT),
    /** The bare name of a variable, without {@code ${}}. */
    VARIABLE(Shape.TEXT),
    /** Text in which a variable is meant to stand as {@code ${name}}. */
    EXPRESSION(Shape.TEXT),
    URL(Shape.TEXT),
    URLS(Shape.ARRAY),
    /** Id of an action of the same flow. */
    ACTION(Shape.TEXT),
    /** Object of exact values, each with the id of an action. */
    BRANCHES(Shape.OBJECT),
    /** Id of a queue. */
    QUEUE(Shape.TEXT),
    /** Id of a flow: here the flow of a campaign is found by the campaign's id. */
    FLOW(Shape.TEXT),
    /** Id of something that Outpace doesn't hold. */
    RESOURCE(Shape.TEXT),
    ADDRESS(Shape.OBJECT),
    ADDRESSES(Shape.ARRAY),
    /** Whole numbers, 0 Sunday to 6 Saturday. */
    WEEKDAYS(Shape.ARRAY),
    /** A flow within the action. */
    ACTIONS(Shape.ARRAY),
    /** Objects of {@code reference_type} and {@code reference_id}. */
    ATTACHMENTS(Shape.ARRAY);

    /** The JSON type of its values. */
    public enum Shape {
        TEXT,
        WHOLE,
        NUMBER,
        FLAG,
        OBJECT,
        ARRAY;

        /** A null is no value of any shape, and never wrong. */
        public boolean fits(Json value) {
            return switch (value) {
                case Json.Text _ -> this == TEXT;
                case Json.Num(var number) ->
                    this == NUMBER
                            || (this == WHOLE && number.stripTrailingZeros().scale() <= 0);
                case Json.Bool _ -> this == FLAG;
                case Json.Obj _ -> this == OBJECT;
                case Json.Array _ -> this == ARRAY;
                case Json.Null _ -> true;
            };
        }
    }

    private final Shape shape;

    OptionKind(Shape shape) {
        this.shape = shape;
    }

    public Shape shape() {
        return shape;
    }

    /** Whether its text is the id of something that is no action. */
    public boolean isResource() {
        return this == QUEUE || this == FLOW || this == RESOURCE;
    }
}
