package dev.outpace.workspace;

import org.jspecify.annotations.Nullable;

/**
 * @param targets what became of a file of targets; null where none was read
 * @param forecast what would become of its rows, where they were only counted; else null
 */
public record ImportReport(
        Answer answer,
        @Nullable TargetReport targets,
        @Nullable ImportForecast forecast) {
    ImportReport(Answer answer, @Nullable TargetReport targets) {
        this(answer, targets, null);
    }
}
