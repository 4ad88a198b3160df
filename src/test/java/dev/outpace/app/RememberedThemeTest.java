package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class RememberedThemeTest {
    @TempDir
    private Path folder;

    @Test
    void theNextWindowBeginsInTheThemeThatTheLastHad() {
        new RememberedTheme(folder).remember(Theme.Mode.DARK);
        assertThat(new RememberedTheme(folder).mode()).isEqualTo(Theme.Mode.DARK);
    }

    @Test
    void aNewWorkspaceAndAnUnreadableFileAreLight() throws IOException {
        assertThat(new RememberedTheme(folder.resolve("new")).mode()).isEqualTo(Theme.Mode.LIGHT);
        Files.writeString(folder.resolve("theme"), "purple");
        assertThat(new RememberedTheme(folder).mode()).isEqualTo(Theme.Mode.LIGHT);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFailure() {
        new RememberedTheme(folder.resolve("nowhere")).remember(Theme.Mode.DARK);
        assertThat(new RememberedTheme(folder.resolve("nowhere")).mode()).isEqualTo(Theme.Mode.LIGHT);
    }
}
