package dev.outpace.ui.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.shell.Shortcut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks at the sources, because a missing text shows itself only where somebody goes. */
class TextKeysTest {

    private static final Pattern FXML_KEY = Pattern.compile("\"%([\\w.]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]\\w*(?:\\.\\w+)+)\"");

    private final ResourceBundle bundle = ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH);

    @Test
    void everyKeyOfAnFxmlFileHasAText() throws IOException {
        assertThat(missing(found(FXML_KEY, Path.of("src/main/resources/dev/outpace/ui"), ".fxml")))
                .isEmpty();
    }

    /** A literal counts as a key if it begins like one: with the prefix of a screen. */
    @Test
    void everyKeyInTheCodeHasAText() throws IOException {
        var prefixes = Collections.list(bundle.getKeys()).stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        var keys = found(LITERAL, Path.of("src/main/java/dev/outpace/ui"), ".java").stream()
                .filter(literal -> prefixes.contains(literal.substring(0, literal.indexOf('.'))))
                .collect(Collectors.toSet());
        assertThat(missing(keys)).isEmpty();
    }

    @Test
    void everyShortcutHasAText() {
        assertThat(missing(
                        Arrays.stream(Shortcut.values()).map(Shortcut::textKey).collect(Collectors.toSet())))
                .isEmpty();
    }

    private List<String> missing(Set<String> keys) {
        return keys.stream().filter(key -> !bundle.containsKey(key)).toList();
    }

    private static Set<String> found(Pattern pattern, Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> matches(pattern, file))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results().map(result -> result.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
