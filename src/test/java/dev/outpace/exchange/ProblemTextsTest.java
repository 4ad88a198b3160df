package dev.outpace.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    private static final Path ROOM = Path.of("src/main/java/dev/outpace/exchange");
    private static final Pattern CODE = Pattern.compile("\"((?:file|json|field|import|csv|row)\\.[a-z_]+)\"");

    @Test
    void everyCodeOfTheRoomHasAText() throws IOException {
        var texts = ResourceBundle.getBundle("dev.outpace.workspace.problems", Locale.ROOT);

        assertThat(codes()).hasSizeGreaterThan(30).allSatisfy(code -> {
            assertThat(texts.containsKey("problem." + code)).isTrue();
            assertThat(new MessageFormat(texts.getString("problem." + code), Locale.ROOT)
                            .format(new Object[] {1, 2, 3}))
                    .isNotBlank()
                    .doesNotContain("{");
        });
    }

    private static Set<String> codes() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(ROOM)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }
}
