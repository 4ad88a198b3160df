package dev.outpace.telephony.asterisk.ami;

import java.security.cert.CertificateException;

/** The exchange shows another certificate than the one that was accepted. */
final class OtherCertificate extends CertificateException {
    private static final long serialVersionUID = 1;

    private final String fingerprint;

    OtherCertificate(String fingerprint) {
        super("another certificate than the one that was accepted");
        this.fingerprint = fingerprint;
    }

    /** Of what it shows: SHA-256, hexadecimal. */
    String fingerprint() {
        return fingerprint;
    }
}
