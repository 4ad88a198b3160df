package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DncCommandTest {
    @TempDir
    private Path folder;

    private CommandOutput dnc(Object... arguments) {
        var all = new ArrayList<Object>(List.of("dnc"));
        all.addAll(Arrays.asList(arguments));
        all.add("--workspace");
        all.add(folder.resolve("w"));
        return CommandOutput.of(all.toArray());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("list.txt"), text);
    }

    @Test
    void aFileIsImportedListedChangedAndWritten() throws IOException {
        var path = file("212,5550101\n212,5550102\n212,5550101\n212,x\n");
        var imported = dnc(
                "import", path, "--list", "National", "--as-of", "2026-11-01", "--max-age", "3660d", "--source", "FTC");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.out())
                .contains("4 lines: 2 entries to add", "1 repeated, 1 rejected", "National has 2 entries");
        assertThat(imported.err()).contains("warning: ", "list.txt:4");
        assertThat(dnc("list", "--json").out())
                .contains(
                        "\"name\":\"National\"",
                        "\"source\":\"FTC\"",
                        "\"as_of\":\"2026-11-01\"",
                        "\"max_age\":\"3660d\"",
                        "\"every_campaign\":true",
                        "\"too_old\":false",
                        "\"numbers\":2");
        assertThat(dnc("list").out()).contains("National", "every campaign");

        var changed =
                dnc("import", file("212,5550103,A\n212,5550101,D\n"), "--list", "National", "--changes", "--json");
        assertThat(changed.out()).contains("\"imported\":true", "\"entries\":2", "\"added\":1", "\"removed\":1");
        assertThat(dnc("export", "National").out()).isEqualToIgnoringNewLines("+12125550102+12125550103");
        assertThat(dnc("list", "--json").out()).contains("\"source\":\"FTC\"", "\"max_age\":\"3660d\"");
    }

    @Test
    void oneNumberIsAddedAndTakenOff() throws IOException {
        dnc("import", file("2125550101\n"), "--list", "National");
        var added = dnc("add", "+1 212 555 0199");
        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(dnc("list").out()).contains("Company");
        assertThat(dnc("add", "+12125550199", "--json").out()).contains("\"changed\":false");
        assertThat(dnc("remove", "+12125550199", "--list", "Company", "--json").out())
                .contains("\"changed\":true");
        assertThat(dnc("remove", "+12125550199").err()).contains("is not on Company");
        var unknown = dnc("add", "+12125550199", "--list", "Nowhere");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(unknown.err()).contains("There is no do-not-call list Nowhere");
    }

    @Test
    void whatCantBeImportedChangesNothing() throws IOException {
        dnc("import", file("2125550101\n"), "--list", "National");
        var refused = dnc("import", file("212,5550103,A\n212,5550101,D\n"), "--list", "National");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("--changes");
        assertThat(dnc("import", folder, "--list", "National").err()).contains("folder");
        assertThat(dnc("import", file("nobody\n"), "--list", "National").err()).contains("Nothing was changed");
        assertThat(dnc("export", "National").out()).isEqualToIgnoringNewLines("+12125550101");
        assertThat(dnc("import", file("1\n"), "--list", "N", "--max-age", "month")
                        .exitCode())
                .isNotZero();
    }
}
