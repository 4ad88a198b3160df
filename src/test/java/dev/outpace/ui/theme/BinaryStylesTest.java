package dev.outpace.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is packed are binary style sheets: they have to say what their source says. */
@SuppressWarnings("NullAway.Init")
class BinaryStylesTest {
    private static final Path OURS = Path.of("src/main/resources/dev/outpace/ui/theme");

    private static final String BORDER_STYLE = "-fx-border-style";

    @TempDir
    private Path folder;

    static List<Path> sheets() throws IOException {
        try (var files = Files.list(OURS)) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void aBinarySheetHasTheRulesOfItsSource(Path sheet) throws IOException {
        assertThat(rules(binary(sheet))).isEqualTo(rules(source(sheet)));
    }

    /** A style of a border is known by its object: one that is named, such as dashed, is another once it was written. */
    @ParameterizedTest
    @MethodSource("sheets")
    void noBorderHasANamedStyle(Path sheet) throws IOException {
        assertThat(Files.readString(sheet).lines().filter(line -> line.contains(BORDER_STYLE)))
                .allMatch(line -> line.contains("segments("));
    }

    /** The words of a border's style hold the object. */
    private static String words(Declaration declaration) {
        return declaration.getProperty().equals(BORDER_STYLE) ? BORDER_STYLE : declaration.toString();
    }

    private static Stylesheet source(Path sheet) throws IOException {
        return new CssParser().parse(sheet.toUri().toURL());
    }

    private Stylesheet binary(Path sheet) throws IOException {
        var binary = folder.resolve("sheet.bss");
        Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
        return Stylesheet.loadBinary(binary.toUri().toURL());
    }

    private static List<String> rules(Stylesheet sheet) {
        assertThat(sheet.getRules()).isNotEmpty();
        return sheet.getRules().stream()
                .map(rule -> rule.getSelectors() + " "
                        + rule.getDeclarations().stream()
                                .map(BinaryStylesTest::words)
                                .toList())
                .toList();
    }
}
