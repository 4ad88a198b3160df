/**
 * The contract on a real Asterisk, and what only a real one shows: {@code src/test/asterisk/exchange with mvn -B -Pasterisk
 * verify}. The environment variable {@code OUTPACE_ASTERISK} names its AMI as {@code host:port}; everything is on this machine.
 */
@NullMarked
package dev.outpace.telephony.asterisk.real;

import org.jspecify.annotations.NullMarked;
