/**
 * The one simulated world: carrier, callers, agents and queues, the same from the same seed. It has no thread of its own:
 * everything happens on the engine thread, in tasks of the engine's clock, and so in any speed or in virtual time.
 */
@NullMarked
package dev.outpace.telephony.simulated;

import org.jspecify.annotations.NullMarked;
