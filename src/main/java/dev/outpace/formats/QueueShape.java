package dev.outpace.formats;

import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import java.time.Duration;

/**
 * The published queue; its counters and calls are kept as unknown fields. What Outpace adds stands in {@code "outpace"}: {@code
 * wrap_up}, in milliseconds, and {@code agents_stay_connected}.
 */
final class QueueShape {
    private static final long MAX_TIMEOUT = Duration.ofDays(366).toMillis();

    private static final long MAX_WRAP_UP = Duration.ofDays(1).toMillis();
    private static final String OUTPACE = "outpace";
    private static final String WRAP_UP = "wrap_up";
    private static final String STAY_CONNECTED = "agents_stay_connected";

    private QueueShape() {}

    static Queue read(Fields fields, NewIds ids) {
        var own = fields.object(OUTPACE);
        long wrapUp = own == null ? Queue.USUAL_WRAP_UP : own.number(WRAP_UP, 0, MAX_WRAP_UP, Queue.USUAL_WRAP_UP);
        boolean agentsStay = own != null && own.flag(STAY_CONNECTED, false);
        if (own != null) {
            fields.keep(OUTPACE, own);
        }
        return new Queue(
                ids.orNew(fields.id("id")),
                fields.text("name", Fields.MAX_NAME),
                fields.text("detail", Fields.MAX_TEXT),
                fields.text("routing_method", Fields.MAX_NAME),
                fields.ids("tag_ids"),
                fields.id("wait_flow_id"),
                fields.number("wait_timeout", 0, MAX_TIMEOUT, 0),
                fields.number("service_timeout", 0, MAX_TIMEOUT, 0),
                wrapUp,
                agentsStay,
                fields.stamps(),
                fields.rest());
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
        var kept = queue.unknown().get(OUTPACE) instanceof Json.Obj rest ? rest : Json.Obj.EMPTY;
        var own = new Shape(kept);
        if (queue.wrapUp() != Queue.USUAL_WRAP_UP) {
            own.number(WRAP_UP, queue.wrapUp());
        }
        if (queue.agentsStayConnected()) {
            own.put(STAY_CONNECTED, new Json.Bool(true));
        }
        var written = own.toJson();
        if (!written.isEmpty()) {
            shape.put(OUTPACE, written);
        }
        return shape.toJson();
    }
}
