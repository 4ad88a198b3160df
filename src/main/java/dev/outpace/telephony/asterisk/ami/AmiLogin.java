package dev.outpace.telephony.asterisk.ami;

/**
 * Who logs in.
 *
 * @param plain whether the secret may be sent as it is where Asterisk offers no challenge: only where nobody can listen
 */
public record AmiLogin(String user, Secret secret, boolean plain) {
    /** @throws IllegalArgumentException if the name or the secret contains a control character */
    public AmiLogin {
        if (!AmiAction.isSafe(user) || !AmiAction.isSafe(secret.inPlain())) {
            throw new IllegalArgumentException("a control character in the name or the secret of the AMI user");
        }
    }
}
