package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a target, beyond its numbers, that decides when and in which order it is called.
 *
 * @param zone time zone where the person is, as an IANA id such as {@code Europe/Paris}; empty if only the number tells
 * @param region where the person is, as {@code FR} or {@code US-FL}; empty if only the number tells
 * @param priority 0 is normal; higher ones come first where a campaign calls by priority
 * @param callBackAt when the person wishes to be called back; null without such a wish
 * @param callBackAgent who is to make that call; nil for anybody
 * @param closed destinations that a rule of retries has ended
 */
public record TargetRouting(
        String zone,
        String region,
        int priority,
        @Nullable Instant callBackAt,
        UUID callBackAgent,
        ClosedDestinations closed) {
    public static final int MAX_PRIORITY = 1_000_000;

    public static final TargetRouting NONE = new TargetRouting("", "", 0, null, Ids.NIL);

    /** With every destination open. */
    public TargetRouting(String zone, String region, int priority, @Nullable Instant callBackAt, UUID callBackAgent) {
        this(zone, region, priority, callBackAt, callBackAgent, ClosedDestinations.NONE);
    }

    public TargetRouting withClosed(ClosedDestinations destinations) {
        return new TargetRouting(zone, region, priority, callBackAt, callBackAgent, destinations);
    }

    /** Of a person whose zone and region a file names. */
    public static TargetRouting in(String zone, String region) {
        return new TargetRouting(zone, region, 0, null, Ids.NIL);
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
