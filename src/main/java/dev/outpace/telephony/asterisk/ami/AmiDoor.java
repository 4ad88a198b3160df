package dev.outpace.telephony.asterisk.ami;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Looks who answers at a place, without saying anything secret. Blocks for some seconds at most. */
public final class AmiDoor {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private AmiDoor() {}

    /**
     * The certificate that an exchange shows.
     *
     * @param fingerprint SHA-256, hexadecimal
     * @param trusted whether the connection would be accepted as it is set: by this fingerprint, or by the system's authorities
     * @param distrust why not; empty if trusted
     */
    public record Shown(String fingerprint, String subject, Instant until, boolean trusted, String distrust) {}

    /**
     * @param left of the time that all of it may take
     * @throws IOException if nobody can be reached there; its message says why
     */
    public static void knock(AmiPlace place, Supplier<Duration> left) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.host(), place.port()), millis(left));
        }
    }

    /**
     * The certificate that is shown there.
     *
     * @param left of the time that all of it may take
     * @throws IOException if there is none, because TLS is not spoken there
     */
    public static Shown certificate(AmiPlace place, AmiTls tls, Supplier<Duration> left) throws IOException {
        var shown = shownAt(place, left);
        String distrust;
        try (var socket = connected(place, left)) {
            tls.over(socket, place).close();
            distrust = "";
        } catch (IOException refused) {
            distrust = String.valueOf(refused.getMessage());
        }
        try {
            return new Shown(
                    AmiTls.fingerprintOf(shown),
                    shown.getSubjectX500Principal().getName(),
                    shown.getNotAfter().toInstant(),
                    distrust.isEmpty(),
                    distrust);
        } catch (CertificateException unreadable) {
            throw new IOException("unreadable certificate", unreadable);
        }
    }

    /** Zero would be no limit to a socket. */
    private static int millis(Supplier<Duration> left) {
        var limit = left.get().compareTo(LIMIT) < 0 ? left.get() : LIMIT;
        return (int) Math.max(1, limit.toMillis());
    }

    private static Socket connected(AmiPlace place, Supplier<Duration> left) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(place.host(), place.port()), millis(left));
            socket.setSoTimeout(millis(left));
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /** Nothing is sent over this connection, so that no trust is needed. */
    private static X509Certificate shownAt(AmiPlace place, Supplier<Duration> left) throws IOException {
        var seen = new Seen();
        try (var plain = connected(place, left)) {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {seen}, null);
            try (var socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, place.host(), place.port(), true)) {
                socket.startHandshake();
            }
        } catch (GeneralSecurityException failure) {
            throw new IOException("TLS is not available: " + failure.getMessage(), failure);
        } catch (IOException refused) {
            if (seen.certificate == null) {
                throw refused;
            }
        }
        if (seen.certificate == null) {
            throw new IOException("no certificate");
        }
        return seen.certificate;
    }

    /** Keeps the certificate, and trusts none. */
    private static final class Seen implements X509TrustManager {
        private @Nullable X509Certificate certificate;

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            certificate = chain[0];
            throw new CertificateException("only looked at");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("Outpace is no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
