package dev.outpace.ui.shell;

/**
 * The console is about to close and waits for calls to end.
 *
 * @param calls that are left
 * @param now closes without them
 * @param stay takes the closing back
 */
public record Closing(int calls, Runnable now, Runnable stay) {}
