package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import java.time.Duration;

/** The published queue; its counters and calls are kept as unknown fields. */
final class QueueShape {
    private static final long MAX_TIMEOUT = Duration.ofDays(366).toMillis();

    private QueueShape() {}

    static Queue read(Fields fields, NewIds ids) {
        return new Queue(
                ids.orNew(fields.id("id")),
                fields.text("name", Fields.MAX_NAME),
                fields.text("detail", Fields.MAX_TEXT),
                fields.text("routing_method", Fields.MAX_NAME),
                fields.ids("tag_ids"),
                fields.id("wait_flow_id"),
                fields.number("wait_timeout", 0, MAX_TIMEOUT, 0),
                fields.number("service_timeout", 0, MAX_TIMEOUT, 0),
                fields.stamps(),
                fields.rest());
    }

    static Json.Obj write(Queue queue) {
        return new Shape(queue.unknown())
                .id("id", queue.id())
                .text("name", queue.name())
                .text("detail", queue.detail())
                .text("routing_method", queue.routingMethod())
                .ids("tag_ids", queue.tagIds())
                .id("wait_flow_id", queue.waitFlowId())
                .number("wait_timeout", queue.waitTimeout())
                .number("service_timeout", queue.serviceTimeout())
                .stamps(queue.stamps())
                .toJson();
    }
}
