package dev.outpace.ui.settings;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Where the workspace lies.
 *
 * @param open shows a folder in the file manager of the desktop; false where there is none
 */
public record Folders(Path workspace, Path logs, Predicate<Path> open) {}
