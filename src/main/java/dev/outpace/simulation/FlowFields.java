package dev.outpace.simulation;

import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings;

/** Reads the machines behind a campaign's numbers and the stages of its flow. */
final class FlowFields {
    private static final int MAX_STAGES = 20;
    /** The engine waits no longer for a verdict. */
    private static final double LONGEST_DETECTION = 45;

    private static final double MOST_HANG_UPS = 10;
    private static final double KEY_WAIT = 5;

    private FlowFields() {}

    /** @return the numbers with what the campaign says of machines and its flow */
    static Numbers added(ScenarioFields campaign, Numbers numbers) {
        double share = campaign.decimal("machines", 0, 1, 0);
        double talk = campaign.decimal("machine_talk", 0, WorldSettings.LONGEST, Machines.NONE.talk());
        double others = numbers.dial().answered() + numbers.dial().badNumber();
        if (share > 0 && others + share > 1) {
            campaign.error("machines", "scenario.shares", others + share);
        }
        return new Numbers(
                numbers.dial(),
                numbers.drift(),
                new Machines(share, talk),
                campaign.objects("flow", MAX_STAGES, FlowFields::stage),
                numbers.congestion());
    }

    private static FlowStage stage(ScenarioFields fields) {
        var kind = fields.neededWord("stage", "amd", "talk", "key");
        double seconds = fields.needed("seconds", 0, kind.equals("amd") ? LONGEST_DETECTION : WorldSettings.LONGEST, 0);
        double hangUps = fields.decimal("hang_ups_per_second", 0, MOST_HANG_UPS, 0);
        var stage = switch (kind) {
            case "amd" ->
                new FlowStage.Detection(
                        seconds, fields.decimal("missed", 0, 1, 0), fields.decimal("mistaken", 0, 1, 0), hangUps);
            case "key" ->
                new FlowStage.Key(
                        seconds,
                        fields.needed("pressed", 0, 1, 0),
                        fields.decimal("wait_seconds", seconds, WorldSettings.LONGEST, Math.max(KEY_WAIT, seconds)),
                        hangUps);
            default -> new FlowStage.Talk(seconds, hangUps);
        };
        fields.nothingLeft();
        return stage;
    }
}
