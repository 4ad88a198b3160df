/**
 * The journal: records everything that influences a decision of the engine, and runs it again. Recording happens on the engine
 * thread. Reading and replaying happen on the caller's thread, which must be neither the engine thread nor the JavaFX thread.
 */
@NullMarked
package dev.outpace.journal;

import org.jspecify.annotations.NullMarked;
