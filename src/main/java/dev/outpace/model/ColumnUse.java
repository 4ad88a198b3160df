package dev.outpace.model;

/** Where the cells of a column of a file go. */
public sealed interface ColumnUse {
    /** Several columns make one name, in their order. */
    record Name() implements ColumnUse {}

    record Detail() implements ColumnUse {}

    /** @param index 0 to 4; a person counts from 1 */
    record Destination(int index) implements ColumnUse {}

    /** A field of the target's data. */
    record Data(String key) implements ColumnUse {}

    record Skip() implements ColumnUse {}
}
