package dev.outpace.ui.settings;

import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.secrets.SecretFile;
import dev.outpace.workspace.secrets.SecretKeyring;
import dev.outpace.workspace.secrets.SecretPlace;
import dev.outpace.workspace.secrets.SecretTyped;
import dev.outpace.workspace.secrets.SecretVault;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a secret is kept, as the page offers it. */
enum SecretKeep {
    KEYRING,
    VAULT,
    /** A file of the site's own. */
    FILE;

    static SecretKeep of(@Nullable AsteriskConnection connection, boolean hasKeyring) {
        return switch (connection == null ? null : connection.secret()) {
            case null -> hasKeyring ? KEYRING : VAULT;
            case SecretKeyring _ -> KEYRING;
            case SecretVault _, SecretTyped _ -> VAULT;
            case SecretFile _ -> FILE;
        };
    }

    /** Where what is entered is kept. */
    SecretPlace place() {
        return this == KEYRING ? SecretPlace.KEYRING : SecretPlace.VAULT;
    }

    String textKey() {
        return "telephony.keep." + name().toLowerCase(Locale.ROOT);
    }
}
