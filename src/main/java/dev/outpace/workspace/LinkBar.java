package dev.outpace.workspace;

import dev.outpace.model.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why the link to the exchange is not tried any more until a person has done something. */
public sealed interface LinkBar {
    /** @param user of the manager interface who was refused, or whose secret was */
    record Refused(String user) implements LinkBar {}

    /**
     * The exchange shows another certificate than the accepted one.
     *
     * @param since when the other was accepted; null if that is not known
     * @param accepted SHA-256 fingerprint of that one, hexadecimal
     * @param shown SHA-256 fingerprint of the new one
     */
    record OtherCertificate(@Nullable Instant since, String accepted, String shown) implements LinkBar {}

    /** The secret is in a file that only a passphrase opens, and nobody has entered it. */
    record Locked(boolean wrong) implements LinkBar {}

    /** @param why the secret can't be had */
    record NoSecret(Problem why) implements LinkBar {}
}
