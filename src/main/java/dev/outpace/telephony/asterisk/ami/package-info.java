/**
 * The Asterisk Manager Interface (AMI): messages, a socket, and a session in which answers are matched to actions. Knows nothing
 * of calls.
 */
@NullMarked
package dev.outpace.telephony.asterisk.ami;

import org.jspecify.annotations.NullMarked;
