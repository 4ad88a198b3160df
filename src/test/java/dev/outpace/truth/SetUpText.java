package dev.outpace.truth;

import dev.outpace.simulation.LabPlaces;
import dev.outpace.simulation.Scenario;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one campaign of a scenario as a set-up file, with agents' phones and numbers that nobody has. */
final class SetUpText {
    /** The numbers of London that are kept for fiction. */
    static final int NUMBERS = 1_000;

    private static final String NUMBER = "+442079460";
    private static final long LATER_THAN_THE_CARRIER = 10_000;
    /** Agents end it themselves, before. */
    private static final int LONGEST_WRAP_UP = 3_600_000;

    private static final UUID QUEUE = new UUID(0x51L << 32 | 0x4000, 0x8000_0000_0000_0001L);
    private static final UUID LIST = new UUID(0x52L << 32 | 0x4000, 0x8000_0000_0000_0001L);
    private static final UUID OUTPLAN = new UUID(0x53L << 32 | 0x4000, 0x8000_0000_0000_0001L);
    private static final String SERVICE_LEVEL = "service_level:";

    private SetUpText() {}

    static String of(Scenario scenario, String policy) {
        var dial = scenario.campaigns().getFirst().numbers().dial();
        long timeout = (long) (dial.noAnswer() * 1_000) + LATER_THAN_THE_CARRIER;
        return """
            {"outplans": [{"id": "%s", "name": "Once", "dial_timeout": %d, "try_interval": 60000,
              "max_try_count_0": 1, "max_try_count_1": 0, "max_try_count_2": 0, "max_try_count_3": 0, "max_try_count_4": 0}],
            "outdials": [{"id": "%s", "name": "People", "targets": [%s]}],
            "queues": [{"id": "%s", "name": "Sales", "tag_ids": ["%s"], "wait_timeout": 60000, "service_timeout": 0,
              "outpace": {"wrap_up": %d}}],
            "agents": [%s],
            "campaigns": [{"id": "%s", "type": "call", "name": "%s", "status": "stop", "end_handle": "stop", "actions": [],
              "outplan_id": "%s", "outdial_id": "%s", "queue_id": "%s", %s}]}
            """.formatted(
                        OUTPLAN,
                        timeout,
                        LIST,
                        targets(),
                        QUEUE,
                        QUEUE,
                        LONGEST_WRAP_UP,
                        agents(scenario.queues().getFirst().agents()),
                        LabPlaces.campaign(),
                        policy,
                        OUTPLAN,
                        LIST,
                        QUEUE,
                        pacing(policy));
    }

    private static String pacing(String policy) {
        return policy.startsWith(SERVICE_LEVEL)
                ? "\"service_level\": " + policy.substring(SERVICE_LEVEL.length())
                : "\"service_level\": 100, \"outpace\": {\"pacing\": {\"policy\": \"adaptive\"}}";
    }

    private static String targets() {
        return IntStream.range(0, NUMBERS)
                .mapToObj(number -> String.format(
                        Locale.ROOT,
                        "{\"name\": \"Person %d\", \"destination_0\": {\"type\": \"tel\", \"target\": \"%s%03d\"}}",
                        number,
                        NUMBER,
                        number))
                .collect(Collectors.joining(",\n"));
    }

    private static String agents(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> """
                    {"id": "%s", "name": "Agent %d", "status": "available", "tag_ids": ["%s"],
                      "outpace": {"phone": "PJSIP/agent%d"}}\
                    """.formatted(LabPlaces.agent(number), 101 + number, QUEUE, 101 + number))
                .collect(Collectors.joining(",\n"));
    }
}
