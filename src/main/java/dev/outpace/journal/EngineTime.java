package dev.outpace.journal;

import java.time.Instant;

/**
 * What the engine's clock showed during one input or one turn.
 *
 * @param nanos engine time in nanoseconds since an arbitrary origin
 */
public record EngineTime(Instant wall, long nanos) {}
