/** What adaptive pacing has to reach in each of many worlds: the best that constants of that very world come to. */
@NullMarked
package dev.outpace.simulation.goal;

import org.jspecify.annotations.NullMarked;
