package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.Transcript.Step;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A phone that is called to stay on the line, as recorded. Callers are put through to it by {@link FakeDial}s. */
final class FakeLine {
    private enum State {
        CALLED,
        RINGING,
        STANDS,
        OVER
    }

    private final World world;
    private final String phone;
    private final String id;
    private final UnaryOperator<String> names;
    private final Duration timeout;
    private State state = State.CALLED;

    /** What surrounds the line. */
    interface World {
        void later(Duration delay, Runnable task);

        void tell(Step step, UnaryOperator<String> names);
    }

    FakeLine(World world, String phone, String id, String originate, Duration timeout) {
        this.world = world;
        this.phone = phone;
        this.id = id;
        this.timeout = timeout;
        names = text -> text.replace("${leg}", id).replace("${phone}", phone).replace("${originate}", originate);
    }

    void begin(boolean isAnswered) {
        for (var step : Transcript.of("phone-is-connected").beforeHangUp()) {
            boolean answer = step.message().contains("ChannelState: 6") || step.is("OriginateResponse");
            if (isAnswered || !answer) {
                world.later(step.at().plusMillis(1), () -> {
                    if (state != State.OVER) {
                        happens(step);
                    }
                });
            }
        }
        if (!isAnswered) {
            world.later(timeout, () -> ends("phone-is-not-connected"));
        }
    }

    private void happens(Step step) {
        if (step.is("Newstate")) {
            state = step.message().contains("ChannelState: 6") ? State.STANDS : State.RINGING;
        }
        world.tell(step, names);
    }

    private void ends(String recording) {
        if (state != State.OVER) {
            state = State.OVER;
            Transcript.of(recording).beforeHangUp().forEach(this::happensLast);
        }
    }

    private void happensLast(Step step) {
        world.tell(step, names);
    }

    void isHungUp() {
        ends(state == State.STANDS ? "connected-phone-is-hung-up" : "phone-is-not-connected");
    }

    void agentHangsUp() {
        ends("connected-phone-hangs-up");
    }

    /** With the end of a talk that was told of already. */
    void isGone() {
        state = State.OVER;
    }

    boolean isOver() {
        return state == State.OVER;
    }

    boolean stands() {
        return state == State.STANDS;
    }

    boolean isAt(String channelId) {
        return id.equals(channelId);
    }

    boolean isAtPhone(String dialed) {
        return phone.equals(dialed);
    }

    String phone() {
        return phone;
    }

    String id() {
        return id;
    }

    /** A row of {@code CoreShowChannels}; empty where there is no channel. */
    String row(String actionId, String bridge) {
        return state == State.CALLED || state == State.OVER
                ? ""
                : "Event: CoreShowChannel\nActionID: %s\nChannel: %s-00000001\nChannelState: %d\nApplication: %s\nBridgeId: %s\nUniqueid: %s\nLinkedid: %s\n"
                        .formatted(
                                actionId,
                                phone,
                                state == State.STANDS ? 6 : 5,
                                bridge.isEmpty() ? "AGI" : "",
                                bridge,
                                id,
                                id);
    }
}
