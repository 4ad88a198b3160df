package dev.outpace.model;

/** Where the cells of a column of a file go. */
public sealed interface ColumnUse {
    /** Several columns make one name, in their order. */
    record Name() implements ColumnUse {}

    record Detail() implements ColumnUse {}

    /** @param index 0 to 4; a person counts from 1 */
    record Destination(int index) implements ColumnUse {}

    /**
     * The first destination of the row that is free, for files with more columns of phones than a target has destinations;
     * what finds none free goes into the data.
     */
    record NextDestination() implements ColumnUse {}

    /** The country of the row's numbers: two letters, an English name or a calling code. */
    record Country() implements ColumnUse {}

    /** What is dialed before the row's numbers from abroad: 44, +44, 0044 or 01144. It goes before a country. */
    record PhoneCode() implements ColumnUse {}

    /** What is dialed before the row's numbers from another area, where the numbers are written without it. */
    record AreaCode() implements ColumnUse {}

    /** Rows in which it says anything but no are left out. */
    record DoNotCall() implements ColumnUse {}

    /** A field of the target's data. */
    record Data(String key) implements ColumnUse {}

    record Skip() implements ColumnUse {}
}
