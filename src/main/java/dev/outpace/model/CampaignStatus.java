package dev.outpace.model;

/** {@code STOPPING} places no call and waits for those in progress. */
public enum CampaignStatus {
    STOP,
    STOPPING,
    RUN
}
