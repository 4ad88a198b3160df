/**
 * What would come of another pacing: questions, the simulated days that answer them, and recorded days as days of the
 * laboratory. It changes nothing, and all that it needs is handed in: the store, the engine and the screens are not asked.
 */
@NullMarked
package dev.outpace.whatif;

import org.jspecify.annotations.NullMarked;
