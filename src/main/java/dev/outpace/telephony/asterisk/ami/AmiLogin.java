package dev.outpace.telephony.asterisk.ami;

/**
 * Who logs in.
 *
 * @param plain whether the secret may be sent as it is where Asterisk offers no challenge: only where nobody can listen
 */
public record AmiLogin(String user, Secret secret, boolean plain) {}
