/**
 * The campaign engine: one deterministic state machine with a single entry. Everything here runs on the engine thread. Other
 * threads reach it only through {@link dev.outpace.engine.EngineThread}.
 */
@NullMarked
package dev.outpace.engine;

import org.jspecify.annotations.NullMarked;
