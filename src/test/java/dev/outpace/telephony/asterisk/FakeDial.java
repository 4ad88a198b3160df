package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.telephony.asterisk.Transcript.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A phone that a caller's channel dials, and the talk that comes of it, as recorded. */
class FakeDial {
    /** Until the person picks up or declines. */
    private static final Duration REACTION = Duration.ofSeconds(2);

    private static final Duration TALK = Duration.ofSeconds(60);

    private enum State {
        DIALING,
        RINGING,
        TALKING,
        OVER
    }

    private final FakeAgi.World world;
    /** To which the caller is put through; null for a phone that rings. */
    private final @Nullable FakeLine line;

    private final UnaryOperator<String> names;
    private final String phone;
    private final String legId;
    private final String bridge;
    private final Duration ringFor;
    private State state = State.DIALING;

    FakeDial(FakeAgi.World world, FakeLine line, String commandId) {
        this(world, line.phone(), line.id(), Duration.ZERO, commandId, line);
    }

    FakeDial(FakeAgi.World world, String phone, String legId, Duration ringFor, String commandId) {
        this(world, phone, legId, ringFor, commandId, null);
    }

    private FakeDial(
            FakeAgi.World world,
            String phone,
            String legId,
            Duration ringFor,
            String commandId,
            @Nullable FakeLine line) {
        this.world = world;
        this.line = line;
        this.phone = phone;
        this.legId = legId;
        this.ringFor = ringFor;
        bridge = "bridge-" + legId;
        names = text -> text.replace("${leg}", legId)
                .replace("${phone}", phone)
                .replace("${bridge}", bridge)
                .replace("${command}", commandId);
    }

    /** @param misses how the phone is not answered; null when it is */
    void begin(@Nullable Missed misses) {
        if (line != null) {
            for (var step : Transcript.of("put-through").beforeHangUp()) {
                world.later(step.at(), () -> {
                    if (state != State.OVER) {
                        state = State.TALKING;
                        happens(step);
                    }
                });
            }
            world.later(TALK, this::callerHangsUp);
            return;
        }
        if (misses == Missed.UNREACHABLE) {
            world.later(Duration.ofMillis(1), () -> ends("phone-cannot-be-reached", State.DIALING));
            return;
        }
        var rings = Transcript.of("phone-rings").beforeHangUp();
        for (var step : rings) {
            world.later(step.at().plusMillis(1), () -> {
                if (state == State.DIALING || state == State.RINGING) {
                    happens(step);
                    state = step.is("Newstate") ? State.RINGING : state;
                }
            });
        }
        world.later(misses == Missed.NO_ANSWER ? ringFor : REACTION, () -> {
            if (misses == null) {
                answers();
            } else {
                ends(misses == Missed.REJECTED ? "phone-rejects" : "phone-is-not-answered", State.RINGING);
            }
        });
    }

    private void answers() {
        if (state == State.RINGING) {
            state = State.TALKING;
            Transcript.of("phone-answers").beforeHangUp().forEach(this::happens);
            world.later(TALK, this::callerHangsUp);
        }
    }

    void callerHangsUp() {
        if (state == State.TALKING) {
            world.hangsUp();
            ends(line == null ? "talk-caller-hangs-up" : "put-through-caller-hangs-up", State.TALKING);
        }
    }

    /** Returns false if it is over. */
    boolean weHangUp() {
        if (state == State.OVER) {
            return false;
        }
        if (line != null) {
            ends("put-through-we-hang-up", state);
        } else {
            ends(state == State.TALKING ? "talk-we-hang-up" : "ringing-we-hang-up", state);
        }
        return true;
    }

    void legIsHungUp() {
        ends(state == State.TALKING ? "talk-phone-is-hung-up" : "phone-is-hung-up", state);
    }

    void agentHangsUp() {
        if (line == null) {
            ends("talk-agent-hangs-up", State.TALKING);
        } else {
            ends("put-through-agent-hangs-up", State.TALKING);
            line.isGone();
        }
    }

    /** Returns false if no caller is put through. */
    boolean isBrokenOff() {
        if (line == null || state == State.OVER) {
            return false;
        }
        ends("put-through-is-broken-off", state);
        return true;
    }

    /** The caller talks on with somebody else for a while. */
    void agentPassesOn() {
        agentPassesOn(false);
    }

    /** @param toldLast whether Asterisk tells that after all that follows from it */
    void agentPassesOn(boolean toldLast) {
        if (state == State.TALKING) {
            state = State.OVER;
            var steps = new ArrayList<>(Transcript.of("talk-is-passed-on").beforeHangUp());
            if (toldLast) {
                steps.add(steps.removeFirst());
            }
            steps.forEach(this::happens);
            world.later(TALK, world::hangsUpElsewhere);
        }
    }

    /** The same, after the agent has asked the other. */
    void agentAsksAndPassesOn() {
        if (state == State.TALKING) {
            var steps = Transcript.of("talk-is-passed-on-after-asking").beforeHangUp();
            for (var step : steps) {
                world.later(step.at(), () -> {
                    if (step.is("AttendedTransfer")) {
                        state = State.OVER;
                    }
                    happens(step);
                });
            }
            world.later(TALK, world::hangsUpElsewhere);
        }
    }

    private void ends(String recording, State from) {
        if (state == from && state != State.OVER) {
            state = State.OVER;
            Transcript.of(recording).beforeHangUp().forEach(this::happens);
        }
    }

    private void happens(Step step) {
        world.happens(step, names);
    }

    boolean isOver() {
        return state == State.OVER;
    }

    boolean isAt(String channelId) {
        return !isOver() && legId.equals(channelId);
    }

    boolean isAtPhone(String dialed) {
        return !isOver() && phone.equals(dialed);
    }

    /** The application of the caller's channel, and its arguments. */
    List<String> application() {
        return List.of(line == null ? "Dial" : "Bridge", phone);
    }

    String bridge() {
        return state == State.TALKING ? bridge : "";
    }

    /** A row of {@code CoreShowChannels}; empty while there is no leg. */
    String row(String actionId, String linkedId) {
        return state == State.DIALING || line != null
                ? ""
                : "Event: CoreShowChannel\nActionID: %s\nChannel: %s-00000001\nChannelState: %d\nApplication: AppDial\nBridgeId: %s\nUniqueid: %s\nLinkedid: %s\n"
                        .formatted(actionId, phone, state == State.TALKING ? 6 : 5, bridge(), legId, linkedId);
    }
}
