package dev.outpace.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The published examples as the tests know them, and files made from them. */
final class Samples {
    static final String SEED = "campaign-seed.json";
    static final String PRESS_1 = "campaign-press1.json";
    static final String SET_UP = "setup-small.json";
    static final String TARGETS = "targets.csv";

    private Samples() {}

    static byte[] bytes(String name) throws IOException {
        try (var in = Samples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no sample " + name);
            }
            return in.readAllBytes();
        }
    }

    static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static Path copy(String name, Path folder) throws IOException {
        return Files.write(folder.resolve(name), bytes(name));
    }

    /** Ids in order, so that what was given a new id is told apart. */
    static CampaignFiles files() {
        var next = new AtomicLong();
        return new CampaignFiles(() -> new UUID(0xA5516ED0L, next.incrementAndGet()));
    }
}
