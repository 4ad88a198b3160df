package dev.outpace.ui.shell;

import dev.outpace.ui.controls.Symbol;

/**
 * Something that the command palette finds by its title.
 *
 * @param kind told at the right end: what it is, or the keys that do the same
 */
public record Command(String title, Symbol symbol, String kind, Runnable run) {}
