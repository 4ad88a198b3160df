package dev.outpace.model;

/** {@code CALL} dials its targets; {@code FLOW} runs its actions once for each target, without a call. */
public enum CampaignType {
    CALL,
    FLOW
}
