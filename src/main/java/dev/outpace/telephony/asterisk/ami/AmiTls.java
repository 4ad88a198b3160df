package dev.outpace.telephony.asterisk.ami;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS to Asterisk. Most exchanges have a certificate that they made themselves, so that a person looks at it once and its
 * fingerprint is kept. Without a fingerprint the certificate must be issued by an authority that the system trusts, for this
 * host.
 *
 * @param fingerprint SHA-256 of the certificate, hexadecimal; colons are ignored. Empty for the system's authorities
 */
public record AmiTls(String fingerprint) {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    public AmiTls {
        fingerprint = fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Encrypts a connected socket; blocks until both sides have agreed. */
    Socket over(Socket plain, AmiPlace place) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, fingerprint.isEmpty() ? null : new TrustManager[] {new Pinned(fingerprint)}, null);
            var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, place.host(), place.port(), true);
            socket.setEnabledProtocols(PROTOCOLS);
            if (fingerprint.isEmpty()) {
                var parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException failure) {
            throw new IOException("TLS is not available: " + failure.getMessage(), failure);
        }
    }

    public static String fingerprintOf(X509Certificate certificate) throws CertificateException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException failure) {
            throw new CertificateException(failure);
        }
    }

    /** Trusts one certificate, whoever issued it and for whichever host. */
    private record Pinned(String fingerprint) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            var shown = fingerprintOf(chain[0]);
            if (!shown.equals(fingerprint)) {
                throw new OtherCertificate(shown);
            }
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
