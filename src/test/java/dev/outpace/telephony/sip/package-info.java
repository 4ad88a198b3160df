/** A small SIP answering point for tests on a real exchange: people and agents whose times are drawn, with sound. */
@NullMarked
package dev.outpace.telephony.sip;

import org.jspecify.annotations.NullMarked;
