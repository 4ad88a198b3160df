package dev.outpace.workspace;

import dev.outpace.model.Problem;
import dev.outpace.workspace.secrets.SecretKeeper;
import dev.outpace.workspace.secrets.SecretRefused;
import dev.outpace.workspace.secrets.SecretSource;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves a connection with its secret: one that was entered is kept first, and the one before it is removed last. */
final class KeptSecret {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSecret.class);

    private final SecretKeeper secrets;
    private final AsteriskText stored;

    KeptSecret(SecretKeeper secrets, AsteriskText stored) {
        this.secrets = secrets;
        this.stored = stored;
    }

    /**
     * The connection as it was saved.
     *
     * @throws SecretRefused if the secret can't be kept; nothing is saved then
     */
    AsteriskConnection save(AsteriskConnection connection, Instant now) throws SecretRefused {
        var before = stored.read().map(AsteriskConnection::secret);
        var kept = connection.withSecret(secrets.keep(connection.secret(), connection.label()));
        stored.save(kept, now);
        forget(before.filter(source -> !source.equals(kept.secret())));
        return kept;
    }

    private void forget(Optional<SecretSource> before) {
        try {
            if (before.isPresent()) {
                secrets.forget(before.get());
            }
        } catch (SecretRefused refused) {
            // It leads to nothing any more; only its owner's keyring or folder is less tidy.
            LOG.warn("The former secret was not removed: {}", refused.problem().code());
        }
    }

    /** Why the secret can't be read; empty where it can. Its place is the field of the secret. */
    Optional<Problem> problem(AsteriskConnection connection) {
        try {
            secrets.read(connection.secret());
            return Optional.empty();
        } catch (SecretRefused refused) {
            return Optional.of(refused.problem());
        }
    }
}
