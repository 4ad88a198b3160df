package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void theInnermostCauseThatSaysSomethingIsTheReason() {
        var failure = new IllegalStateException(
                "outer", new UnsatisfiedLinkError("libgtk-3.so.0: cannot open shared object file."));
        assertThat(Display.reason(failure)).isEqualTo("libgtk-3.so.0: cannot open shared object file");
        assertThat(Display.reason(new IllegalStateException(new NullPointerException())))
                .contains("NullPointerException");
    }
}
