/**
 * Time that jumps, for laboratories and tests around the same engine and the same simulated world. Everything here belongs to
 * the one thread that runs the clock, which is then the engine thread.
 */
@NullMarked
package dev.outpace.simulation;

import org.jspecify.annotations.NullMarked;
