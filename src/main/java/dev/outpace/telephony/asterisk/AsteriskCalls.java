package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.Refusal;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Telephony.CallRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our calls on Asterisk: their orders, and what the events say about them. */
final class AsteriskCalls {
    private static final Logger LOG = LoggerFactory.getLogger(AsteriskCalls.class);

    /** Events of one moment arrive in any order, and so much apart. */
    private static final Duration LATE_FACTS = Duration.ofMillis(500);

    /** After Asterisk said that it has no such channel, the end of the call should have been told by then. */
    private static final Duration LATE_END = Duration.ofSeconds(2);

    /** Longer than Asterisk takes to answer under any load that its link survives. */
    private static final Duration UNTIL_CONFIRMED = Duration.ofSeconds(10);

    private final EngineClock clock;
    private final AsteriskLink link;
    private final CallOrders orders;
    private final ChannelIds ids;
    private final Consumer<EngineInput> teller;
    private final Map<UUID, AsteriskCall> calls = new LinkedHashMap<>();
    /** Until the first list, calls of ours that are unknown here belong to an earlier run of the program. */
    private boolean adopts = true;

    AsteriskCalls(
            EngineClock clock, AsteriskLink link, CallOrders orders, ChannelIds ids, Consumer<EngineInput> teller) {
        this.clock = clock;
        this.link = link;
        this.orders = orders;
        this.ids = ids;
        this.teller = teller;
    }

    /** Whether a call is answered, and can be given orders. */
    boolean isUp(UUID callId) {
        var call = calls.get(callId);
        return call != null && call.isUp();
    }

    Optional<AsteriskCall> find(UUID callId) {
        return Optional.ofNullable(calls.get(callId));
    }

    List<AsteriskCall> all() {
        return List.copyOf(calls.values());
    }

    void originate(CallRequest request) {
        if (calls.containsKey(request.callId())) {
            LOG.error("The call {} exists; it is not placed again", request.callId());
            return;
        }
        var call = new AsteriskCall(request.callId(), clock.wallTime(), request.ringFor(), this::tell);
        calls.put(request.callId(), call);
        var action = orders.originate(request).orElse(null);
        if (!link.isUp()) {
            refuse(call, Refusal.LINK_DOWN, "telephony down");
        } else if (action == null) {
            refuse(call, Refusal.BAD_ADDRESS, "bad address");
        } else {
            link.ask(action, answer -> {
                if (!answer.agrees()) {
                    refuse(call, Refusal.NO_TRUNK, answer.get("Message"));
                }
            });
            clock.schedule(UNTIL_CONFIRMED, () -> lookFor(call));
        }
    }

    /** Asks whether Asterisk has a call, if it has not shown it after so long a time. */
    private void lookFor(AsteriskCall call) {
        if (!call.isAccepted() && calls.get(call.id()) == call) {
            link.list(orders.channels(), rows -> {
                var list = ChannelList.of(rows, ids);
                confirm(list);
                if (list.calls().containsKey(call.id())) {
                    return;
                }
                if (call.isLackingAgain()) {
                    refuse(call, Refusal.CONGESTED, "Asterisk never confirmed the call");
                } else {
                    clock.schedule(UNTIL_CONFIRMED, () -> lookFor(call));
                }
            });
        }
    }

    private void tell(EngineInput input) {
        if (input instanceof EngineInput.CallEnded ended) {
            calls.remove(ended.callId());
        }
        teller.accept(input);
    }

    /** No effect on a call that Asterisk has shown, or that is closed. */
    private void refuse(AsteriskCall call, Refusal why, String text) {
        if (!call.isAccepted() && calls.remove(call.id(), call)) {
            teller.accept(new CallRefused(clock.wallTime(), call.id(), why, text));
        }
    }

    void hangUp(UUID callId) {
        var call = calls.get(callId);
        if (call != null) {
            call.orderHangUp();
            // Asterisk does not know a channel that it has not made yet, and would make it all the same.
            if (call.isAccepted()) {
                orderHangUp(call);
            }
        }
    }

    private void orderHangUp(AsteriskCall call) {
        link.ask(orders.hangUp(call.id()), answer -> {
            if (!answer.agrees()) {
                clock.schedule(LATE_END, () -> endIfUp(call, clock.wallTime()));
            }
        });
    }

    void event(ChannelEvent event, Instant at) {
        var id = ids.callOf(event.channelId()).orElse(null);
        if (id == null) {
            return;
        }
        var call = calls.get(id);
        if (call != null) {
            event(call, event, at);
        } else if (event instanceof ChannelEvent.Created) {
            endGhost(id);
        }
    }

    /** A call that was ordered before the link was lost, and carried out when it was closed here. Nobody would talk to the person. */
    private void endGhost(UUID id) {
        LOG.warn("Asterisk has the call {}, which ended here before: it is hung up", id);
        link.tell(orders.hangUp(id));
    }

    private void event(AsteriskCall call, ChannelEvent event, Instant at) {
        boolean wasAccepted = call.isAccepted();
        switch (event) {
            case ChannelEvent.Created _ -> call.created(at);
            case ChannelEvent.Stated(var _, var state) -> {
                switch (state) {
                    case DIALING -> call.created(at);
                    case RINGING -> call.rings(at);
                    case UP -> call.answered(at);
                }
            }
            case ChannelEvent.Dialing(var _, var status) -> {
                if (status.equals("RINGING")) {
                    call.rings(at);
                } else if (status.equals("PROGRESS")) {
                    call.progresses();
                }
            }
            case ChannelEvent.Dialed(var _, var status) -> call.dialed(status, at);
            case ChannelEvent.HungUpByFarEnd _ -> call.farEndHungUp();
            case ChannelEvent.Originated originated -> originated(call, originated, at);
            case ChannelEvent.OfLeg _, ChannelEvent.Bridged _ -> {}
            case ChannelEvent.Gone(var _, var cause, var techCause) -> gone(call, cause, techCause, at);
        }
        if (!wasAccepted && call.isAccepted() && call.isHangUpOrdered() && calls.containsKey(call.id())) {
            orderHangUp(call);
        }
    }

    private void originated(AsteriskCall call, ChannelEvent.Originated originated, Instant at) {
        call.originated(originated.reason());
        if (originated.answered()) {
            call.answered(at);
        } else if (!call.isAccepted()) {
            clock.schedule(LATE_FACTS, () -> refuse(call, Refusal.NO_TRUNK, "no such trunk, or it can't be reached"));
        }
    }

    private void gone(AsteriskCall call, int cause, int techCause, Instant at) {
        call.gone(cause, techCause, at);
        if (call.isUnsettled()) {
            clock.schedule(LATE_FACTS, () -> endIfUp(call, at));
        } else {
            call.end(at);
        }
    }

    /** While the link is down nothing is told; the next list settles the call. */
    private void endIfUp(AsteriskCall call, Instant at) {
        if (link.isUp()) {
            call.end(at);
        }
    }

    /** The link is lost: what is known of an end is all that there will be. */
    void linkIsLost() {
        for (var call : List.copyOf(calls.values())) {
            if (call.isGone()) {
                call.end(clock.wallTime());
            }
        }
    }

    /**
     * Brings all calls to where a list has them. Those of an earlier run are taken over; later, unknown ones are hung up.
     *
     * @return accepted calls, also those that the list lacks
     */
    Map<UUID, CallNow> areAt(ChannelList list) {
        list.calls().forEach(this::isAt);
        adopts = false;
        var now = new LinkedHashMap<UUID, CallNow>();
        for (var call : calls.values()) {
            if (call.isAccepted()) {
                now.put(call.id(), call.now());
            }
        }
        return now;
    }

    private void isAt(UUID callId, ChannelState state) {
        var call = calls.get(callId);
        if (call == null && adopts) {
            call = new AsteriskCall(callId, clock.wallTime(), Duration.ZERO, this::tell);
            calls.put(callId, call);
        }
        if (call == null) {
            endGhost(callId);
            return;
        }
        call.listed();
        call.isAt(state);
        if (call.isHangUpOrdered()) {
            orderHangUp(call);
        }
    }

    /** Whether calls of an earlier run of the program may be there. */
    boolean adopts() {
        return adopts;
    }

    /** Tells that Asterisk has a call, if that was not heard yet, and hangs up those that nobody here knows. */
    void confirm(ChannelList list) {
        for (var id : list.calls().keySet()) {
            var call = calls.get(id);
            if (call == null) {
                endGhost(id);
            } else {
                call.listed();
                event(call, new ChannelEvent.Created(ids.of(id)), clock.wallTime());
            }
        }
    }

    List<AsteriskCall> lackedBy(ChannelList list) {
        return calls.values().stream()
                .filter(call -> !list.calls().containsKey(call.id()))
                .toList();
    }

    /** Closes calls whose end will never be told. */
    void close(List<AsteriskCall> lacked, boolean restarted) {
        for (var call : lacked) {
            refuse(call, Refusal.LINK_DOWN, "Asterisk never confirmed the call");
            if (call.isAccepted()) {
                call.end(
                        restarted ? Outcome.FAILED : Outcome.UNKNOWN,
                        restarted ? EndedBy.EXCHANGE : EndedBy.UNKNOWN,
                        clock.wallTime());
            }
        }
    }

    /** Closes calls that this list and the one before lack. The events of a list's moment may still be on their way. */
    void closeLackedTwice(ChannelList list) {
        close(lackedBy(list).stream().filter(AsteriskCall::isLackingAgain).toList(), false);
    }

    /** Begins the time anew in which Asterisk keeps callers whom nobody looks after. */
    void keepAll() {
        for (var call : calls.values()) {
            keep(call);
        }
    }

    /** The same for one part of the calls, so that not all orders are given at once. */
    void keep(int part, int parts) {
        for (var call : calls.values()) {
            if (Math.floorMod(call.id().hashCode(), parts) == part) {
                keep(call);
            }
        }
    }

    /** Asterisk looks after the call by itself from now on: it keeps the caller however long nothing is heard from here. */
    void leaveAlone(AsteriskCall call) {
        call.leftAlone(true);
        link.tell(orders.keepForever(call.id()));
    }

    void keepAgain(AsteriskCall call) {
        call.leftAlone(false);
        keep(call);
    }

    private void keep(AsteriskCall call) {
        if (call.isUp() && !call.isLeftAlone()) {
            link.tell(orders.keep(call.id()));
        }
    }
}
