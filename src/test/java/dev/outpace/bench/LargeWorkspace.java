package dev.outpace.bench;

import dev.outpace.formats.JacksonJson;
import dev.outpace.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workspace with one list of a million targets, made once in a run. */
final class LargeWorkspace {
    static final int TARGETS = 1_000_000;

    private LargeWorkspace() {}

    static Path folder() {
        return Path.of("target", "bench", "million");
    }

    static Store open() {
        return Files.exists(folder())
                ? Store.open(folder(), "bench", new JacksonJson())
                : new CallCentre(1, 0, 0).store(folder(), TARGETS);
    }
}
