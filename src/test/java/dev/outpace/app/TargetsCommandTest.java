package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsCommandTest {
    @TempDir
    private Path folder;

    private CommandOutput targets(String... arguments) {
        var all = new Object[arguments.length + 3];
        all[0] = "targets";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--workspace";
        all[arguments.length + 2] = folder.resolve("w");
        return CommandOutput.of(all);
    }

    @BeforeEach
    void list() throws IOException {
        var file = Files.writeString(
                folder.resolve("people.csv"),
                "name,phone,priority\nAnn,+12125550101,1\nBob,+12125550102,2\nCid,+442079460103,2\n");
        var imported = CommandOutput.of(
                "import",
                "--targets",
                file,
                "--list",
                "Spring",
                "--create",
                "--region",
                "US",
                "--workspace",
                folder.resolve("w"));
        assertThat(imported.exitCode()).as(imported.err()).isZero();
    }

    @Test
    void anExportHasWhatItsFilterLetsThrough() {
        assertThat(targets("export", "Spring").out()).contains("Ann", "Bob", "Cid");
        assertThat(targets("export", "Spring", "--filter", "number=5550102").out())
                .contains("Bob")
                .doesNotContain("Ann", "Cid");
        assertThat(targets("export", "Spring", "--filter", "standing=new priority=2 result=none tries=0-1")
                        .out())
                .contains("Bob", "Cid")
                .doesNotContain("Ann");
        assertThat(targets("export", "Spring", "--filter", "standing=done,exhausted")
                        .out())
                .doesNotContain("Ann", "Bob", "Cid");
    }

    @Test
    void theOnesThatAreRequeuedAreCounted() {
        var requeued = targets("requeue", "Spring", "--filter", "priority=2", "--tries", "reset");
        assertThat(requeued.exitCode()).as(requeued.err()).isZero();
        assertThat(requeued.out()).contains("2 targets are called again");
        assertThat(targets("requeue", "Spring").out()).contains("3 targets are called again");
    }

    @Test
    void aWordThatCantBeReadIsNamed() {
        var name = targets("requeue", "Spring", "--filter", "cause=busy");
        assertThat(name.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(name.err()).contains("cause", "standing, result, number");
        assertThat(targets("export", "Spring", "--filter", "result=bussy").err())
                .contains("result=bussy", "busy, no_answer");
        assertThat(targets("export", "Spring", "--filter", "number=01").err()).contains("number=01");
        assertThat(targets("requeue", "Autumn").exitCode()).isEqualTo(ExitCode.REFUSED);
    }
}
