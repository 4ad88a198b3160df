package dev.outpace.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The display of the environment, or a virtual one for as long as it is open. */
record Display(String name, List<Process> server) implements AutoCloseable {
    private static final List<String> VIRTUAL =
            List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp");

    static Display open() throws IOException {
        var given = System.getenv("DISPLAY");
        if (given != null && !given.isBlank()) {
            return new Display(given, List.of());
        }
        try {
            var server = new ProcessBuilder(VIRTUAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return new Display(number == null ? "" : ":" + number, List.of(server));
        } catch (IOException notInstalled) {
            return new Display("", List.of());
        }
    }

    @Override
    public void close() {
        server.forEach(Process::destroy);
    }
}
