package dev.outpace.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop's own program that shows folders. */
final class DesktopFolders {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopFolders.class);

    private DesktopFolders() {}

    /** Shows a folder, unless the desktop has no such program. */
    static boolean show(Path folder) {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var program = system.contains("win") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(program, folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException missing) {
            LOG.warn("No program shows folders here", missing);
            return false;
        }
    }
}
