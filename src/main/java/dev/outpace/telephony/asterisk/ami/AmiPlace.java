package dev.outpace.telephony.asterisk.ami;

import org.jspecify.annotations.Nullable;

/**
 * Where Asterisk listens.
 *
 * @param tls null for a connection that is not encrypted
 */
public record AmiPlace(String host, int port, @Nullable AmiTls tls) {
    /** Asterisk's own numbers. */
    public static final int PORT = 5038;

    public static final int TLS_PORT = 5039;

    @Override
    public String toString() {
        return host + ':' + port;
    }
}
