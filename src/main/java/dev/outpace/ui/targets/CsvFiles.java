package dev.outpace.ui.targets;

import dev.outpace.ui.texts.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** How a person chooses a file of the computer; a test has its own. */
public interface CsvFiles {

    /** A file to read; empty when it was cancelled. */
    Optional<Path> choose(Window owner);

    /** A place to write to. */
    Optional<Path> place(Window owner, String suggestedName);

    /** The choosers of the operating system. */
    static CsvFiles ofToolkit(Texts texts) {
        return new CsvFiles() {
            @Override
            public Optional<Path> choose(Window owner) {
                return Optional.ofNullable(chooser("import.choose").showOpenDialog(owner))
                        .map(File::toPath);
            }

            @Override
            public Optional<Path> place(Window owner, String suggestedName) {
                var chooser = chooser("import.saveRejected");
                chooser.setInitialFileName(suggestedName);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            private FileChooser chooser(String title) {
                var chooser = new FileChooser();
                chooser.setTitle(texts.get(title));
                chooser.getExtensionFilters()
                        .addAll(
                                new ExtensionFilter(texts.get("import.csvFiles"), "*.csv", "*.txt", "*.tsv"),
                                new ExtensionFilter(texts.get("import.allFiles"), "*.*"));
                return chooser;
            }
        };
    }
}
