package dev.outpace.ui.shell;

import java.time.Instant;

/**
 * An alarm as the bell tells it.
 *
 * @param about the campaign; empty for the whole workspace
 * @param open leads to what it is about
 */
public record AlarmLine(Instant at, String text, String about, Runnable open) {}
