package dev.outpace.exchange;

import dev.outpace.model.Json;
import java.util.Set;
import java.util.stream.Stream;

/** What a published object is, told by the fields that only it has. */
enum ResourceKind {
    CALL("outdial_target_id"),
    TARGET(
            "destination_0",
            "destination_1",
            "destination_2",
            "destination_3",
            "destination_4",
            "try_count_0",
            "try_count_1",
            "try_count_2",
            "try_count_3",
            "try_count_4"),
    AGENT("username", "ring_method", "permission"),
    OUTPLAN(
            "dial_timeout",
            "try_interval",
            "max_try_count_0",
            "max_try_count_1",
            "max_try_count_2",
            "max_try_count_3",
            "max_try_count_4"),
    QUEUE("routing_method", "wait_flow_id", "wait_timeout", "service_timeout"),
    CAMPAIGN("type", "service_level", "end_handle", "actions"),
    OUTDIAL("campaign_id", "data", "targets");

    private final Set<String> fields;

    ResourceKind(String... fields) {
        this.fields = Set.of(fields);
    }

    /** A campaign, when nothing tells. */
    static ResourceKind of(Json.Obj object) {
        return Stream.of(values())
                .filter(kind -> kind.fields.stream().anyMatch(object.fields()::containsKey))
                .findFirst()
                .orElse(CAMPAIGN);
    }
}
