package dev.outpace.telephony.distribution;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.PhoneLine;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent as a member of queues: what he is at, and when he is offered a caller. */
final class Member implements Runnable {
    /** Until a phone that missed a caller is offered one again; as available as before, as exchanges tell it. */
    private static final Duration REST = Duration.ofSeconds(5);

    /** By less a wrap-up that is told once more is no other. */
    private static final Duration SAME_TIME = Duration.ofMillis(300);

    private enum Phase {
        IDLE,
        /** A caller was offered, and nothing heard of the phone yet. */
        OFFERED,
        RINGING,
        /** For a while after a missed caller. */
        RESTING,
        TALKING,
        WRAPPING_UP,
        /** Away for a while by the agent's own doing, without being set away. */
        PAUSED,
        /** Not assigned any more. */
        GONE
    }

    private final EngineClock clock;
    private final Distributor distributor;
    private final UUID id;
    private Phase phase = Phase.IDLE;
    /** Available, away or offline, as people have set it. */
    private AgentStatus set;
    /** What for, when set away. */
    private AwayReason awayFor;

    private List<CallQueue> queues = List.of();
    private @Nullable Caller caller;
    private EngineClock.@Nullable Timer timer;
    private Instant wrapUpUntil = Instant.EPOCH;
    private boolean pauseDue;
    private boolean otherCall;
    private boolean reachable = true;
    /** One queue that keeps its agents connected is enough: callers of all reach the phone on the same call. */
    private boolean stays;
    /** The call that stands between callers has been ordered. */
    private boolean lineOrdered;

    private boolean connected;
    /** Not assigned any more, but still in a talk, or rung by a phone that is to fall silent. */
    private boolean leaving;

    private long freeOrder;

    Member(EngineClock clock, Distributor distributor, Agent agent) {
        this.clock = clock;
        this.distributor = distributor;
        id = agent.id();
        awayFor = agent.awayReason();
        set = switch (agent.status()) {
            case AWAY -> AgentStatus.AWAY;
            case OFFLINE -> AgentStatus.OFFLINE;
            case AVAILABLE, RINGING, BUSY -> AgentStatus.AVAILABLE;
        };
    }

    /** Somebody who is not assigned. */
    Member(EngineClock clock, Distributor distributor, UUID id) {
        this.clock = clock;
        this.distributor = distributor;
        this.id = id;
        awayFor = AwayReason.BREAK;
        set = AgentStatus.OFFLINE;
    }

    UUID id() {
        return id;
    }

    List<CallQueue> queues() {
        return queues;
    }

    /** Returns whether callers reach the phone in another way from now on. */
    boolean serve(List<CallQueue> newQueues) {
        var before = line();
        queues = newQueues;
        stays = queues.stream().anyMatch(CallQueue::keepsAgentsConnected);
        orderLine();
        return line() != before;
    }

    private PhoneLine line() {
        return !stays ? PhoneLine.RINGS : connected ? PhoneLine.CONNECTED : PhoneLine.CONNECTING;
    }

    /** Who is available is to be connected; who is away may stay so, and hangs up whenever he wants. */
    private void orderLine() {
        boolean wanted = line() != PhoneLine.RINGS
                && phase != Phase.GONE
                && !leaving
                && (set == AgentStatus.AVAILABLE || (set == AgentStatus.AWAY && lineOrdered));
        if (wanted != lineOrdered) {
            lineOrdered = wanted;
            connected = distributor.orderLine(id, wanted);
        }
    }

    /** The call that stands between callers does so now, or no longer. */
    void connected(boolean now) {
        if (connected != now) {
            connected = now;
            if (line() != PhoneLine.RINGS) {
                phoneChanged(now);
            }
        }
    }

    /** The agent hung up: is away, after the caller and the work in hand. */
    void hungUp() {
        lineOrdered = false;
        connected(false);
        if (set == AgentStatus.AVAILABLE && line() != PhoneLine.RINGS) {
            changeAfterwards(AgentStatus.AWAY);
        }
    }

    AgentNow now() {
        boolean elsewhere = otherCall && !isOccupied();
        var status = switch (phase) {
            case RINGING -> AgentStatus.RINGING;
            case TALKING, WRAPPING_UP -> AgentStatus.BUSY;
            case PAUSED -> AgentStatus.AWAY;
            case IDLE, OFFERED, RESTING, GONE -> elsewhere ? AgentStatus.BUSY : set;
        };
        return new AgentNow(
                status,
                phase == Phase.PAUSED ? AwayReason.BREAK : awayFor,
                phase == Phase.WRAPPING_UP ? wrapUpUntil : null,
                elsewhere,
                reachable,
                line());
    }

    /** Whether a caller of ours or the work after one keeps the agent. */
    private boolean isOccupied() {
        return phase == Phase.RINGING || phase == Phase.TALKING || phase == Phase.WRAPPING_UP;
    }

    boolean isFree() {
        return phase == Phase.IDLE
                && set == AgentStatus.AVAILABLE
                && !otherCall
                && reachable
                && line() != PhoneLine.CONNECTING;
    }

    /** Whether no caller of ours, work, rest or pause keeps the agent. */
    boolean isIdle() {
        return phase == Phase.IDLE;
    }

    /** Whether a pause could begin, now or after the call in hand. */
    boolean isAtWork() {
        return set == AgentStatus.AVAILABLE && phase != Phase.PAUSED && !pauseDue;
    }

    boolean isSetAwayFor(AwayReason why) {
        return set == AgentStatus.AWAY && awayFor == why;
    }

    /** The lower, the longer free. */
    long freeOrder() {
        return freeOrder;
    }

    void freeSince(long order) {
        freeOrder = order;
    }

    /** For whom the phone was ordered to ring; null for nobody. */
    @Nullable
    Caller offered() {
        return phase == Phase.OFFERED || phase == Phase.RINGING ? caller : null;
    }

    /** The same, if it is this caller. */
    @Nullable
    Caller offered(UUID callId) {
        var offered = offered();
        return offered != null && offered.id.equals(callId) ? offered : null;
    }

    @Nullable
    Caller talksTo(UUID callId) {
        return phase == Phase.TALKING && caller != null && caller.id.equals(callId) ? caller : null;
    }

    /** Whether a caller of ours keeps the agent, from the offer to the end of the talk. */
    boolean isWithCaller() {
        return caller != null;
    }

    void offer(Caller offered) {
        stopTimer();
        caller = offered;
        phase = Phase.OFFERED;
    }

    void rings() {
        phase = Phase.RINGING;
    }

    void talks() {
        phase = Phase.TALKING;
    }

    /** The agent did not take the caller: rests a little, or begins the pause that is due. */
    void missed() {
        caller = null;
        if (leaving) {
            phase = Phase.GONE;
        } else if (pauseDue) {
            becomeIdle();
        } else {
            phase = Phase.RESTING;
            timer = clock.schedule(REST, this);
            tell();
        }
    }

    /** The phone no longer rings, and nobody missed anybody. */
    void ringingIsOver() {
        caller = null;
        if (leaving) {
            phase = Phase.GONE;
        } else {
            becomeIdle();
        }
    }

    void talkIsOver(Duration wrapUp) {
        caller = null;
        if (leaving) {
            phase = Phase.GONE;
        } else if (wrapUp.isZero()) {
            becomeIdle();
        } else {
            phase = Phase.WRAPPING_UP;
            wrapUpUntil = clock.wallTimeAfter(wrapUp);
            tell();
            timer = clock.schedule(wrapUp, this);
        }
    }

    /** Works after a call of which nothing else is known, or for another time than was thought. */
    void wrapsUp(Duration left) {
        boolean can = phase == Phase.IDLE || phase == Phase.RESTING || phase == Phase.WRAPPING_UP;
        var until = clock.wallTimeAfter(left);
        boolean known = phase == Phase.WRAPPING_UP
                && Duration.between(wrapUpUntil, until).abs().compareTo(SAME_TIME) < 0;
        if (can && !known) {
            stopTimer();
            distributor.withdraw(this);
            talkIsOver(left);
        }
    }

    /** The rest or the wrap-up is over. */
    @Override
    public void run() {
        timer = null;
        becomeIdle();
    }

    private void becomeIdle() {
        phase = Phase.IDLE;
        if (pauseDue) {
            pauseDue = false;
            phase = Phase.PAUSED;
            tell();
        } else if (isFree()) {
            distributor.seekCaller(this);
        } else {
            tell();
        }
    }

    /** A person's order: at once, cutting wrap-up or pause short; after call and wrap-up when in a call. */
    void change(AgentStatus status, AwayReason why) {
        boolean wasFree = isFree();
        set = status;
        awayFor = why;
        pauseDue = false;
        orderLine();
        if (wasFree && isFree()) {
            tell();
        } else if (phase != Phase.OFFERED && phase != Phase.RINGING && phase != Phase.TALKING) {
            stopTimer();
            distributor.withdraw(this);
            becomeIdle();
        }
    }

    /** Ordered by the rota: now, or after the call in hand and its wrap-up. */
    void changeAfterwards(AgentStatus status) {
        if (phase == Phase.WRAPPING_UP) {
            set = status;
            pauseDue = false;
            orderLine();
        } else {
            change(status, AwayReason.BREAK);
        }
    }

    /** The agent pauses: now, or after the call in hand and its wrap-up. */
    void pause() {
        if (phase == Phase.IDLE) {
            distributor.withdraw(this);
            phase = Phase.PAUSED;
            tell();
        } else {
            pauseDue = phase != Phase.PAUSED;
        }
    }

    void resume() {
        pauseDue = false;
        if (phase == Phase.PAUSED) {
            becomeIdle();
        }
    }

    /** The phone is in a call that is not ours, or no longer. */
    void otherCall(boolean now) {
        if (otherCall != now) {
            otherCall = now;
            phoneChanged(!now);
        }
    }

    void reachable(boolean now) {
        if (reachable != now) {
            reachable = now;
            phoneChanged(now);
        }
    }

    private void phoneChanged(boolean toBetter) {
        if (phase != Phase.IDLE) {
            if (!isOccupied()) {
                tell();
            }
        } else if (toBetter) {
            becomeIdle();
        } else {
            distributor.withdraw(this);
            tell();
        }
    }

    /** Not assigned any more. */
    void leave() {
        stopTimer();
        if (caller == null) {
            phase = Phase.GONE;
        } else {
            leaving = true;
        }
        orderLine();
    }

    /** Whether the last call of one who is not assigned any more still goes on. */
    boolean isLeaving() {
        return leaving && phase != Phase.GONE;
    }

    /** Assigned again during that call: still the same person. */
    void comeBack() {
        leaving = false;
    }

    void tell() {
        distributor.tell(id, now());
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
