package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void versionIsNamedAndExitsWithZero() {
        var out = new StringWriter();
        int exit = Main.commandLine(new LastWords(_ -> {}))
                .setOut(new PrintWriter(out, true))
                .execute("--version");
        assertThat(exit).isZero();
        assertThat(out.toString()).containsPattern("^Outpace \\d+\\.\\d+\\.\\d+\\R$");
    }
}
