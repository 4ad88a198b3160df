import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.css.Stylesheet;

/**
 * Writes the style sheets as JavaFX reads them fastest: a .bss beside each .css of the class path is taken in its place.
 * Arguments: the folder of the compiled classes, and the folder to write to.
 */
final class BinaryStyles {
    private static final String OURS = "dev/outpace/ui/theme";
    private static final List<String> ATLANTA =
            List.of("atlantafx/base/theme/primer-light.css", "atlantafx/base/theme/primer-dark.css");

    private BinaryStyles() {}

    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        var to = Path.of(arguments[1]);
        try (var sheets = Files.list(classes.resolve(OURS))) {
            for (var sheet :
                    sheets.filter(file -> file.toString().endsWith(".css")).toList()) {
                convert(sheet, to.resolve(classes.relativize(sheet).toString()));
            }
        }
        for (var name : ATLANTA) {
            var sheet = Files.createTempFile("style", ".css");
            try (InputStream in =
                    Objects.requireNonNull(BinaryStyles.class.getClassLoader().getResourceAsStream(name), name)) {
                Files.write(sheet, in.readAllBytes());
                convert(sheet, to.resolve(name));
            } finally {
                Files.delete(sheet);
            }
        }
    }

    private static void convert(Path sheet, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        var binary = place.resolveSibling(place.getFileName().toString().replaceFirst("css$", "bss"));
        Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
    }
}
