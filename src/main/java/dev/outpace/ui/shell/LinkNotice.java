package dev.outpace.ui.shell;

/**
 * One line under the top bar about the link, until it is closed.
 *
 * @param warning whether something was lost
 * @param action what its button says; empty for no button
 */
public record LinkNotice(boolean warning, String title, String text, String action, Runnable act, Runnable close) {}
