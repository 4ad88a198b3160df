package dev.outpace.engine;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.EngineInput.TimerFired;
import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.Ids;
import dev.outpace.model.LinkReturn;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every part of the engine needs from the outside world: time and timers, the receivers of facts, alarms and decisions,
 * and whether exchange, store and clock can be relied on now. The exchange and the targets themselves are passed only to the
 * few classes that order and claim.
 */
final class Outside {
    private static final int ORDERS_OF_OPENING = 32;
    private static final long OPENINGS = 0x7FFF_FFFFL;

    private final EngineClock clock;
    private final FactLog factLog;
    private final EngineListener listener;
    private final Consumer<EngineInput> inbox;
    /**
     * Order numbers of each opening have a range of their own, because the exchange may still report orders of an earlier
     * opening.
     */
    private long lastOrder;

    private boolean linkUp;
    private long linkUpSince;
    private String linkReason = "";
    private @Nullable StoreDown storeDown;
    private boolean clockChanged;

    /** @param seed differs for each opening */
    Outside(EngineClock clock, FactLog factLog, EngineListener listener, Consumer<EngineInput> inbox, long seed) {
        this.clock = clock;
        this.factLog = factLog;
        this.listener = listener;
        this.inbox = inbox;
        this.lastOrder = (seed & OPENINGS) << ORDERS_OF_OPENING;
    }

    Instant wallTime() {
        return clock.wallTime();
    }

    Instant wallTimeAfter(Duration engineTime) {
        return clock.wallTimeAfter(engineTime);
    }

    /** The wall time that passes during {@code engineTime}; the engine's clock may be faster. */
    Duration onTheWall(Duration engineTime) {
        return engineTime.isZero()
                ? Duration.ZERO
                : Duration.between(clock.wallTime(), clock.wallTimeAfter(engineTime));
    }

    long nanos() {
        return clock.monotonicNanos();
    }

    Duration until(Instant wallTime) {
        return clock.until(wallTime);
    }

    /** The timer comes back as an input. */
    EngineClock.Timer timer(TimerKey key, Duration delay) {
        return clock.schedule(delay, () -> inbox.accept(new TimerFired(key)));
    }

    void tick() {
        clock.schedule(Duration.ofSeconds(1), () -> inbox.accept(new EngineInput.Tick()));
    }

    /** Runs a task that decides nothing and is therefore no input. */
    void later(Duration delay, Runnable look) {
        clock.schedule(delay, look);
    }

    OrderId nextOrder() {
        return new OrderId(++lastOrder);
    }

    void write(Fact fact) {
        factLog.write(fact);
    }

    boolean awaitCommitted() {
        return factLog.awaitCommitted();
    }

    /** Adds to the call's history what we did, at this moment. */
    void note(ActiveCall call, CallStep.Kind kind, UUID actionId, String text) {
        note(call, clock.wallTime(), kind, actionId, text);
    }

    void note(ActiveCall call, CallStep.Kind kind, String text) {
        note(call, kind, Ids.NIL, text);
    }

    /** Adds to the call's history what the exchange reported, at the moment of the event. */
    void noteAt(ActiveCall call, Instant at, CallStep.Kind kind, String text) {
        note(call, at, kind, Ids.NIL, text);
    }

    /** @param subject id of a queue or an agent */
    void noteAt(ActiveCall call, Instant at, CallStep.Kind kind, UUID subject) {
        if (factLog.hearsNotes()) {
            noteAt(call, at, kind, subject.toString());
        }
    }

    private void note(ActiveCall call, Instant at, CallStep.Kind kind, UUID actionId, String text) {
        if (factLog.hearsNotes()) {
            factLog.write(new Fact.CallNoted(new CallStep(call.id(), at, kind, actionId, text)));
        }
    }

    void alarm(UUID campaignId, Problem problem) {
        listener.alarmed(new Alarm(clock.wallTime(), campaignId, problem));
    }

    boolean hearsMoments() {
        return listener.hearsMoments();
    }

    boolean hearsDecisions() {
        return listener.hearsDecisions() || listener.hearsMoments();
    }

    void decided(PacingDecision decision) {
        listener.decided(decision);
    }

    void campaignMoved(CampaignMoment moment) {
        listener.campaignMoved(moment);
    }

    /** @param moment null for an unknown agent */
    void agentMoved(@Nullable AgentMoment moment) {
        if (moment != null && listener.hearsMoments()) {
            listener.agentMoved(moment);
        }
    }

    void linkIsUp() {
        if (!linkUp) {
            linkUpSince = clock.monotonicNanos();
        }
        linkUp = true;
        linkReason = "";
    }

    void linkIsDown(String reason) {
        linkUp = false;
        linkReason = reason;
    }

    void linkChanged() {
        listener.linkChanged(linkUp, linkReason);
    }

    void linkReturned(LinkReturn what) {
        listener.linkReturned(what);
    }

    boolean linkUp() {
        return linkUp;
    }

    /** Of the present link; nanoseconds of the monotonic time. */
    long linkUpSince() {
        return linkUpSince;
    }

    /** Why the link is down; empty while it is up. */
    String linkReason() {
        return linkReason;
    }

    /** @param why null if the store can be written again */
    void storeIsDown(@Nullable StoreDown why) {
        storeDown = why;
    }

    /** Why the store can't be written; null while it can. */
    @Nullable
    StoreDown storeDown() {
        return storeDown;
    }

    /** Whether launching pauses until wall time and monotonic time agree again. */
    boolean clockChanged() {
        return clockChanged;
    }

    void clockChanged(boolean now) {
        clockChanged = now;
    }
}
