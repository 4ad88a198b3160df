package dev.outpace.ui.shell;

import java.nio.file.Path;

/**
 * What somebody who asks for help is asked for.
 *
 * @param version of Outpace, as "0.1.0"
 * @param java the version of Java that runs it
 * @param log the file that says what went wrong
 */
public record About(String version, String java, Path workspace, Path log) {}
