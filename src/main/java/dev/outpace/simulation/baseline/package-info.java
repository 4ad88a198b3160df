/**
 * Pacing laws that others have published, implemented from their descriptions for comparison. No campaign can choose them. Like
 * all policies they run on the engine thread.
 */
@NullMarked
package dev.outpace.simulation.baseline;

import org.jspecify.annotations.NullMarked;
