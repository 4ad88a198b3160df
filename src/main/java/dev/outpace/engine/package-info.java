/**
 * The campaign engine: one deterministic state machine behind one door. Everything here belongs to the engine thread; other
 * threads reach it only through the loop that runs it.
 */
@NullMarked
package dev.outpace.engine;

import org.jspecify.annotations.NullMarked;
