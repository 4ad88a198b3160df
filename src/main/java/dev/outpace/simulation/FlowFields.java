package dev.outpace.simulation;

import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Compliance;
import dev.outpace.model.Json;
import dev.outpace.simulation.Scenario.Retries;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings;
import java.util.List;

/** Reads who is behind a campaign's numbers, how often they are tried, the stages of its flow, and which waits count. */
final class FlowFields {
    private static final double MILLIS = 1_000;
    private static final int MAX_STAGES = 20;
    /** The engine waits no longer for a verdict. */
    private static final double LONGEST_DETECTION = 45;

    private static final double MOST_HANG_UPS = 10;
    private static final double KEY_WAIT = 5;
    private static final int MAX_TRIES = 100;
    private static final double RETRY_MINUTES = 60;

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
                numbers.congestion(),
                spread(campaign, numbers.dial().answered(), others + share));
    }

    /** @param others share of dials that are answered or fail */
    private static double spread(ScenarioFields campaign, double answered, double others) {
        double spread = campaign.decimal("spread", 0, 1, 0);
        if (spread > 0 && others + answered * spread > 1) {
            campaign.error("spread", "scenario.shares", others + answered * spread);
        }
        return spread;
    }

    static Retries retries(ScenarioFields campaign) {
        int tries = (int) campaign.number("tries", 1, MAX_TRIES, 1);
        return new Retries(tries, campaign.decimal("retry_minutes", 0, Scenario.MAX_HOURS * 60, RETRY_MINUTES));
    }

    /** Reads after which wait a caller who has an agent counts as abandoned. */
    static Compliance rules(ScenarioFields campaign) {
        var fields = campaign.object("abandon");
        if (fields == null) {
            return Compliance.DEFAULT;
        }
        double seconds = fields.decimal(
                "after_seconds",
                Compliance.SHORTEST_ABANDON_AFTER / MILLIS,
                Compliance.MAX_ABANDON_AFTER / MILLIS,
                Compliance.ABANDON_AFTER / MILLIS);
        var from = fields.word("from", List.of(AbandonFrom.values()), AbandonFrom::text, AbandonFrom.QUEUE);
        boolean counts = fields.flag("counts_waits", true);
        fields.nothingLeft();
        return new Compliance("", (int) Math.round(seconds * MILLIS), from, counts, 0, false, 0, Json.Obj.EMPTY);
    }

    private static FlowStage stage(ScenarioFields fields) {
        var kind = fields.neededWord("stage", "amd", "talk", "key", "passage");
        var stage = kind.equals("passage") ? passage(fields) : stage(fields, kind);
        fields.nothingLeft();
        return stage;
    }

    private static FlowStage passage(ScenarioFields fields) {
        double reached = fields.needed("reached", 0, 1, 1);
        var time = WorldFields.distribution(fields, "seconds", null);
        return new FlowStage.Passage(reached, time, WorldFields.distribution(fields, "leaves", time));
    }

    private static FlowStage stage(ScenarioFields fields, String kind) {
        double seconds = fields.needed("seconds", 0, kind.equals("amd") ? LONGEST_DETECTION : WorldSettings.LONGEST, 0);
        double hangUps = fields.decimal("hang_ups_per_second", 0, MOST_HANG_UPS, 0);
        return switch (kind) {
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
    }
}
