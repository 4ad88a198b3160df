/**
 * Pacing policies. The published rule is a pure function of a snapshot; others also look at the pool of agents and lines that
 * the engine tells of everything, and remember what they learned. All on the engine thread, with the engine's time.
 */
@NullMarked
package dev.outpace.pacing;

import org.jspecify.annotations.NullMarked;
