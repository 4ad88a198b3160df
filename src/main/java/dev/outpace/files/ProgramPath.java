package dev.outpace.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the system finds a program. */
public final class ProgramPath {
    private ProgramPath() {}

    /**
     * The file that is run for a name.
     *
     * @param name of a program on the path, or its file
     * @return empty if there is none that may be run
     */
    public static Optional<Path> of(String name) {
        var named = Path.of(name);
        if (named.getNameCount() > 1 || named.isAbsolute()) {
            return Files.isExecutable(named) ? Optional.of(named) : Optional.empty();
        }
        var endings = File.separatorChar == '\\' ? List.of("", ".exe") : List.of("");
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> endings.stream().map(ending -> Path.of(folder, named + ending)))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
