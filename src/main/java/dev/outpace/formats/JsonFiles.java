package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.ObjectReadContext;

/** Small files of one JSON value, which other rooms make sense of. */
public final class JsonFiles {
    private static final long MAX_BYTES = 1L << 20;

    private JsonFiles() {}

    /** @throws FileRefused naming the file and, where it is no JSON, the line */
    public static Json read(Path path) throws FileRefused {
        var file = path.toString();
        try {
            if (Files.isDirectory(path)) {
                throw new FileRefused(Problem.error("file.folder", file));
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new FileRefused(Problem.error("file.too_big", file, MAX_BYTES >> 20));
            }
            try (var in = Files.newInputStream(path);
                    var parser = JsonReader.FACTORY.createParser(ObjectReadContext.empty(), in)) {
                return JsonReader.read(file, parser, null);
            }
        } catch (IOException unreadable) {
            throw new FileRefused(FileFault.of(path, unreadable));
        }
    }
}
