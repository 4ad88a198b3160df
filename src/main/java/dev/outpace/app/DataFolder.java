package dev.outpace.app;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the platform keeps a user's data. */
final class DataFolder {
    private DataFolder() {}

    /** The default workspace; the demo has one of its own. */
    static Path workspace(boolean demo) {
        return base().resolve(demo ? "outpace-demo" : "outpace");
    }

    private static Path base() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var home = Path.of(System.getProperty("user.home"));
        if (system.contains("win")) {
            return orElse(System.getenv("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        return orElse(System.getenv("XDG_DATA_HOME"), home.resolve(".local").resolve("share"));
    }

    private static Path orElse(@Nullable String given, Path otherwise) {
        return given == null || given.isBlank() ? otherwise : Path.of(given);
    }
}
