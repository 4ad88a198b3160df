package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.exchange.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSpaceTest {
    private static final int COMMITS = 12_000;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    /** A commit takes 8 kB or more of the file, though nearly nothing of it stays in use. */
    @Test
    void theFileTakesTheSpaceOfOldCommitsAgainWhileItIsWrittenAndIsSmallWhenItIsClosed() throws IOException {
        var file = folder.resolve("outpace.mv.db");
        try (var store = Store.open(folder, "test", new JacksonJson())) {
            for (int i = 0; i < COMMITS; i++) {
                store.saveSetting("test." + i % 1_000, "value " + i).join();
            }
            assertThat(Files.size(file)).isLessThan(COMMITS * 8_192L / 2);
        }
        assertThat(Files.size(file)).isLessThan(8 * MEGABYTE);
        try (var store = Store.open(folder, "test", new JacksonJson())) {
            for (int i = 0; i < 1_000; i++) {
                assertThat(store.setting("test." + i).join()).contains("value " + (COMMITS - 1_000 + i));
            }
        }
    }
}
