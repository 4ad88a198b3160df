/**
 * Pacing laws that others have published, written from their descriptions as something to compare with. No campaign can choose
 * them. Like all policies they belong to the engine thread.
 */
@NullMarked
package dev.outpace.simulation.baseline;

import org.jspecify.annotations.NullMarked;
