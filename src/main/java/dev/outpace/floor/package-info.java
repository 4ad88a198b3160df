/**
 * The call-centre floor at this moment: agents, queues, and the calls on their way to them. It is the only owner of the counts:
 * who is free, and what is dialing, waiting and reserved. The engine reports what happens; all other rooms only read. Used by
 * one thread only.
 */
@NullMarked
package dev.outpace.floor;

import org.jspecify.annotations.NullMarked;
