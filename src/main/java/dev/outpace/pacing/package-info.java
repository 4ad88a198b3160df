/**
 * Pacing policies. The published rule is a pure function of a snapshot. The other policies also read the floor and remember
 * what they learned from its events. Everything runs on the engine thread and uses the engine's monotonic time.
 */
@NullMarked
package dev.outpace.pacing;

import org.jspecify.annotations.NullMarked;
