package dev.outpace.model;

import java.util.UUID;

/**
 * What Outpace adds to a published campaign; stands in the file as one object {@code "outpace"}, left out when default.
 *
 * @param flowsAtOnce how many targets of a campaign of type flow are worked on at once
 * @param rulesId calling rules that it keeps; nil for none
 * @param freshShare of the targets that are dialed while some are due again, the percentage that was never called before: 0 lets all retries
 *     come first, 100 all fresh targets
 * @param unknown further fields of the object, kept
 */
public record CampaignOptions(
        int flowsAtOnce,
        PacingChoice pacing,
        Compliance compliance,
        CallRecording recording,
        UUID rulesId,
        int freshShare,
        Json.Obj unknown) {
    /** One after the other. */
    public static final int FRESH_SHARE = 50;

    public static final int FLOWS_AT_ONCE = 10;
    public static final CampaignOptions DEFAULT = new CampaignOptions(
            FLOWS_AT_ONCE,
            PacingChoice.DEFAULT,
            Compliance.DEFAULT,
            CallRecording.DEFAULT,
            Ids.NIL,
            FRESH_SHARE,
            Json.Obj.EMPTY);

    public CampaignOptions withPacing(PacingChoice choice) {
        return new CampaignOptions(flowsAtOnce, choice, compliance, recording, rulesId, freshShare, unknown);
    }

    public CampaignOptions withCompliance(Compliance rules) {
        return new CampaignOptions(flowsAtOnce, pacing, rules, recording, rulesId, freshShare, unknown);
    }

    public CampaignOptions withRecording(CallRecording choice) {
        return new CampaignOptions(flowsAtOnce, pacing, compliance, choice, rulesId, freshShare, unknown);
    }

    /** @param id nil for no rules */
    public CampaignOptions withRules(UUID id) {
        return new CampaignOptions(flowsAtOnce, pacing, compliance, recording, id, freshShare, unknown);
    }

    /** @param percent 0 to 100 */
    public CampaignOptions withFreshShare(int percent) {
        return new CampaignOptions(flowsAtOnce, pacing, compliance, recording, rulesId, percent, unknown);
    }

    public CampaignOptions withUnknown(Json.Obj fields) {
        return new CampaignOptions(flowsAtOnce, pacing, compliance, recording, rulesId, freshShare, fields);
    }
}
