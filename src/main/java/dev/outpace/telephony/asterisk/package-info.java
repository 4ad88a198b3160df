/**
 * The adapter to Asterisk, over AMI. All state is kept on the thread of the engine's clock. Only {@link
 * dev.outpace.telephony.asterisk.ami.AmiSocket} has threads of its own.
 */
@NullMarked
package dev.outpace.telephony.asterisk;

import org.jspecify.annotations.NullMarked;
