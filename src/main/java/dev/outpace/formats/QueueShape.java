package dev.outpace.formats;

import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.model.Shown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The published queue; its counters and calls are kept as unknown fields. What Outpace adds stands in {@code "outpace"}: {@code
 * wrap_up} and {@code ring_time}, in milliseconds, {@code agents_stay_connected}, and {@code asterisk_queue}, the name of Asterisk's
 * own queue where that hands the callers to agents.
 */
final class QueueShape {
    private static final long MAX_TIMEOUT = Duration.ofDays(366).toMillis();

    private static final String OUTPACE = "outpace";
    private static final String WRAP_UP = "wrap_up";
    private static final String RING_TIME = "ring_time";
    private static final String STAY_CONNECTED = "agents_stay_connected";
    private static final String ASTERISK_QUEUE = "asterisk_queue";

    private QueueShape() {}

    static Queue read(Fields fields, NewIds ids) {
        var own = fields.object(OUTPACE);
        var service = own == null ? QueueService.USUAL : service(own);
        var exchangeQueue = own == null ? null : exchangeQueue(own);
        if (own != null) {
            if (service.agentsStay() && exchangeQueue != null) {
                own.error(ASTERISK_QUEUE, "queue.two_modes", exchangeQueue.name());
            }
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
                service,
                exchangeQueue,
                fields.stamps(),
                fields.rest());
    }

    private static QueueService service(Fields own) {
        var usual = QueueService.USUAL;
        return new QueueService(
                own.number(WRAP_UP, 0, QueueService.LONGEST_WRAP_UP, usual.wrapUp()),
                own.number(RING_TIME, QueueService.SHORTEST_RING, QueueService.LONGEST_RING, usual.ringTime()),
                own.flag(STAY_CONNECTED, false));
    }

    private static @Nullable ExchangeQueue exchangeQueue(Fields own) {
        var text = own.text(ASTERISK_QUEUE, Fields.MAX_NAME).strip();
        if (text.isEmpty()) {
            return null;
        }
        var queue = ExchangeQueue.read(text);
        if (queue.isEmpty()) {
            own.error(ASTERISK_QUEUE, "queue.asterisk_queue", Shown.of(text));
        }
        return queue.orElse(null);
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
        var own = new Shape(queue.unknown().get(OUTPACE) instanceof Json.Obj rest ? rest : Json.Obj.EMPTY);
        var service = queue.service();
        if (service.wrapUp() != QueueService.USUAL.wrapUp()) {
            own.number(WRAP_UP, service.wrapUp());
        }
        if (service.ringTime() != QueueService.USUAL.ringTime()) {
            own.number(RING_TIME, service.ringTime());
        }
        if (service.agentsStay()) {
            own.put(STAY_CONNECTED, new Json.Bool(true));
        }
        var exchangeQueue = queue.exchangeQueue();
        if (exchangeQueue != null) {
            own.text(ASTERISK_QUEUE, exchangeQueue.name());
        }
        var written = own.toJson();
        if (!written.equals(Json.Obj.EMPTY)) {
            shape.put(OUTPACE, written);
        }
        return shape.toJson();
    }
}
