/**
 * The call-centre floor as it is right now: agents, queues and the lines on their way to them. The only owner of who is free and
 * of what is dialing, waiting and kept free; the engine tells it what happens, everybody else reads. Used by one thread only.
 */
@NullMarked
package dev.outpace.floor;

import org.jspecify.annotations.NullMarked;
