package dev.outpace.workspace.secrets;

import dev.outpace.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Reads and keeps the secret of a workspace. Everything here may block and may ask a person, so that it is never done on the
 * threads of views or of the engine.
 */
public final class SecretKeeper {
    private static final String VAULT = "exchange.secret";
    private static final int MOST_TRIES = 3;

    private final VaultFile vault;
    private final KeyringTool keyring;
    private final Passphrases passphrases;

    /** @param folder of the workspace */
    public SecretKeeper(Path folder, SecretAccess access) {
        vault = new VaultFile(folder.resolve(VAULT));
        keyring = access.keyring();
        passphrases = access.passphrases();
    }

    /** Whether there is a keyring that secrets can be kept in. */
    public boolean hasKeyring() {
        return keyring.isInstalled();
    }

    /**
     * The secret.
     *
     * @throws SecretRefused if there is none, or it can't be had
     */
    public String read(SecretSource source) throws SecretRefused {
        return switch (source) {
            case SecretFile file -> file.read();
            case SecretKeyring(var id) -> keyring.lookup(id);
            case SecretVault _ -> open();
            case SecretTyped typed -> typed.text();
        };
    }

    private String open() throws SecretRefused {
        var passphrase = passphrases.known();
        if (passphrase != null) {
            try {
                return vault.open(passphrase);
            } catch (SecretRefused refused) {
                passphrases.forget();
                throw refused;
            }
        }
        for (int tries = 0; ; tries++) {
            var asked = passphrases.ask(tries > 0);
            if (asked == null) {
                throw new SecretRefused(Problem.error("secret.locked", "secret"));
            }
            try {
                var secret = vault.open(asked);
                passphrases.remember(asked);
                return secret;
            } catch (SecretRefused refused) {
                if (tries + 1 == MOST_TRIES || !refused.isWrongPassphrase()) {
                    throw refused;
                }
            }
        }
    }

    /**
     * Keeps a secret that was entered where it is to be kept; any other is kept already.
     *
     * @param label names it for people, where they see it
     * @return where it is kept
     * @throws SecretRefused if it can't be kept there
     */
    public SecretSource keep(SecretSource source, String label) throws SecretRefused {
        if (!(source instanceof SecretTyped typed)) {
            return source;
        }
        var problems = typed.problems();
        if (!problems.isEmpty()) {
            throw new SecretRefused(problems.getFirst());
        }
        return switch (typed.place()) {
            case KEYRING -> {
                var id = UUID.randomUUID();
                keyring.store(id, label, typed.text());
                yield new SecretKeyring(id);
            }
            case VAULT -> {
                vault.write(typed.text(), typed.passphrase());
                passphrases.remember(typed.passphrase());
                yield new SecretVault();
            }
        };
    }

    /** Removes a secret that no setting leads to any more. A site's own file stays. */
    public void forget(SecretSource source) throws SecretRefused {
        switch (source) {
            case SecretKeyring(var id) -> keyring.clear(id);
            case SecretVault _ -> vault.delete();
            case SecretFile _, SecretTyped _ -> {
                // Kept by others, or nowhere.
            }
        }
    }

    /** What should be better about the way in which a secret is kept. */
    public static List<Problem> remarks(SecretSource source) {
        return source instanceof SecretFile file ? file.remarks() : List.of();
    }
}
