package dev.outpace.journal;

import java.time.Instant;

/**
 * What the engine's clock showed while one input or one turn was worked on.
 *
 * @param nanos of engine time since an arbitrary origin
 */
public record EngineTime(Instant wall, long nanos) {}
