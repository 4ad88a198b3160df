package dev.outpace.workspace.secrets;

/** In an encrypted file in the folder of the workspace, which a passphrase opens. */
public record SecretVault() implements SecretSource {}
