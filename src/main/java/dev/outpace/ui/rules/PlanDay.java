package dev.outpace.ui.rules;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** A row of a week's calling hours. */
enum PlanDay {
    MONDAY(DayOfWeek.MONDAY),
    TUESDAY(DayOfWeek.TUESDAY),
    WEDNESDAY(DayOfWeek.WEDNESDAY),
    THURSDAY(DayOfWeek.THURSDAY),
    FRIDAY(DayOfWeek.FRIDAY),
    SATURDAY(DayOfWeek.SATURDAY),
    SUNDAY(DayOfWeek.SUNDAY),
    HOLIDAY(null),
    /** The day before a holiday. */
    EVE(null);

    /** Null for a row that stands in place of a weekday's. */
    final @Nullable DayOfWeek weekday;

    PlanDay(@Nullable DayOfWeek weekday) {
        this.weekday = weekday;
    }
}
