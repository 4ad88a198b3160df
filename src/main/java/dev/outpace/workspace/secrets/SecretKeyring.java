package dev.outpace.workspace.secrets;

import java.util.UUID;

/**
 * In the keyring of whoever runs the program, which is open while they are logged in.
 *
 * @param id under which it is found there
 */
public record SecretKeyring(UUID id) implements SecretSource {}
