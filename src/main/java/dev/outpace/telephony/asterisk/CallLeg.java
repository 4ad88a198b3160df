package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaResult;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answered leg of a call: its commands, the keys that its person presses, and the one order of the engine that it carries
 * out.
 */
final class CallLeg {
    static final String NOT_READY = "flow.failed.not_ready";
    static final String LOST = "flow.failed.order_lost";
    static final String NOT_POSSIBLE = "flow.skipped.not_possible";
    static final String CANCELLED = "flow.failed.cancelled";

    /** The end of a call follows the loss of its commands by then. */
    private static final Duration UNTIL_END_OF_CALL = Duration.ofSeconds(2);

    private final AsteriskCall call;
    private final AsteriskLink link;
    private final EngineClock clock;
    private final AsyncAgi agi;
    private final Recording recording;
    /** All keys that were told so far. */
    private final StringBuilder keys = new StringBuilder();

    private @Nullable OrderId order;
    private @Nullable LegOrder doing;
    /** A sound that goes on though its order counts as ended. */
    private @Nullable LegOrder goingOn;
    /** How the order ended while the link was down. */
    private @Nullable MediaResult untold;

    CallLeg(AsteriskCall call, AsteriskLink link, EngineClock clock, AsyncAgi agi, Recording recording) {
        this.call = call;
        this.link = link;
        this.clock = clock;
        this.agi = agi;
        this.recording = recording;
    }

    AsyncAgi agi() {
        return agi;
    }

    Recording recording() {
        return recording;
    }

    EngineClock clock() {
        return clock;
    }

    /** The keys that were told after so many. */
    String keysSince(int count) {
        return keys.substring(Math.min(count, keys.length()));
    }

    boolean isInOrder() {
        return order != null;
    }

    /** Whether the order is carried out by others being with the person. */
    boolean isWithOthers() {
        return doing != null && doing.isWithOthers();
    }

    /**
     * Ends a sound that goes on though its order has ended: an agent's phone is to ring at once, and the channel can do only one
     * of the two.
     */
    void stopGoingOn() {
        if (goingOn != null) {
            goingOn.cancel();
        }
    }

    /** An order that comes while another is carried out ends at once. */
    void execute(OrderId id, Supplier<LegOrder> next) {
        if (order != null) {
            tell(id, MediaResult.failed(NOT_READY), clock.wallTime());
            return;
        }
        order = id;
        var begun = next.get();
        doing = begun;
        begun.begin();
    }

    void cancel(OrderId id) {
        if (id.equals(order) && doing != null) {
            doing.cancel();
        }
    }

    /** Sound of an order that counts as ended goes on; keys still stop it. */
    void goesOn(LegOrder sound) {
        goingOn = sound;
    }

    /** The order is over. No effect if it was so before. */
    void ended(LegOrder which, MediaResult result, Instant at) {
        var id = order;
        if (!which.equals(doing) || id == null) {
            if (which.equals(goingOn)) {
                goingOn = null;
            }
        } else if (link.isUp()) {
            doing = null;
            order = null;
            tell(id, result, at);
        } else {
            untold = result;
        }
    }

    private void tell(OrderId id, MediaResult result, Instant at) {
        call.tell(at, told -> new OrderEnded(told, id, call.id(), result));
    }

    /**
     * Nobody will say how the command of an order ended. Usually the call is ending, which is then all that is told.
     */
    void lost(LegOrder which) {
        clock.schedule(UNTIL_END_OF_CALL, () -> {
            if (call.isUp()) {
                ended(which, MediaResult.failed(LOST), clock.wallTime());
            }
        });
    }

    void linkIsBack() {
        var id = order;
        if (untold != null && id != null) {
            var result = untold;
            untold = null;
            doing = null;
            order = null;
            tell(id, result, clock.wallTime());
        }
        agi.linkIsBack();
    }

    void event(ChannelEvent.OfLeg event, Instant at) {
        switch (event) {
            case ChannelEvent.AgiBegun _ -> agi.begun(at);
            case ChannelEvent.AgiExecuted(var _, var commandId, var result) -> agi.executed(commandId, result, at);
            case ChannelEvent.AgiEnded _ -> agi.ended(at);
            case ChannelEvent.KeyUp(var _, var key) -> pressed(key, at);
            case ChannelEvent.Spoke(var _, var begins) -> recording.spoke(begins);
        }
    }

    private void pressed(char key, Instant at) {
        if (call.isTold()) {
            keys.append(key);
        }
        call.tell(at, told -> new KeyPressed(told, call.id(), key));
        recording.pressed(key);
        if (goingOn != null) {
            goingOn.pressed(key);
        }
        if (doing != null) {
            doing.pressed(key);
        }
    }
}
