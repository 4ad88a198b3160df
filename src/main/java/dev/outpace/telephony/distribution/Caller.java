package dev.outpace.telephony.distribution;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.model.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who waits in a queue, or came out of it to an agent. */
final class Caller {
    /** As {@link #limitAt}, for one who may wait without a limit. */
    static final long NO_LIMIT = Long.MAX_VALUE;

    enum Stage {
        WAITING,
        /** An agent is reserved, whose phone does not ring yet. */
        OFFERED,
        RINGING,
        TALKING
    }

    final UUID id;
    final CallQueue queue;
    /** The lower, the longer the caller waits. */
    final long joinOrder;
    /** End of the longest wait, in nanoseconds of the clock. */
    final long limitAt;
    /** The exchange decides which agent is rung for the caller. */
    final boolean handedOut;

    Stage stage = Stage.WAITING;
    Instant since;

    @Nullable
    Member member;
    /** How the caller leaves the queue as soon as the phone no longer rings; null if nobody ordered it. */
    @Nullable
    Left leaving;
    /** The call is over, and only the phone is still to fall silent. */
    boolean gone;

    /** Of the longest wait, or of the longest talk. */
    private EngineClock.@Nullable Timer timer;

    Caller(UUID id, CallQueue queue, long joinOrder, long limitAt, boolean handedOut, Instant since) {
        this.id = id;
        this.queue = queue;
        this.joinOrder = joinOrder;
        this.limitAt = limitAt;
        this.handedOut = handedOut;
        this.since = since;
    }

    void enters(Stage next, Instant at) {
        stage = next;
        since = at;
    }

    void timer(EngineClock.Timer next) {
        stopTimer();
        timer = next;
    }

    void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    CallNow now() {
        var there = switch (stage) {
            case WAITING, OFFERED -> CallStage.WAITING;
            case RINGING -> CallStage.AGENT_RINGING;
            case TALKING -> CallStage.TALKING;
        };
        var agentId = member == null || there == CallStage.WAITING ? Ids.NIL : member.id();
        return new CallNow(there, since, queue.id(), agentId);
    }
}
