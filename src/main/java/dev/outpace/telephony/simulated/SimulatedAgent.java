package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who takes calls, has work to do after each, and goes on breaks. */
final class SimulatedAgent implements Runnable {
    private static final int PICK_UP = 0;
    private static final int WRAP_UP = 1;
    private static final int MISS = 2;
    /** In place of the number of a call: what the agent is like. */
    private static final long OWN = -1;

    private static final int SLOWNESS = 0;

    /** Seconds until an exchange knows that a phone can't be reached. */
    private static final double UNREACHABLE_AFTER = 0.5;

    /** Seconds until a phone that missed a caller is offered one again; as available as before, as exchanges tell it. */
    private static final double RETRY = 5;

    private enum Phase {
        IDLE,
        RINGING,
        /** Of a phone that is about to miss the caller. */
        MISSING,
        /** For a while after that. */
        MISSED,
        TALKING,
        WRAPPING_UP,
        ON_BREAK,
        /** Not assigned any more. */
        GONE
    }

    private final World world;
    private final SimulatedFloor floor;
    private final UUID id;
    private Phase phase = Phase.IDLE;
    /** Available, away or offline, as people have set it. */
    private AgentStatus set;
    /** What for, when set away. */
    private AwayReason awayFor;

    private List<SimulatedQueue> queues = List.of();
    private @Nullable SimulatedCall call;
    private Missed misses = Missed.NO_ANSWER;
    private EngineClock.@Nullable Timer timer;
    private Instant wrapUpUntil = Instant.EPOCH;
    private boolean breakDue;
    private boolean leaving;
    private double breakLength;
    private long calls;
    private Dice dice = new Dice(0);
    private long freeOrder;

    SimulatedAgent(World world, SimulatedFloor floor, Agent agent) {
        this.world = world;
        this.floor = floor;
        id = agent.id();
        awayFor = agent.awayReason();
        set = switch (agent.status()) {
            case AWAY -> AgentStatus.AWAY;
            case OFFLINE -> AgentStatus.OFFLINE;
            case AVAILABLE, RINGING, BUSY -> AgentStatus.AVAILABLE;
        };
    }

    UUID id() {
        return id;
    }

    /** Whether the phone rings: one that can't be reached does not. */
    boolean isRung() {
        return status() == AgentStatus.RINGING;
    }

    List<SimulatedQueue> queues() {
        return queues;
    }

    void serve(List<SimulatedQueue> newQueues) {
        queues = newQueues;
    }

    AgentStatus status() {
        return switch (phase) {
            case RINGING -> AgentStatus.RINGING;
            case MISSING -> misses == Missed.UNREACHABLE ? set : AgentStatus.RINGING;
            case TALKING, WRAPPING_UP -> AgentStatus.BUSY;
            case ON_BREAK -> AgentStatus.AWAY;
            case IDLE, MISSED, GONE -> set;
        };
    }

    AgentNow now() {
        return new AgentNow(
                status(),
                phase == Phase.ON_BREAK ? AwayReason.BREAK : awayFor,
                phase == Phase.WRAPPING_UP ? wrapUpUntil : null,
                call != null && call.isInbound(),
                true);
    }

    /** What this agent's talks are longer by than those of all. */
    double slowness() {
        double spread = world.settings().handle().talkSpread();
        return spread == 0 ? 1 : world.dice(id, OWN).seconds(SLOWNESS, new Distribution.Lognormal(1, spread));
    }

    boolean isFree() {
        return phase == Phase.IDLE && set == AgentStatus.AVAILABLE;
    }

    /** Whether a break could begin, now or after the call in hand. */
    boolean isAtWork() {
        return set == AgentStatus.AVAILABLE && phase != Phase.ON_BREAK && !breakDue;
    }

    /** The lower, the longer free. */
    long freeOrder() {
        return freeOrder;
    }

    void freeSince(long order) {
        freeOrder = order;
    }

    void ring(SimulatedCall caller) {
        call = caller;
        caller.rung(this);
        dice = world.dice(id, calls++);
        var missed = caller.isKnown() ? null : missed();
        if (missed != null) {
            miss(caller, missed);
            return;
        }
        phase = Phase.RINGING;
        tellRinging(caller);
        double pickUp =
                caller.pickUp(dice.seconds(PICK_UP, world.settings().handle().pickUp()));
        if (pickUp == 0) {
            pickUp();
        } else {
            timer = world.after(pickUp, this);
        }
    }

    private void tellRinging(SimulatedCall caller) {
        if (caller.isInbound()) {
            tell();
        } else {
            world.wire().tell(new AgentRinging(world.now(), caller.id(), id));
        }
    }

    /** How the phone will miss this caller; null when it won't. */
    private @Nullable Missed missed() {
        var shares = world.settings().misses();
        double drawn = dice.uniform(MISS);
        if (drawn < shares.unreachable()) {
            return Missed.UNREACHABLE;
        }
        if (drawn < shares.unreachable() + shares.rejected()) {
            return Missed.REJECTED;
        }
        return drawn < shares.unreachable() + shares.rejected() + shares.noAnswer() ? Missed.NO_ANSWER : null;
    }

    private void miss(SimulatedCall caller, Missed how) {
        misses = how;
        phase = Phase.MISSING;
        if (how != Missed.UNREACHABLE) {
            tellRinging(caller);
        }
        timer = world.after(
                switch (how) {
                    case UNREACHABLE -> UNREACHABLE_AFTER;
                    case REJECTED ->
                        dice.seconds(PICK_UP, world.settings().handle().pickUp());
                    case NO_ANSWER, WITHDRAWN -> world.settings().misses().ringFor();
                },
                this);
    }

    /** The caller waits on as the first, and whoever is free next is rung. */
    private void miss() {
        var caller = call;
        call = null;
        phase = Phase.MISSED;
        timer = world.after(RETRY, this);
        if (caller != null) {
            caller.missed(id, misses);
        }
        if (breakDue) {
            stopTimer();
            becomeIdle();
        } else {
            tell();
        }
        if (caller != null) {
            floor.seekAgent(caller);
        }
    }

    /** The next step is due. */
    @Override
    public void run() {
        timer = null;
        switch (phase) {
            case RINGING -> pickUp();
            case MISSING -> miss();
            case MISSED, WRAPPING_UP, ON_BREAK -> becomeIdle();
            case IDLE, TALKING, GONE -> {}
        }
    }

    private void pickUp() {
        if (call != null) {
            phase = Phase.TALKING;
            if (call.isInbound()) {
                tell();
            } else {
                world.wire().tell(new AgentConnected(world.now(), call.id(), id));
            }
            call.taken();
        }
    }

    /** Ends the talk without the call; an inbound caller's world ends with it. */
    void release(Released how) {
        if (phase == Phase.TALKING && call != null && !call.isInbound()) {
            call.released(how);
        }
    }

    /** The caller is no longer there, whether the agent had picked up or not. */
    void callerGone() {
        var before = call;
        call = null;
        stopTimer();
        if (leaving) {
            phase = Phase.GONE;
            return;
        }
        switch (phase) {
            case RINGING, MISSING -> becomeIdle();
            case TALKING -> wrapUp(before);
            case IDLE, MISSED, WRAPPING_UP, ON_BREAK, GONE -> {}
        }
    }

    private void wrapUp(@Nullable SimulatedCall before) {
        double drawn = dice.seconds(WRAP_UP, world.settings().handle().wrapUp());
        double seconds = before == null ? drawn : before.wrapUp(drawn);
        if (seconds == 0) {
            becomeIdle();
        } else {
            phase = Phase.WRAPPING_UP;
            wrapUpUntil = world.later(seconds);
            tell();
            timer = world.after(seconds, this);
        }
    }

    private void becomeIdle() {
        phase = Phase.IDLE;
        if (breakDue) {
            breakDue = false;
            goAway();
        } else if (set == AgentStatus.AVAILABLE) {
            floor.seekCaller(this);
        } else {
            tell();
        }
    }

    /** A person's order: at once, cutting wrap-up or break short; after call and wrap-up when in a call. */
    void change(AgentStatus status, AwayReason why) {
        boolean wasFree = isFree();
        set = status;
        awayFor = why;
        breakDue = false;
        if (wasFree && isFree()) {
            tell();
        } else if (phase != Phase.RINGING && phase != Phase.MISSING && phase != Phase.TALKING) {
            stopTimer();
            floor.withdraw(this);
            becomeIdle();
        }
    }

    /** Of one who was set away for missing callers. */
    void comeBackFromMissing() {
        if (set == AgentStatus.AWAY && awayFor == AwayReason.MISSED) {
            change(AgentStatus.AVAILABLE, AwayReason.BREAK);
        }
    }

    /** Ordered by the rota: now, or after the call in hand and its wrap-up. */
    void changeAfterwards(AgentStatus status) {
        if (phase == Phase.WRAPPING_UP) {
            set = status;
            breakDue = false;
        } else {
            change(status, AwayReason.BREAK);
        }
    }

    void takeBreak(double length) {
        breakLength = length;
        if (phase == Phase.IDLE) {
            floor.withdraw(this);
            goAway();
        } else {
            breakDue = true;
        }
    }

    private void goAway() {
        phase = Phase.ON_BREAK;
        tell();
        timer = world.after(breakLength, this);
    }

    /** Not assigned any more: a talk goes on without anybody hearing of its agent. */
    void leave() {
        stopTimer();
        if (phase == Phase.TALKING) {
            leaving = true;
            return;
        }
        if ((phase == Phase.RINGING || phase == Phase.MISSING) && call != null) {
            boolean rang = phase == Phase.RINGING || misses != Missed.UNREACHABLE;
            call.missed(id, rang ? Missed.WITHDRAWN : Missed.UNREACHABLE);
        }
        call = null;
        phase = Phase.GONE;
    }

    /** Whether the last talk of one who is not assigned any more still goes on. */
    boolean isLeaving() {
        return leaving && phase == Phase.TALKING;
    }

    /** Assigned again during that talk: still the same person. */
    void comeBack() {
        leaving = false;
    }

    void tell() {
        world.wire().tell(new AgentChanged(world.now(), id, now()));
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
