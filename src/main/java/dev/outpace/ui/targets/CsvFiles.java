package dev.outpace.ui.targets;

import dev.outpace.ui.texts.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** How a person chooses a file of the computer; a test has its own. */
public interface CsvFiles {

    /** A file to read; empty when it was cancelled. */
    Optional<Path> choose(Window owner);

    /** A place to write to. */
    Optional<Path> place(Window owner, String suggestedName);

    /** The choosers of the operating system; each opens in the folder of the file before. */
    static CsvFiles ofToolkit(Texts texts) {
        return new CsvFiles() {
            private @Nullable File folder;

            @Override
            public Optional<Path> choose(Window owner) {
                return chosen(chooser("import.choose").showOpenDialog(owner));
            }

            @Override
            public Optional<Path> place(Window owner, String suggestedName) {
                var chooser = chooser("import.saveRejected");
                chooser.setInitialFileName(suggestedName);
                return chosen(chooser.showSaveDialog(owner));
            }

            private Optional<Path> chosen(@Nullable File file) {
                folder = file == null ? folder : file.getParentFile();
                return Optional.ofNullable(file).map(File::toPath);
            }

            private FileChooser chooser(String title) {
                var chooser = new FileChooser();
                chooser.setTitle(texts.get(title));
                if (folder != null && folder.isDirectory()) {
                    chooser.setInitialDirectory(folder);
                }
                chooser.getExtensionFilters()
                        .addAll(
                                new ExtensionFilter(
                                        texts.get("import.csvFiles"), "*.csv", "*.txt", "*.tsv", "*.xlsx", "*.xlsm"),
                                new ExtensionFilter(texts.get("import.allFiles"), "*.*"));
                return chooser;
            }
        };
    }
}
