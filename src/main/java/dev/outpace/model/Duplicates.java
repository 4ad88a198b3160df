package dev.outpace.model;

import java.util.Locale;

/** What becomes of rows of a file whose first number is there already. */
public enum Duplicates {
    /** Who is there first stays as it is. */
    SKIP,
    /** The target with that first number takes what the row says; its tries stay. In the file, the first row counts. */
    UPDATE,
    /** They become targets, too. */
    ADD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
