package dev.outpace.model;

import java.util.UUID;

/** A list of targets, without the targets themselves. {@code data} is free text. */
public record Outdial(
        UUID id, UUID campaignId, String name, String detail, String data, Stamps stamps, Json.Obj unknown)
        implements Resource {
    @Override
    public Outdial withStamps(Stamps newStamps) {
        return new Outdial(id, campaignId, name, detail, data, newStamps, unknown);
    }
}
