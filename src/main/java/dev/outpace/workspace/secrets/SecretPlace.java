package dev.outpace.workspace.secrets;

/** Where a secret that was entered is to be kept. */
public enum SecretPlace {
    /** See {@link SecretKeyring}. */
    KEYRING,
    /** See {@link SecretVault}. */
    VAULT
}
