package dev.outpace.model;

import java.util.Locale;

/** In which order the targets of a list are called that were never called before. Retries come by their time. */
public enum TargetOrder {
    /** As they came into the list. */
    OLDEST,
    /** Those that came last into the list come first. */
    NEWEST,
    /** Mixed, each time in the same way. */
    RANDOM,
    /** Those with the highest {@link TargetRouting#priority} first, and among these the oldest. */
    PRIORITY;

    /** As in files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
