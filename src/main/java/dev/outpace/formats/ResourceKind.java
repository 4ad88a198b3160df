package dev.outpace.formats;

import dev.outpace.model.Json;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a published object is, told by the fields that only it has. */
enum ResourceKind {
    CALL("outdial_target_id"),
    TARGET("destination_[0-4]|try_count_[0-4]"),
    AGENT("username|ring_method|permission"),
    OUTPLAN("dial_timeout|try_interval|max_try_count_[0-4]"),
    QUEUE("routing_method|wait_flow_id|wait_timeout|service_timeout"),
    CAMPAIGN("type|service_level|end_handle|actions"),
    OUTDIAL("campaign_id|data|targets");

    private final Pattern field;

    ResourceKind(String field) {
        this.field = Pattern.compile(field);
    }

    /** A campaign, when nothing tells. */
    static ResourceKind of(Json.Obj object) {
        return Stream.of(values())
                .filter(kind -> object.fields().keySet().stream()
                        .anyMatch(name -> kind.field.matcher(name).matches()))
                .findFirst()
                .orElse(CAMPAIGN);
    }
}
