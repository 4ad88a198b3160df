package dev.outpace.workspace.secrets;

import dev.outpace.files.ProgramPath;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The keyring of a Linux desktop, by the command {@code secret-tool} of libsecret. A secret goes over standard input and output
 * only: arguments of programs can be read by everyone on the machine.
 */
public final class KeyringTool {
    /** A locked keyring asks its owner for the password. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST_BYTES = 4_096;
    private static final String APPLICATION = "application";
    private static final String NAME = "outpace";

    private final String program;

    /** @param program on the path, or its file */
    public KeyringTool(String program) {
        this.program = program;
    }

    public static KeyringTool ofSystem() {
        return new KeyringTool("secret-tool");
    }

    boolean isInstalled() {
        return ProgramPath.of(program).isPresent();
    }

    void store(UUID id, String label, String secret) throws SecretRefused {
        var run = run(secret, "store", "--label=" + label, APPLICATION, NAME, "id", id.toString());
        if (run.exitCode() != 0) {
            throw failed(run);
        }
    }

    String lookup(UUID id) throws SecretRefused {
        var run = run("", "lookup", APPLICATION, NAME, "id", id.toString());
        if (run.exitCode() == 0 && !run.out().isEmpty()) {
            return run.out();
        }
        throw run.error().isEmpty() ? new SecretRefused(Problem.error("secret.not_in_keyring", "secret")) : failed(run);
    }

    void clear(UUID id) throws SecretRefused {
        var run = run("", "clear", APPLICATION, NAME, "id", id.toString());
        if (run.exitCode() != 0 && !run.error().isEmpty()) {
            throw failed(run);
        }
    }

    private static SecretRefused failed(Run run) {
        var reason = run.error().isEmpty() ? Integer.toString(run.exitCode()) : run.error();
        return new SecretRefused(Problem.error("secret.keyring_failed", "secret", reason));
    }

    /** Its output may be a secret, and is in no text. */
    private record Run(int exitCode, String out, String error) {
        @Override
        public String toString() {
            return "exit code " + exitCode;
        }
    }

    private Run run(String input, String... arguments) throws SecretRefused {
        try {
            var process = new ProcessBuilder(Stream.concat(Stream.of(program), Stream.of(arguments))
                            .toList())
                    .start();
            try {
                return run(process, input);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            throw new SecretRefused(Problem.error("secret.keyring_failed", "secret", program));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new SecretRefused(Problem.error("secret.keyring_failed", "secret", program));
        }
    }

    private static Run run(Process process, String input) throws IOException, InterruptedException, SecretRefused {
        var out = read(process.getInputStream());
        var error = read(process.getErrorStream());
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new SecretRefused(Problem.error("secret.keyring_silent", "secret", LONGEST.toSeconds()));
        }
        return new Run(process.exitValue(), out.join(), error.join().strip());
    }

    private static CompletableFuture<String> read(InputStream from) {
        var text = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (from) {
                text.complete(new String(from.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            } catch (IOException closed) {
                text.complete("");
            }
        });
        return text;
    }
}
