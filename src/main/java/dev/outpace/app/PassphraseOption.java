package dev.outpace.app;

import dev.outpace.workspace.secrets.KeyringTool;
import dev.outpace.workspace.secrets.Passphrases;
import dev.outpace.workspace.secrets.SecretAccess;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretRefused;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The passphrase of an encrypted secret: in a file, or asked for on the terminal. */
final class PassphraseOption {
    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    private @Nullable Path file;

    SecretAccess access() {
        return new SecretAccess(KeyringTool.ofSystem(), new Passphrases(this::ask), false);
    }

    private char @Nullable [] ask(boolean wrong) throws SecretRefused {
        if (file != null) {
            // It would be no other the second time.
            return wrong ? null : fromFile(file);
        }
        return onTerminal(wrong ? "text.passphrase.wrong" : "text.passphrase");
    }

    /** One for a secret that is encrypted from now on; null where none is given, or not the same twice. */
    @Nullable
    String chosen() throws SecretRefused {
        if (file != null) {
            return new String(fromFile(file));
        }
        var first = onTerminal("text.passphrase.new");
        var again = first == null ? null : onTerminal("text.passphrase.again");
        return again != null && Arrays.equals(first, again) ? new String(again) : null;
    }

    private static char[] fromFile(Path file) throws SecretRefused {
        return new SecretFile(file).read().toCharArray();
    }

    /** Null without a terminal. */
    private static char @Nullable [] onTerminal(String key) {
        return Optional.ofNullable(System.console())
                .filter(terminal -> terminal.isTerminal())
                .map(terminal -> terminal.readPassword("%s ", new Printed().text(key)))
                .orElse(null);
    }
}
