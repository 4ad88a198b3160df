package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call of ours on Asterisk. It only goes forward, whatever the order in which events arrive, and each stage is told once.
 */
final class AsteriskCall {
    /** Asterisk's timer may be ahead of the moments that it writes into events. */
    private static final Duration TIMER_TOLERANCE = Duration.ofMillis(100);

    enum Stage {
        /** Asterisk has not shown the channel yet. */
        ORDERED,
        DIALING,
        RINGING,
        UP,
        ENDED
    }

    private final UUID callId;
    private final Duration ringFor;
    private final Consumer<EngineInput> teller;
    private final CallEvidence evidence = new CallEvidence();
    private Stage stage = Stage.ORDERED;
    /** The exchange's moment of the latest event; events that were overtaken are not told as earlier than it. */
    private Instant latest;

    private @Nullable Instant created;
    private boolean hangUpOrdered;
    /** Asterisk looks after it without a time limit. */
    private boolean leftAlone;

    private boolean gone;
    /** Whether the latest list lacked the call. */
    private boolean lacking;

    /**
     * @param orderedAt by the wall clock
     * @param ringFor dial timeout that Asterisk was given; zero if unknown
     */
    AsteriskCall(UUID callId, Instant orderedAt, Duration ringFor, Consumer<EngineInput> teller) {
        this.callId = callId;
        this.latest = orderedAt;
        this.ringFor = ringFor;
        this.teller = teller;
    }

    UUID id() {
        return callId;
    }

    boolean isAccepted() {
        return stage != Stage.ORDERED;
    }

    boolean isUp() {
        return stage == Stage.UP;
    }

    void leftAlone(boolean now) {
        leftAlone = now;
    }

    boolean isLeftAlone() {
        return leftAlone;
    }

    boolean isHangUpOrdered() {
        return hangUpOrdered;
    }

    void orderHangUp() {
        hangUpOrdered = true;
        evidence.orderedToEnd();
    }

    void created(Instant at) {
        if (stage == Stage.ORDERED) {
            created = at;
            lacking = false;
            advance(Stage.DIALING, at);
            teller.accept(new CallAccepted(latest, callId));
        }
    }

    void rings(Instant at) {
        created(at);
        evidence.rang();
        if (stage == Stage.DIALING) {
            advance(Stage.RINGING, at);
            teller.accept(new CallRinging(latest, callId));
        }
    }

    /** The network told something, as early media, but no phone rings for certain. */
    void progresses() {
        evidence.reached();
    }

    void answered(Instant at) {
        created(at);
        evidence.answered();
        if (stage != Stage.UP && stage != Stage.ENDED) {
            advance(Stage.UP, at);
            teller.accept(new CallAnswered(latest, callId));
        }
    }

    void dialed(String status, Instant at) {
        evidence.dialed(status);
        if (status.equals("ANSWER")) {
            answered(at);
        }
    }

    void farEndHungUp() {
        evidence.farEndHungUp();
    }

    void originated(int reason) {
        evidence.originated(reason);
    }

    /** The channel is gone. The end is told by {@link #end}, for the reason may still be to come. */
    void gone(int cause, int techCause, Instant at) {
        created(at);
        gone = true;
        var since = created == null ? at : created;
        boolean timedOut = !ringFor.isZero()
                && Duration.between(since, at).plus(TIMER_TOLERANCE).compareTo(ringFor) >= 0;
        evidence.gone(cause, techCause, timedOut);
    }

    boolean isGone() {
        return gone;
    }

    boolean isUnsettled() {
        return evidence.isUnsettled();
    }

    void listed() {
        lacking = false;
    }

    /** A list lacks the call; returns whether the list before lacked it, too. */
    boolean isLackingAgain() {
        boolean before = lacking;
        lacking = true;
        return before;
    }

    /** Tells the end as it follows from all that was heard; once. */
    void end(Instant at) {
        end(evidence.outcome(), evidence.by(), at);
    }

    void end(Outcome outcome, EndedBy by, Instant at) {
        if (stage != Stage.ENDED) {
            advance(Stage.ENDED, at);
            teller.accept(new CallEnded(latest, callId, outcome, by));
        }
    }

    private void advance(Stage next, Instant at) {
        stage = next;
        passes(at);
    }

    private void passes(Instant at) {
        if (at.isAfter(latest)) {
            latest = at;
        }
    }

    /**
     * Tells something of the call, unless it has ended.
     *
     * @param input by the moment to be told, which is never before the one told last
     */
    void tell(Instant at, Function<Instant, EngineInput> input) {
        if (isTold()) {
            passes(at);
            teller.accept(input.apply(latest));
        }
    }

    /** Whether the engine hears what happens to it: not before its begin, and not after its end. */
    boolean isTold() {
        return isAccepted() && stage != Stage.ENDED;
    }

    /** What a snapshot shows. The snapshot tells it, so that nothing else does. */
    void isAt(ChannelState state) {
        var seen = switch (state) {
            case DIALING -> Stage.DIALING;
            case RINGING -> Stage.RINGING;
            case UP -> Stage.UP;
        };
        if (seen.compareTo(stage) > 0) {
            stage = seen;
            switch (state) {
                case DIALING -> {}
                case RINGING -> evidence.rang();
                case UP -> evidence.answered();
            }
        }
    }

    CallNow now() {
        return CallNow.of(
                switch (stage) {
                    case ORDERED, DIALING -> CallStage.DIALING;
                    case RINGING -> CallStage.RINGING;
                    case UP, ENDED -> CallStage.IDLE;
                });
    }
}
