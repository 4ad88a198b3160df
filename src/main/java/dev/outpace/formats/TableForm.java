package dev.outpace.formats;

/** How a table is written in its file. */
public sealed interface TableForm permits CsvForm, SheetForm {
    /** Whether its first record names the columns. */
    boolean header();

    TableForm withHeader(boolean hasHeader);
}
