package dev.outpace.model;

import java.util.UUID;

/**
 * A list of targets, without the targets themselves. {@code data} is free text.
 *
 * @param order in which its targets are called for the first time
 */
public record Outdial(
        UUID id,
        UUID campaignId,
        String name,
        String detail,
        String data,
        TargetOrder order,
        Stamps stamps,
        Json.Obj unknown)
        implements Resource {
    /** A list as published, whose oldest target comes first. */
    public Outdial(UUID id, UUID campaignId, String name, String detail, String data, Stamps stamps, Json.Obj unknown) {
        this(id, campaignId, name, detail, data, TargetOrder.OLDEST, stamps, unknown);
    }

    @Override
    public Outdial withStamps(Stamps newStamps) {
        return new Outdial(id, campaignId, name, detail, data, order, newStamps, unknown);
    }
}
