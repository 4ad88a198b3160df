package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.distribution.Distributor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Callers who are offered to agents' phones, and the talks that come of it. A phone is dialed from the channel of the caller
 * ({@code EXEC Dial}), or the caller is put through to a phone on the line ({@code EXEC Bridge}). When the command has ended with
 * the result 0, the caller is still there, or hangs up at this moment; with -1, the call ends or was passed on.
 */
final class Offers {
    /** A phone that has not begun to ring by then can't be reached. */
    static final Duration UNTIL_RINGING = Duration.ofSeconds(4);

    /** The end of a leg is told within this time after the end of the command that dialed it. */
    private static final Duration UNTIL_SILENT = Duration.ofSeconds(1);

    /** Events of one moment arrive in any order, and so much apart. */
    private static final Duration LATE_FACTS = Duration.ofMillis(300);

    private static final int RINGING = 5;
    private static final int UP = 6;

    private final EngineClock clock;
    private final AsteriskLink link;
    private final CallOrders orders;
    private final ChannelIds ids;
    private final AsteriskCalls calls;
    private final AsteriskLegs legs;
    private final AgentLines lines;
    private final LongCalls longCalls;
    private final AgentPhones phones;
    /** Whether one of Asterisk's own queues has the caller. */
    private final Predicate<UUID> queued;

    private @Nullable Distributor distributor;
    /** By the call; one at a time. */
    private final Map<UUID, Offer> offers = new HashMap<>();
    /** By the id of the channel to the phone. */
    private final Map<String, Offer> offersByLeg = new HashMap<>();

    Offers(
            EngineClock clock,
            AsteriskLink link,
            CallOrders orders,
            ChannelIds ids,
            AsteriskCalls calls,
            AsteriskLegs legs,
            AgentLines lines,
            LongCalls longCalls,
            AgentPhones phones,
            Predicate<UUID> queued) {
        this.queued = queued;
        this.clock = clock;
        this.link = link;
        this.orders = orders;
        this.ids = ids;
        this.calls = calls;
        this.legs = legs;
        this.lines = lines;
        this.longCalls = longCalls;
        this.phones = phones;
    }

    void reportTo(Distributor newDistributor) {
        distributor = newDistributor;
    }

    private Distributor distributor() {
        return Objects.requireNonNull(distributor);
    }

    /** @param shown sets what the phone shows of the caller; null for nothing */
    void dial(Offer offer, AsyncAgi agi, @Nullable AgiCommand shown, AgiCommand dial) {
        offers.put(offer.callId, offer);
        offer.dialing = shown == null
                ? agi.run(dial, answer -> dialed(offer, answer))
                : agi.run(shown, _ -> {}, dial, answer -> dialed(offer, answer));
    }

    /** To a phone that is on the line. */
    void putThrough(Offer offer, AsyncAgi agi) {
        offers.put(offer.callId, offer);
        offersByLeg.put(offer.legId, offer);
        offer.dialing = agi.run(orders.putThrough(offer.legId), answer -> dialed(offer, answer));
    }

    Optional<Offer> find(UUID callId) {
        return Optional.ofNullable(offers.get(callId));
    }

    List<Offer> all() {
        return List.copyOf(offers.values());
    }

    boolean has(UUID callId) {
        return offers.containsKey(callId);
    }

    boolean isTransferred(UUID callId) {
        var offer = offers.get(callId);
        return offer != null && offer.transferred;
    }

    void callEnded(UUID callId) {
        var offer = offers.get(callId);
        if (offer != null && offer.answered) {
            forget(offer);
        }
    }

    /** The call is gone, and with it the leg to the phone. */
    void forget(UUID callId) {
        var offer = offers.get(callId);
        if (offer != null) {
            forget(offer);
        }
    }

    /** Silences the phone. Returns false if it is offered no such caller. */
    boolean stop(UUID agentId, UUID callId) {
        var offer = offers.get(callId);
        if (offer == null || !offer.agentId.equals(agentId)) {
            return false;
        }
        offer.stopping = true;
        var dialing = offer.dialing;
        boolean never = dialing != null
                && legs.agi(callId).map(agi -> agi.withdraw(dialing)).orElse(false);
        if (never) {
            offer.over = true;
        } else {
            separate(offer);
        }
        settle(offer, clock.wallTime());
        clock.schedule(UNTIL_SILENT, () -> silent(offer));
        return true;
    }

    /** One of Asterisk's own queues rings a phone for a caller. No effect if another caller of ours keeps the agent. */
    void queueRings(UUID callId, UUID agentId, String legId) {
        if (offers.containsKey(callId) || !distributor().offered(agentId, callId)) {
            return;
        }
        var offer = new Offer(agentId, callId, true);
        offers.put(callId, offer);
        bind(offer, legId);
    }

    /** The same of a phone of which a list tells; the leg to it may be another one than was known. */
    void queueRingsOrTalks(UUID callId, UUID agentId, AmiMessage leg, Instant at) {
        var legId = leg.get("Uniqueid");
        var known = offers.get(callId);
        if (known != null && known.answered && !known.told && known.agentId.equals(agentId)) {
            shortened(known, legId);
        }
        queueRings(callId, agentId, legId);
        leg(legId).ifPresent(offer -> stated(offer, leg, at));
    }

    /** Somebody of one of Asterisk's own queues had a caller and has passed the call on, which nobody heard. */
    void queuePassedOn(UUID callId, UUID agentId, Instant at) {
        if (!offers.containsKey(callId) && distributor().offered(agentId, callId)) {
            var offer = new Offer(agentId, callId, true);
            offers.put(callId, offer);
            answered(offer, at);
            transferred(offer, at);
        }
    }

    /** The agent behind this leg has the caller whom one of Asterisk's own queues offered, maybe to others before. */
    void queueConnects(UUID callId, UUID agentId, String legId, Instant at) {
        var before = offers.get(callId);
        if (before != null && !before.legId.equals(legId)) {
            forget(before);
            distributor().missed(before.agentId, callId, Missed.WITHDRAWN, at);
        }
        for (var other : all()) {
            // Its end is still to be told, but the phone has taken the next caller.
            if (other.ofQueue && other.agentId.equals(agentId) && !other.callId.equals(callId)) {
                other.late = true;
                other.over = true;
                other.legGone |= !other.answered;
                settle(other, at);
            }
        }
        queueRings(callId, agentId, legId);
        leg(legId).ifPresent(offer -> answered(offer, at));
    }

    /** One of Asterisk's own queues does nothing more for a caller. */
    void queueIsOver(UUID callId, AgiAnswer answer) {
        var offer = offers.get(callId);
        if (offer != null && offer.ofQueue) {
            dialed(offer, answer);
        }
    }

    void hangUp(UUID callId) {
        var offer = offers.get(callId);
        if (offer != null && offer.answered && !offer.isSilent()) {
            offer.hungUp = true;
            separate(offer);
        }
    }

    /** The agent ended the talk by keys. */
    void agentEnds(UUID agentId) {
        for (var offer : all()) {
            if (offer.agentId.equals(agentId) && offer.answered && offer.onTheLine) {
                offer.phoneHungUp = true;
                separate(offer);
            }
        }
    }

    /** Hangs the phone up; one that is on the line stays there, and the caller is taken from it. */
    private void separate(Offer offer) {
        if (offer.onTheLine || (offer.ofQueue && !offer.answered)) {
            legs.agi(offer.callId).ifPresent(AsyncAgi::breakOff);
        } else if (!offer.isSilent()) {
            link.tell(orders.hangUpLeg(offer.legId));
        }
    }

    private void dialed(Offer offer, AgiAnswer answer) {
        switch (answer) {
            case AgiAnswer.Done(var at, var result, var _) -> {
                if (result != -1) {
                    isOver(offer, at);
                }
            }
            case AgiAnswer.Refused(var at, var _) -> isOver(offer, at);
            case AgiAnswer.Lost _ -> {
                // The end of the call follows, unless the link was lost meanwhile and the phone is silent.
                clock.schedule(
                        UNTIL_SILENT,
                        () -> legs.agi(offer.callId)
                                .filter(_ -> offers.get(offer.callId) == offer && !offer.over)
                                .ifPresent(agi -> agi.run(AgiCommand.nothing(), done -> {
                                    if (done instanceof AgiAnswer.Done) {
                                        isOver(offer, done.at());
                                    }
                                })));
            }
        }
    }

    /** The command has ended, and the caller is there. */
    private void isOver(Offer offer, Instant at) {
        offer.over = true;
        offer.phoneIsIn = false;
        if (offer.transferred) {
            backFromTransfer(offer);
            return;
        }
        settle(offer, at);
        clock.schedule(UNTIL_SILENT, () -> silent(offer));
    }

    /** A caller who was passed on waits for commands of nobody when the other has left, unless the dialplan took the call over. */
    private void backFromTransfer(Offer offer) {
        clock.schedule(
                UNTIL_SILENT,
                () -> legs.agi(offer.callId)
                        .ifPresent(agi -> agi.run(AgiCommand.nothing(), answer -> {
                            if (answer instanceof AgiAnswer.Done) {
                                link.tell(orders.hangUp(offer.callId));
                            }
                        })));
    }

    /** Whatever was not told of the leg. */
    private void silent(Offer offer) {
        if (offers.get(offer.callId) == offer && !offer.answered) {
            offer.legGone = true;
            offer.over = true;
            settle(offer, clock.wallTime());
        }
    }

    void settle(Offer offer, Instant at) {
        if (offer.answered) {
            if (offer.over && !offer.told && !offer.isExplained()) {
                // What separated them may be told after it.
                clock.schedule(LATE_FACTS, () -> {
                    offer.late = true;
                    settle(offer, at);
                });
            } else if (offer.over && !offer.told) {
                offer.told = true;
                released(offer, offer.hungUp ? Released.US : Released.AGENT, at);
                forget(offer);
            }
            return;
        }
        boolean callIsOver = calls.find(offer.callId).isEmpty();
        boolean explained = offer.rangInVain || offer.late || offer.stopping || callIsOver;
        if (offer.ofQueue && offer.isSilent() && !explained) {
            // Either the agent missed the caller, or the call ends: what tells it may come after it.
            clock.schedule(LATE_FACTS, () -> {
                offer.late = true;
                settle(offer, at);
            });
            return;
        }
        boolean over = offer.over || offer.ofQueue || (callIsOver && offer.stopping);
        if (offer.isSilent() && over && !offer.told) {
            offer.told = true;
            forget(offer);
            distributor().missed(offer.agentId, offer.callId, offer.why(), at);
            if (!offer.ofQueue) {
                phones.soundsWaiting(offer.callId);
            }
        }
    }

    private void released(Offer offer, Released how, Instant at) {
        if (how != Released.TRANSFERRED) {
            calls.find(offer.callId).ifPresent(call -> calls.keepAgain(call));
        }
        distributor().released(offer.agentId, offer.callId, how, at);
    }

    void forget(Offer offer) {
        offers.remove(offer.callId, offer);
        if (!offer.legId.isEmpty()) {
            offersByLeg.remove(offer.legId, offer);
        }
    }

    /** Returns whether the new channel is the leg to a phone that is being dialed. */
    boolean created(AmiMessage event) {
        var agents = lines.agentsAt(PhoneDevice.ofChannel(event.get("Channel")));
        var offer = ids.callOf(event.get("Linkedid"))
                .map(offers::get)
                .filter(one -> one.legId.isEmpty() && agents.contains(one.agentId));
        offer.ifPresent(one -> bind(one, event.get("Uniqueid")));
        if (offer.isEmpty() && !agents.isEmpty()) {
            ids.callOf(event.get("Linkedid"))
                    .filter(queued)
                    .ifPresent(call -> queueRings(call, agents.getFirst(), event.get("Uniqueid")));
        }
        return offersByLeg.containsKey(event.get("Uniqueid"));
    }

    /** Of a phone on the line. */
    void isTogether(Offer offer, Instant at) {
        if (offer.callerIsIn && offer.phoneIsIn) {
            answered(offer, at);
        }
    }

    /** The talk goes on without the local channel that stood between the caller and the phone. */
    void shortened(Offer offer, String legId) {
        offersByLeg.remove(offer.legId, offer);
        offer.shortened = false;
        offer.legId = legId;
        offersByLeg.put(legId, offer);
        lines.notOther(legId).forEach(phones::lineChanged);
        if (offer.ofQueue) {
            link.tell(orders.note(offer.callId, new TalkNote(offer.agentId).written()));
        }
    }

    /** The agent's leg of a talk. */
    Optional<TalkLeg> talkLeg(UUID callId) {
        return Optional.ofNullable(offers.get(callId))
                .filter(offer -> offer.answered && !offer.told && !offer.isSilent())
                .map(offer -> new TalkLeg(offer.agentId, offer.legId));
    }

    /** The caller who is offered by this channel to a phone. */
    Optional<Offer> leg(String channelId) {
        return Optional.ofNullable(offersByLeg.get(channelId));
    }

    void bind(Offer offer, String legId) {
        offer.legId = legId;
        offersByLeg.put(legId, offer);
        lines.notOther(legId).forEach(phones::lineChanged);
        if (offer.stopping) {
            link.tell(orders.hangUpLeg(legId));
        } else if (!offer.ofQueue) {
            clock.schedule(UNTIL_RINGING, () -> {
                if (offers.get(offer.callId) == offer && !offer.rang && !offer.answered) {
                    link.tell(orders.hangUpLeg(legId));
                }
            });
        }
    }

    void stated(Offer offer, AmiMessage event, Instant at) {
        switch (event.number("ChannelState")) {
            case RINGING -> rings(offer, at);
            case UP -> answered(offer, at);
            default -> {
                // Not yet ringing.
            }
        }
    }

    void rings(Offer offer, Instant at) {
        if (!offer.rang) {
            offer.rang = true;
            distributor().rings(offer.agentId, offer.callId, at);
        }
    }

    void answered(Offer offer, Instant at) {
        if (!offer.answered) {
            offer.rang = true;
            offer.answered = true;
            if (offer.onTheLine) {
                longCalls.talks(offer.agentId);
            }
            // Asterisk looks after a talk by itself.
            calls.find(offer.callId).ifPresent(calls::leaveAlone);
            distributor().answered(offer.agentId, offer.callId, at);
        }
    }

    void transferred(Offer offer, Instant at) {
        if (offer.answered && !offer.told) {
            offer.told = true;
            offer.transferred = true;
            link.tell(orders.note(offer.callId, ""));
            longCalls.passedOn(offer.agentId);
            released(offer, Released.TRANSFERRED, at);
        }
    }

    Set<String> legIds() {
        return offersByLeg.keySet();
    }

    /** A call of an earlier run that is with an agent. A command behind the one that dials tells when that has ended. */
    void adopt(Offer offer, AmiMessage leg, Instant at) {
        offers.put(offer.callId, offer);
        offer.legId = leg.get("Uniqueid");
        offersByLeg.put(offer.legId, offer);
        offer.rang = true;
        offer.answered = leg.number("ChannelState") == UP;
        distributor().found(offer.callId, offer.agentId, offer.answered, at);
        if (offer.answered) {
            calls.find(offer.callId).ifPresent(calls::leaveAlone);
        }
        legs.agi(offer.callId).ifPresent(agi -> agi.run(AgiCommand.nothing(), answer -> dialed(offer, answer)));
    }
}
