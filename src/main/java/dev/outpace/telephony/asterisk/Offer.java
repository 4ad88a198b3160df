package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput.Missed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A caller who is offered to an agent's phone, from the order to dial until the phone is silent again. */
final class Offer {
    private static final int USER_BUSY = 17;
    private static final int CALL_REJECTED = 21;

    final UUID agentId;
    final UUID callId;
    /** Whether the phone is on the line already, so that it does not ring. */
    final boolean onTheLine;
    /** Whether one of Asterisk's own queues rings the phone. */
    final boolean ofQueue;
    /** The command that dials; null for a call that another run of the program began. */
    AsyncAgi.@Nullable Given dialing;
    /** Empty until Asterisk has shown the leg to the phone. */
    String legId = "";

    /** Asterisk is about to put the phone's own channel in the place of the leg, a local channel. */
    boolean shortened;

    boolean rang;
    /** One of Asterisk's own queues says that the agent missed the caller. */
    boolean rangInVain;

    boolean answered;
    /** Of a phone on the line: the caller has entered the bridge to it, and the phone has. */
    boolean callerIsIn;

    boolean phoneIsIn;
    /** The phone is to fall silent. */
    boolean stopping;
    /** Our order ended the talk. */
    boolean hungUp;

    /** The agent hung up, or the phone declined. */
    boolean phoneHungUp;

    boolean transferred;
    /** The command has ended, and the caller is still there. */
    boolean over;

    boolean legGone;
    /** All that explains the end has been told. */
    boolean late;
    /** The distributor was told how it ended. */
    boolean told;

    private int cause;
    private int techCause;

    /** To a phone that is to ring. */
    Offer(UUID agentId, UUID callId) {
        this(agentId, callId, false);
    }

    /** @param ofQueue whether one of Asterisk's own queues rings the phone */
    Offer(UUID agentId, UUID callId, boolean ofQueue) {
        this.agentId = agentId;
        this.callId = callId;
        this.ofQueue = ofQueue;
        onTheLine = false;
    }

    /** @param legId of the channel to a phone that is on the line */
    Offer(UUID agentId, UUID callId, String legId) {
        this.agentId = agentId;
        this.callId = callId;
        this.legId = legId;
        ofQueue = false;
        onTheLine = true;
    }

    /** Whether it is known why the talk is over. */
    boolean isExplained() {
        return hungUp || phoneHungUp || late;
    }

    void endsBy(int legCause, int legTechCause) {
        cause = legCause == 0 ? cause : legCause;
        techCause = legTechCause == 0 ? techCause : legTechCause;
    }

    boolean isSilent() {
        return legId.isEmpty() || legGone || (onTheLine && !phoneIsIn);
    }

    /** Why nobody took the caller; only the leg's causes tell. */
    Missed why() {
        if (stopping) {
            return rang ? Missed.WITHDRAWN : Missed.UNREACHABLE;
        }
        if (ofQueue && !rangInVain) {
            return Missed.WITHDRAWN;
        }
        boolean refuses = cause == USER_BUSY || cause == CALL_REJECTED;
        if (rang) {
            return refuses || techCause != 0 ? Missed.REJECTED : Missed.NO_ANSWER;
        }
        return refuses ? Missed.REJECTED : Missed.UNREACHABLE;
    }
}
