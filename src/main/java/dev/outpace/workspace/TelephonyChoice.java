package dev.outpace.workspace;

import org.jspecify.annotations.Nullable;

/**
 * The telephony that a workspace uses.
 *
 * @param asterisk real calls over the connection; else the simulated telephony
 * @param connection to an Asterisk; null where none was entered yet
 * @param media how flows are heard on an Asterisk
 */
public record TelephonyChoice(boolean asterisk, @Nullable AsteriskConnection connection, FlowMedia media) {}
