package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;

/** A line of the palette. */
sealed interface PaletteRow {
    record Heading(ActionType.Category category, boolean open) implements PaletteRow {}

    record Entry(ActionType type) implements PaletteRow {}
}
