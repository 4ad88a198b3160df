package dev.outpace.telephony.asterisk;

/** Why a link is not tried any more until a person has done something. */
public sealed interface LinkBarrier {
    /** User or secret were refused. Many exchanges lock out who is refused again and again. */
    record Refused() implements LinkBarrier {}

    /**
     * Somebody else may answer there.
     *
     * @param fingerprint of the certificate that is shown: SHA-256, hexadecimal
     */
    record OtherCertificate(String fingerprint) implements LinkBarrier {}
}
