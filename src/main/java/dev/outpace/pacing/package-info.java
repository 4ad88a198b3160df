/** Pacing policies: pure functions of a snapshot. Free of threads. */
@NullMarked
package dev.outpace.pacing;

import org.jspecify.annotations.NullMarked;
