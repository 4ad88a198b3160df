package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every check and all that it finds has its words, and no words are left over. */
class CheckTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/outpace");
    private static final Pattern FOUND =
            Pattern.compile("CheckResult\\s*\\.(?:ok|warn|fail)\\(\\s*\"(\\w+)\",\\s*(?:[\\w. >?!=]+\\?"
                    + " )?\"([\\w.]+)\"(?:\\s*:\\s*\"([\\w.]+)\")?");
    private static final Pattern NAMED = Pattern.compile("(?:CheckLine\\.of|failed)\\(\\s*\"(\\w+)\"");
    private static final Pattern OTHER = Pattern.compile("CheckLine\\.State\\.\\w+,\\s*\"([\\w.]+)\"|\"(tls\\.\\w+)\"");

    private static List<Path> sources() throws IOException {
        try (var checks = Files.newDirectoryStream(SOURCES.resolve("telephony/asterisk"), "*Check.java")) {
            var all = new ArrayList<Path>();
            checks.forEach(all::add);
            for (var other : List.of("AsteriskCheck", "SpeechCheck", "TrialCall", "OfflineOrders")) {
                all.add(SOURCES.resolve("workspace").resolve(other + ".java"));
            }
            return all;
        }
    }

    @Test
    void everyCodeHasItsSentence() throws IOException {
        var wanted = new TreeSet<String>();
        wanted.add("check.telephony");
        wanted.add("check.call");
        wanted.add("no_answer");
        wanted.add("not_tried");
        wanted.add("check.link");
        for (var file : sources()) {
            var source = Files.readString(file);
            for (var found = FOUND.matcher(source); found.find(); ) {
                wanted.add("check." + found.group(1));
                wanted.add(found.group(2));
                if (found.group(3) != null) {
                    wanted.add(found.group(3));
                }
            }
            for (var found = NAMED.matcher(source); found.find(); ) {
                wanted.add("check." + found.group(1));
            }
            for (var found = OTHER.matcher(source); found.find(); ) {
                wanted.add(found.group(1) != null ? found.group(1) : found.group(2));
            }
        }
        assertThat(ResourceBundle.getBundle("dev.outpace.workspace.checks", Locale.ROOT)
                        .keySet())
                .containsAll(wanted)
                .allSatisfy(key -> assertThat(wanted).contains(key));
    }
}
