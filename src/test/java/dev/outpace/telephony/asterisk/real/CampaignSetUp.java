package dev.outpace.telephony.asterisk.real;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Campaigns, their lists, queues and agents, as the text of a set-up file. */
final class CampaignSetUp {
    /** What the carrier does with a number, by its last digit. */
    private static final List<String> OUTCOMES =
            List.of("200", "201", "212", "183", "404", "503", "603", "480", "486", "300");

    private static final int QUEUE = 1;
    private static final int CAMPAIGN = 2;
    private static final int LIST = 3;
    private static final int OUTPLAN = 4;
    private static final int AGENT = 5;
    private static final int TARGET = 6;

    private final List<String> outplans = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();
    private final List<String> queues = new ArrayList<>();
    private final List<String> agents = new ArrayList<>();
    private final List<String> campaigns = new ArrayList<>();
    /** How many numbers of each outcome there are; at most 100. */
    private final Map<String, Integer> ofOutcome = new HashMap<>();

    private int numbers;

    /** Milliseconds, but for the tries. */
    record Dialing(int ringFor, int retryAfter, int tries) {}

    /** What an action is and its options, which may be empty. */
    static String action(int number, String type, String options) {
        return "{\"id\": \"%s\", \"type\": \"%s\", \"option\": {%s}}".formatted(actionId(number), type, options);
    }

    static UUID actionId(int number) {
        return new UUID(7L << 32 | 0x4000, 0x8000_0000_0000_0000L | number);
    }

    static UUID agentId(int phone) {
        return id(AGENT, phone);
    }

    private static UUID id(int kind, int number) {
        return new UUID((long) kind << 32 | 0x4000, 0x8000_0000_0000_0000L | number);
    }

    /** @param wrapUp milliseconds */
    UUID queue(int wrapUp, int... phones) {
        var id = id(QUEUE, queues.size() + 1);
        queues.add("""
            {"id": "%s", "name": "Queue %d", "tag_ids": ["%s"], "wait_timeout": 120000, "service_timeout": 0,
             "outpace": {"wrap_up": %d}}\
            """.formatted(id, queues.size() + 1, id, wrapUp));
        for (int phone : phones) {
            agents.add("""
                {"id": "%s", "name": "Agent %d", "status": "available", "tag_ids": ["%s"],
                 "outpace": {"phone": "PJSIP/agent%d"}}\
                """.formatted(agentId(phone), phone, id, phone));
        }
        return id;
    }

    /**
     * @param more fields of the campaign, each with a comma before it
     * @param outcomes what becomes of each number, as the carrier names it
     */
    UUID campaign(String name, Dialing dialing, List<String> actions, String more, List<String> outcomes) {
        int number = campaigns.size() + 1;
        var campaign = id(CAMPAIGN, number);
        outplans.add(
                """
                {"id": "%s", "name": "%s", "dial_timeout": %d, "try_interval": %d, "max_try_count_0": %d,
                 "max_try_count_1": 0, "max_try_count_2": 0, "max_try_count_3": 0, "max_try_count_4": 0}\
                """.formatted(id(OUTPLAN, number), name, dialing.ringFor(), dialing.retryAfter(), dialing.tries()));
        lists.add("""
            {"id": "%s", "name": "%s", "targets": [%s]}\
            """.formatted(
                id(LIST, number), name, outcomes.stream().map(this::target).collect(Collectors.joining(",\n"))));
        campaigns.add("""
            {"id": "%s", "type": "call", "name": "%s", "status": "stop", "end_handle": "stop", "actions": [%s],
             "outplan_id": "%s", "outdial_id": "%s"%s}\
            """.formatted(
                        campaign, name, String.join(",\n", actions), id(OUTPLAN, number), id(LIST, number), more));
        return campaign;
    }

    static String inQueue(UUID queue, int serviceLevel) {
        return ", \"queue_id\": \"%s\", \"service_level\": %d".formatted(queue, serviceLevel);
    }

    static UUID listOf(UUID campaign) {
        return id(LIST, (int) campaign.getLeastSignificantBits());
    }

    /** A number that nobody has and whose last digit tells the carrier what to do. */
    private String target(String outcome) {
        int ordinal = ofOutcome.merge(outcome, 1, Integer::sum) - 1;
        return String.format(
                Locale.ROOT,
                "{\"id\": \"%s\", \"name\": \"%s %d\", \"destination_0\": {\"type\": \"tel\", \"target\":"
                        + " \"+442079460%02d%d\"}}",
                id(TARGET, ++numbers),
                outcome,
                numbers,
                ordinal,
                OUTCOMES.indexOf(outcome));
    }

    @Override
    public String toString() {
        return """
            {"outplans": [%s], "outdials": [%s], "queues": [%s], "agents": [%s], "campaigns": [%s]}\
            """.formatted(
                        String.join(",\n", outplans),
                        String.join(",\n", lists),
                        String.join(",\n", queues),
                        String.join(",\n", agents),
                        String.join(",\n", campaigns));
    }
}
