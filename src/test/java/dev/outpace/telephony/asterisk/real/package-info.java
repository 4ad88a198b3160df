/**
 * The contract on a real Asterisk, and what only a real one shows. Run where the environment variable {@code OUTPACE_ASTERISK}
 * names its AMI as {@code host:port}; everything must be on this machine.
 */
@NullMarked
package dev.outpace.telephony.asterisk.real;

import org.jspecify.annotations.NullMarked;
