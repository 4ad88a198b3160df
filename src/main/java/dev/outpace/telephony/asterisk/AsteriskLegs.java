package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The legs of our calls, and the engine's orders to them. */
final class AsteriskLegs {
    private final EngineClock clock;
    private final AsteriskLink link;
    private final CallOrders orders;
    private final ChannelIds ids;
    private final AsteriskCalls calls;
    private final LegOrders legOrders;
    private final String run;
    private final Map<UUID, CallLeg> legs = new HashMap<>();

    AsteriskLegs(
            EngineClock clock,
            AsteriskLink link,
            CallOrders orders,
            ChannelIds ids,
            AsteriskCalls calls,
            LegOrders legOrders) {
        this.clock = clock;
        this.link = link;
        this.orders = orders;
        this.ids = ids;
        this.calls = calls;
        this.legOrders = legOrders;
        run = Long.toString(clock.wallTime().toEpochMilli(), Character.MAX_RADIX);
    }

    private CallLeg leg(AsteriskCall call) {
        return legs.computeIfAbsent(call.id(), id -> {
            var agi = new AsyncAgi(link, orders, ids.of(id), run + '-' + id, () -> orders.lookedAfter(call));
            return new CallLeg(call, link, clock, agi, new Recording(link, orders, clock, id));
        });
    }

    /** The commands of a call; empty if it is not up. */
    Optional<AsyncAgi> agi(UUID callId) {
        return calls.find(callId)
                .filter(AsteriskCall::isUp)
                .map(call -> leg(call).agi());
    }

    void execute(OrderId order, UUID callId, MediaOrder media) {
        calls.find(callId).filter(AsteriskCall::isUp).ifPresent(call -> {
            var leg = leg(call);
            leg.execute(order, () -> legOrders.of(media, leg));
        });
    }

    /** An agent's phone is to ring for this call. */
    void stopGoingOn(UUID callId) {
        var leg = legs.get(callId);
        if (leg != null) {
            leg.stopGoingOn();
        }
    }

    /** Whether an order is carried out by others being with the person. */
    boolean isWithOthers(UUID callId) {
        var leg = legs.get(callId);
        return leg != null && leg.isWithOthers();
    }

    void cancel(OrderId order) {
        // What is told of the end may end a call.
        List.copyOf(legs.values()).forEach(leg -> leg.cancel(order));
    }

    boolean isInOrder(UUID callId) {
        var leg = legs.get(callId);
        return leg != null && leg.isInOrder();
    }

    void event(ChannelEvent.OfLeg event, Instant at) {
        ids.callOf(event.channelId())
                .flatMap(calls::find)
                .ifPresent(call -> leg(call).event(event, at));
    }

    /** The link is back, and these calls are what there is. */
    void linkIsBack() {
        calls.all().stream()
                .filter(AsteriskCall::isUp)
                .forEach(call -> leg(call).linkIsBack());
    }

    void callEnded(UUID callId) {
        legs.remove(callId);
    }
}
