/**
 * Hands callers to agents, the same for the simulated world and for real phones: who is rung, who waits, and for how long. Adapters
 * have only the phones.
 */
@NullMarked
package dev.outpace.telephony.distribution;

import org.jspecify.annotations.NullMarked;
