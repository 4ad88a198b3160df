package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import java.time.Duration;

/**
 * The published queue; its counters and calls are kept as unknown fields. What Outpace adds stands in {@code "outpace"}: {@code
 * wrap_up} and {@code ring_time}, in milliseconds.
 */
final class QueueShape {
    private static final long MAX_TIMEOUT = Duration.ofDays(366).toMillis();

    private static final String OUTPACE = "outpace";
    private static final String WRAP_UP = "wrap_up";
    private static final String RING_TIME = "ring_time";

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
                service(fields),
                fields.stamps(),
                fields.rest());
    }

    private static QueueService service(Fields fields) {
        var own = fields.object(OUTPACE);
        var usual = QueueService.USUAL;
        if (own == null) {
            return usual;
        }
        var service = new QueueService(
                own.number(WRAP_UP, 0, QueueService.LONGEST_WRAP_UP, usual.wrapUp()),
                own.number(RING_TIME, QueueService.SHORTEST_RING, QueueService.LONGEST_RING, usual.ringTime()));
        fields.keep(OUTPACE, own);
        return service;
    }

    static Json.Obj write(Queue queue) {
        var shape = new Shape(queue.unknown())
                .id("id", queue.id())
                .text("name", queue.name())
                .text("detail", queue.detail())
                .text("routing_method", queue.routingMethod())
                .ids("tag_ids", queue.tagIds())
                .id("wait_flow_id", queue.waitFlowId())
                .number("wait_timeout", queue.waitTimeout())
                .number("service_timeout", queue.serviceTimeout())
                .stamps(queue.stamps());
        var service = queue.service();
        var usual = QueueService.USUAL;
        if (!service.equals(usual)) {
            var own = new Shape(queue.unknown().get(OUTPACE) instanceof Json.Obj rest ? rest : Json.Obj.EMPTY);
            if (service.wrapUp() != usual.wrapUp()) {
                own.number(WRAP_UP, service.wrapUp());
            }
            if (service.ringTime() != usual.ringTime()) {
                own.number(RING_TIME, service.ringTime());
            }
            shape.put(OUTPACE, own.toJson());
        }
        return shape.toJson();
    }
}
