package dev.outpace.workspace;

import dev.outpace.model.Problem;
import dev.outpace.telephony.asterisk.AsteriskSettings;
import dev.outpace.telephony.asterisk.Trunk;
import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiLogin;
import dev.outpace.telephony.asterisk.ami.AmiPlace;
import dev.outpace.telephony.asterisk.ami.AmiTls;
import dev.outpace.telephony.asterisk.ami.Secret;
import dev.outpace.workspace.secrets.SecretKeeper;
import dev.outpace.workspace.secrets.SecretRefused;
import dev.outpace.workspace.secrets.SecretSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a workspace reaches an Asterisk, as a person enters it. It may be wrong; see {@link #problems}.
 *
 * @param user of Asterisk's manager interface
 * @param secret where the secret of this user is kept
 * @param encrypted whether the connection is by TLS
 * @param certificate SHA-256 fingerprint of the certificate that was looked at and accepted; empty where an authority that the
 *     system trusts must have issued it
 * @param trunk over which numbers are dialed, such as {@code PJSIP/carrier}
 * @param plus whether the trunk is given numbers with their {@code +}
 * @param callerId number that people see where a campaign has none; empty for the trunk's own
 * @param context of the dialplan in which an answered call waits for orders
 * @param extension in this context
 */
public record AsteriskConnection(
        String host,
        int port,
        String user,
        SecretSource secret,
        boolean encrypted,
        String certificate,
        String trunk,
        boolean plus,
        String callerId,
        String context,
        String extension) {
    public static final int PORT = AmiPlace.PORT;
    public static final int TLS_PORT = AmiPlace.TLS_PORT;
    public static final String CONTEXT = AsteriskSettings.CONTEXT;
    public static final String EXTENSION = AsteriskSettings.EXTENSION;

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.:%-]{1,253}");
    private static final Pattern USER = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,80}");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,32}");
    private static final Pattern DIALPLAN = Pattern.compile("[A-Za-z0-9_.-]{1,80}");

    public AsteriskConnection {
        certificate = certificate.replace(":", "").strip().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with the values; places are names of fields. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        if (!HOST.matcher(host).matches()) {
            found.add(Problem.error("telephony.host", "host"));
        }
        if (port < 1 || port > 65_535) {
            found.add(Problem.error("telephony.port", "port", port));
        }
        if (!USER.matcher(user).matches()) {
            found.add(Problem.error("telephony.user", "user"));
        }
        if (!certificate.isEmpty() && !FINGERPRINT.matcher(certificate).matches()) {
            found.add(Problem.error("telephony.certificate", "certificate"));
        }
        if (!certificate.isEmpty() && !encrypted) {
            found.add(Problem.error("telephony.certificate_without_tls", "certificate"));
        }
        if (Trunk.read(trunk, plus).isEmpty()) {
            found.add(Problem.error("telephony.trunk", "trunk"));
        }
        if (!callerId.isEmpty() && !NUMBER.matcher(callerId).matches()) {
            found.add(Problem.error("telephony.caller_id", "caller_id"));
        }
        if (!DIALPLAN.matcher(context).matches()) {
            found.add(Problem.error("telephony.context", "context"));
        }
        if (!DIALPLAN.matcher(extension).matches()) {
            found.add(Problem.error("telephony.context", "extension"));
        }
        return found;
    }

    /** Where nobody between here and Asterisk can listen. */
    public boolean isLocal() {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    /** What should be better, without being wrong. */
    public List<Problem> remarks() {
        var found = new ArrayList<>(SecretKeeper.remarks(secret));
        if (!encrypted && !isLocal()) {
            found.add(Problem.warning("telephony.not_encrypted", "tls", host));
        }
        return found;
    }

    AsteriskConnection withSecret(SecretSource kept) {
        return new AsteriskConnection(
                host, port, user, kept, encrypted, certificate, trunk, plus, callerId, context, extension);
    }

    /** The same, with a certificate that a person has accepted. */
    public AsteriskConnection withCertificate(String fingerprint) {
        return new AsteriskConnection(
                host, port, user, secret, encrypted, fingerprint, trunk, plus, callerId, context, extension);
    }

    /** Names its secret for people, where they see what is kept. */
    String label() {
        return "Outpace: " + user + " at " + host;
    }

    AmiPlace place() {
        return new AmiPlace(host, port, encrypted ? new AmiTls(certificate) : null);
    }

    /**
     * Reads the secret, which may block.
     *
     * @param mark of the workspace
     */
    AsteriskSettings settings(String mark, SecretKeeper secrets) throws SecretRefused {
        var read = secrets.read(secret);
        if (!AmiAction.isSafe(read)) {
            throw new SecretRefused(Problem.error("secret.no_secret", "secret"));
        }
        return settings(mark, read);
    }

    AsteriskSettings settings(String mark, String read) {
        return new AsteriskSettings(
                new AmiLogin(user, new Secret(read), encrypted || isLocal()),
                Trunk.read(trunk, plus).orElseThrow(),
                callerId,
                context,
                extension,
                mark);
    }
}
