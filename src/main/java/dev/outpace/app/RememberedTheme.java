package dev.outpace.app;

import dev.outpace.files.PrivateFiles;
import dev.outpace.ui.theme.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Light or dark as the window had it last, in a file beside the database: the window is painted before the settings in the
 * database can be read, and must not be painted in the other one first.
 */
final class RememberedTheme {
    private final Path file;

    /** @param workspace its folder */
    RememberedTheme(Path workspace) {
        file = workspace.resolve("theme");
    }

    /** Light where nothing is remembered, as in a workspace that is new. */
    Theme.Mode mode() {
        try {
            return Theme.Mode.valueOf(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException notRemembered) {
            return Theme.Mode.LIGHT;
        }
    }

    /** Waits for the disk. */
    void remember(Theme.Mode mode) {
        if (mode() != mode) {
            try {
                PrivateFiles.replace(file, out -> out.write(mode.name().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failure) {
                LoggerFactory.getLogger(RememberedTheme.class)
                        .warn("The theme is not remembered: the next window may begin in the other one", failure);
            }
        }
    }
}
