package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;

/**
 * How far an edit of many targets is, or was when it ended.
 *
 * @param at when it began
 * @param wanted targets that were to be changed
 * @param changed targets that were
 * @param leftOut those that were in a call, or that it does not concern any more
 * @param ended false for one that was cancelled or cut
 */
public record BulkEdited(UUID outdialId, Instant at, long wanted, long changed, long leftOut, boolean ended) {}
