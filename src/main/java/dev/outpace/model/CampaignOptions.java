package dev.outpace.model;

/**
 * What Outpace adds to a published campaign; stands in the file as one object {@code "outpace"}, left out when default.
 *
 * @param flowsAtOnce how many targets of a campaign of type flow are worked on at once
 * @param unknown further fields of the object, kept
 */
public record CampaignOptions(
        int flowsAtOnce, PacingChoice pacing, Compliance compliance, CallRecording recording, Json.Obj unknown) {
    public static final int FLOWS_AT_ONCE = 10;
    public static final CampaignOptions DEFAULT = new CampaignOptions(
            FLOWS_AT_ONCE, PacingChoice.DEFAULT, Compliance.DEFAULT, CallRecording.DEFAULT, Json.Obj.EMPTY);

    public CampaignOptions withPacing(PacingChoice choice) {
        return new CampaignOptions(flowsAtOnce, choice, compliance, recording, unknown);
    }

    public CampaignOptions withCompliance(Compliance rules) {
        return new CampaignOptions(flowsAtOnce, pacing, rules, recording, unknown);
    }

    public CampaignOptions withRecording(CallRecording choice) {
        return new CampaignOptions(flowsAtOnce, pacing, compliance, choice, unknown);
    }
}
