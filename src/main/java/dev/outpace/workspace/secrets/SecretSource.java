package dev.outpace.workspace.secrets;

/**
 * Where a secret is. Its text tells the place, never what is kept there; {@link SecretKeeper} reads it.
 */
public sealed interface SecretSource permits SecretFile, SecretKeyring, SecretVault, SecretTyped {}
