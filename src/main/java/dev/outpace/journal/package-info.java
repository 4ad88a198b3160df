/**
 * The journal: all that ever influences a decision of the engine, written down as it happens, and run again. Recording
 * belongs to the engine thread; reading and running again to whoever asks, off the engine's thread and the views'.
 */
@NullMarked
package dev.outpace.journal;

import org.jspecify.annotations.NullMarked;
