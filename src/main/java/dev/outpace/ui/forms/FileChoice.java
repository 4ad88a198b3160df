package dev.outpace.ui.forms;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks the user for files; tests answer themselves. */
public interface FileChoice {

    /**
     * @param title of the window that asks
     * @param kind what the files are, in words
     * @param pattern "*.json"
     */
    record Question(@Nullable Window owner, String title, String kind, String pattern) {}

    /** Files to read; empty when the user chose none. */
    List<Path> toRead(Question question);

    /**
     * A file to write; one that is there already was confirmed.
     *
     * @param name that is proposed
     */
    Optional<Path> toWrite(Question question, String name);

    /** The platform's own windows; each opens in the folder of the file before. */
    static FileChoice ofPlatform() {
        return new FileChoice() {
            private @Nullable File folder;

            @Override
            public List<Path> toRead(Question question) {
                var chosen = chooser(question).showOpenMultipleDialog(question.owner());
                if (chosen == null || chosen.isEmpty()) {
                    return List.of();
                }
                folder = chosen.getFirst().getParentFile();
                return chosen.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> toWrite(Question question, String name) {
                var chooser = chooser(question);
                chooser.setInitialFileName(name);
                var chosen = chooser.showSaveDialog(question.owner());
                folder = chosen == null ? folder : chosen.getParentFile();
                return Optional.ofNullable(chosen).map(File::toPath);
            }

            private FileChooser chooser(Question question) {
                var chooser = new FileChooser();
                chooser.setTitle(question.title());
                if (folder != null && folder.isDirectory()) {
                    chooser.setInitialDirectory(folder);
                }
                chooser.getExtensionFilters()
                        .setAll(
                                new ExtensionFilter(question.kind(), question.pattern()),
                                new ExtensionFilter("*", "*"));
                return chooser;
            }
        };
    }
}
