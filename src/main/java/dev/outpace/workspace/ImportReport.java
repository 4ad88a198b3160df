package dev.outpace.workspace;

import org.jspecify.annotations.Nullable;

/** @param targets what became of a CSV file; null where none was read */
public record ImportReport(Answer answer, @Nullable TargetReport targets) {}
