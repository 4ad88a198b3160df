package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;

/** Something a supervisor must see now. {@code campaignId} is nil for the whole workspace. */
public record Alarm(Instant at, UUID campaignId, Problem problem) {}
