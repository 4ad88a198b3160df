package dev.outpace.workspace.secrets;

/**
 * How a program gets at secrets.
 *
 * @param unlinked whether a workspace is opened without a link where its secret can't be had, so that a person can see to it;
 *     else it is not opened
 */
public record SecretAccess(KeyringTool keyring, Passphrases passphrases, boolean unlinked) {
    /** The system's keyring, and nobody to ask for a passphrase. */
    public static SecretAccess ofSystem() {
        return new SecretAccess(KeyringTool.ofSystem(), new Passphrases(_ -> null), false);
    }
}
