package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.model.AgentStatus;
import dev.outpace.telephony.distribution.Distributor;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who takes calls or misses them, has work to do after each, and goes on breaks. */
final class SimulatedAgent implements Runnable {
    private static final int PICK_UP = 0;
    static final int WRAP_UP = 1;
    private static final int MISS = 2;
    /** In place of the number of a call: what the agent is like. */
    private static final long OWN = -1;

    private static final int SLOWNESS = 0;

    /** Seconds until an exchange knows that a phone can't be reached. */
    private static final double UNREACHABLE_AFTER = 0.5;

    private final World world;
    private final Distributor distributor;
    private final UUID id;
    /** For whom the phone rings, or who is talked to. */
    private @Nullable SimulatedCall call;

    private boolean talking;
    /** How the phone is about to miss the caller; null when the agent picks up. */
    private @Nullable Missed misses;
    /** Of the ringing, or of the break. */
    private EngineClock.@Nullable Timer timer;

    private boolean breakDue;
    private boolean onBreak;
    private double breakLength;
    private long calls;
    private Dice dice = new Dice(0);

    SimulatedAgent(World world, Distributor distributor, UUID id) {
        this.world = world;
        this.distributor = distributor;
        this.id = id;
    }

    boolean isTalking() {
        return talking;
    }

    /** What an exchange sees: a call that the engine did not order is another call. */
    AgentNow seen(AgentNow now) {
        return call == null || !call.isInbound()
                ? now
                : new AgentNow(now.status(), now.why(), now.wrapUpUntil(), true, now.reachable(), now.line());
    }

    /** What this agent's talks are longer by than those of all. */
    double slowness() {
        double spread = world.settings().handle().talkSpread();
        return spread == 0 ? 1 : world.dice(id, OWN).seconds(SLOWNESS, new Distribution.Lognormal(1, spread));
    }

    /** @param connected whether a call to the phone stands, so that it neither rings nor misses */
    void ring(SimulatedCall caller, boolean connected) {
        call = caller;
        dice = world.dice(id, calls++);
        misses = connected || caller.isKnown() ? null : missed();
        if (misses != Missed.UNREACHABLE) {
            distributor.rings(id, caller.id(), world.now());
        }
        double rings = misses == null
                ? connected ? 0 : caller.pickUp(pickUpTime())
                : switch (misses) {
                    case UNREACHABLE -> UNREACHABLE_AFTER;
                    case REJECTED -> pickUpTime();
                    case NO_ANSWER, WITHDRAWN -> world.settings().misses().ringFor();
                };
        if (misses == null && rings == 0) {
            pickUp(caller);
        } else {
            timer = world.after(rings, this);
        }
    }

    private double pickUpTime() {
        return dice.seconds(PICK_UP, world.settings().handle().pickUp());
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

    /** The ringing or the break is over. */
    @Override
    public void run() {
        timer = null;
        if (onBreak) {
            onBreak = false;
            distributor.resume(id);
        } else if (call != null && misses == null) {
            pickUp(call);
        } else if (call != null && misses != null) {
            miss(call, misses);
        }
    }

    private void pickUp(SimulatedCall caller) {
        talking = true;
        distributor.answered(id, caller.id(), world.now());
        caller.taken(this);
    }

    private void miss(SimulatedCall caller, Missed how) {
        call = null;
        distributor.missed(id, caller.id(), how, world.now());
    }

    void stopRinging() {
        stopTimer();
        if (call != null && !talking) {
            miss(call, Missed.WITHDRAWN);
        }
    }

    /** Ends the talk without the call; an inbound caller's world ends with it. */
    void release(Released how) {
        if (talking && call != null && !call.isInbound()) {
            call.released(how);
            distributor.released(id, call.id(), how, world.now());
        }
    }

    /** The talk is over: so long is the work after it. */
    Duration wrapUp() {
        double drawn = dice.seconds(WRAP_UP, world.settings().handle().wrapUp());
        double seconds = call == null ? drawn : call.wrapUp(drawn);
        talking = false;
        call = null;
        return World.duration(seconds);
    }

    void takeBreak(double length) {
        breakLength = length;
        breakDue = true;
        distributor.pause(id);
    }

    /** An order of people ends a break, or one that is due. */
    void ordered() {
        breakDue = false;
        if (onBreak) {
            onBreak = false;
            stopTimer();
        }
    }

    /** A break that was due begins when the call in hand and the work after it are over. */
    void changed(AgentNow now) {
        if (breakDue && now.status() == AgentStatus.AWAY) {
            breakDue = false;
            onBreak = true;
            timer = world.after(breakLength, this);
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
