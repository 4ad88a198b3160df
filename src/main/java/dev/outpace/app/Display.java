package dev.outpace.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a window can be shown. */
final class Display {
    private Display() {}

    static boolean isThere() {
        if ("Headless".equals(System.getProperty("glass.platform"))) {
            return true;
        }
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win")
                || system.contains("mac")
                || isSet(System.getenv("DISPLAY"))
                || isSet(System.getenv("WAYLAND_DISPLAY"));
    }

    /** Why the toolkit could not start: the innermost cause that says something. */
    static String reason(Throwable failure) {
        var reason = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                reason = message.strip();
            }
        }
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
