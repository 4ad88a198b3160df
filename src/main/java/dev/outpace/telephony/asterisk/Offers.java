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

    private static final String DIAL = "Dial";
    private static final String BRIDGE = "Bridge";
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

    /** The agent behind this leg has the caller whom one of Asterisk's own queues offered, maybe to others before. */
    void queueConnects(UUID callId, UUID agentId, String legId, Instant at) {
        var before = offers.get(callId);
        if (before != null && !before.legId.equals(legId)) {
            forget(before);
            distributor().missed(before.agentId, callId, Missed.WITHDRAWN, at);
        }
        for (var other : List.copyOf(offers.values())) {
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
        for (var offer : List.copyOf(offers.values())) {
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

    private void settle(Offer offer, Instant at) {
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

    private void forget(Offer offer) {
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

    void event(AmiMessage event, Instant at) {
        switch (event.event()) {
            case "DialBegin" -> dialing(event);
            case "Newstate" -> leg(event.get("Uniqueid")).ifPresent(offer -> stated(offer, event, at));
            case "DialState" -> leg(event.get("DestUniqueid")).ifPresent(offer -> rings(offer, at));
            case "DialEnd" ->
                leg(event.get("DestUniqueid"))
                        .filter(_ -> event.get("DialStatus").equals("ANSWER"))
                        .ifPresent(offer -> answered(offer, at));
            case "LocalOptimizationBegin" ->
                leg(event.get("LocalOneUniqueid")).ifPresent(offer -> offer.shortened = true);
            case "BridgeEnter" -> {
                leg(event.get("SwapUniqueid"))
                        .filter(offer -> offer.shortened)
                        .ifPresent(offer -> shortened(offer, event.get("Uniqueid")));
                entered(event.get("Uniqueid"), at);
            }
            case "BridgeLeave" ->
                leg(event.get("Uniqueid")).filter(offer -> offer.onTheLine).ifPresent(offer -> {
                    offer.phoneIsIn = false;
                    settle(offer, at);
                });
            case "HangupRequest" ->
                leg(event.get("Uniqueid")).ifPresent(offer -> {
                    offer.phoneHungUp = true;
                    offer.endsBy(event.number("Cause"), event.number("TechCause"));
                });
            case "AgentRingNoAnswer" ->
                leg(event.get("DestUniqueid")).ifPresent(offer -> {
                    offer.rangInVain = true;
                    if (offer.isSilent()) {
                        settle(offer, at);
                    }
                });
            case "Hangup" -> gone(event, at);
            case "BlindTransfer" ->
                leg(event.get("TransfererUniqueid"))
                        .filter(_ -> event.get("Result").equals("Success"))
                        .ifPresent(offer -> transferred(offer, at));
            case "AttendedTransfer" ->
                leg(event.get("OrigTransfererUniqueid"))
                        .or(() -> leg(event.get("SecondTransfererUniqueid")))
                        .filter(_ -> event.get("Result").equals("Success"))
                        .ifPresent(offer -> transferred(offer, at));
            default -> {
                // Of no meaning for talks.
            }
        }
    }

    /** The caller or the phone has entered a bridge; a caller who is put through enters no other. */
    private void entered(String channelId, Instant at) {
        leg(channelId).filter(offer -> offer.onTheLine).ifPresent(offer -> {
            offer.phoneIsIn = true;
            isTogether(offer, at);
        });
        ids.callOf(channelId).map(offers::get).filter(offer -> offer.onTheLine).ifPresent(offer -> {
            offer.callerIsIn = true;
            isTogether(offer, at);
        });
    }

    private void isTogether(Offer offer, Instant at) {
        if (offer.callerIsIn && offer.phoneIsIn) {
            answered(offer, at);
        }
    }

    /** The talk goes on without the local channel that stood between the caller and the phone. */
    private void shortened(Offer offer, String legId) {
        offersByLeg.remove(offer.legId, offer);
        offer.shortened = false;
        offer.legId = legId;
        offersByLeg.put(legId, offer);
        lines.notOther(legId).forEach(phones::lineChanged);
    }

    /** The agent's leg of a talk. */
    Optional<TalkLeg> talkLeg(UUID callId) {
        return Optional.ofNullable(offers.get(callId))
                .filter(offer -> offer.answered && !offer.told && !offer.isSilent())
                .map(offer -> new TalkLeg(offer.agentId, offer.legId));
    }

    private Optional<Offer> leg(String channelId) {
        return Optional.ofNullable(offersByLeg.get(channelId));
    }

    /** Of a phone whose channels are not called like it. */
    private void dialing(AmiMessage event) {
        ids.callOf(event.get("Uniqueid"))
                .map(offers::get)
                .filter(offer -> offer.legId.isEmpty())
                .ifPresent(offer -> bind(offer, event.get("DestUniqueid")));
    }

    private void bind(Offer offer, String legId) {
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

    private void stated(Offer offer, AmiMessage event, Instant at) {
        switch (event.number("ChannelState")) {
            case RINGING -> rings(offer, at);
            case UP -> answered(offer, at);
            default -> {
                // Not yet ringing.
            }
        }
    }

    private void rings(Offer offer, Instant at) {
        if (!offer.rang) {
            offer.rang = true;
            distributor().rings(offer.agentId, offer.callId, at);
        }
    }

    private void answered(Offer offer, Instant at) {
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

    private void transferred(Offer offer, Instant at) {
        if (offer.answered && !offer.told) {
            offer.told = true;
            offer.transferred = true;
            longCalls.passedOn(offer.agentId);
            released(offer, Released.TRANSFERRED, at);
        }
    }

    private void gone(AmiMessage event, Instant at) {
        leg(event.get("Uniqueid")).ifPresent(offer -> {
            offer.endsBy(event.number("Cause"), event.number("TechCause"));
            offer.legGone = true;
            settle(offer, at);
            if (calls.find(offer.callId).isEmpty()) {
                forget(offer);
            }
        });
    }

    /**
     * All that Asterisk has after a link was lost, or for the first time. What happened to phones meanwhile follows from it; nobody is
     * told.
     */
    void listed(List<AmiMessage> rows, Instant at) {
        var channels = new HashMap<String, AmiMessage>();
        rows.forEach(row -> channels.put(row.get("Uniqueid"), row));
        for (var row : rows) {
            findLeg(row, channels, at);
            findPutThrough(row, rows, at);
        }
        for (var offer : List.copyOf(offers.values())) {
            var call = channels.get(ids.of(offer.callId));
            if (call != null) {
                isAt(offer, call, channels.get(offer.legId), at);
            }
        }
        for (var row : rows) {
            // Of a queue that rings another phone since.
            findLeg(row, channels, at);
        }
    }

    Set<String> legIds() {
        return offersByLeg.keySet();
    }

    /** A leg of which nothing was heard: its call was dialed as the link was lost, or by an earlier run of the program. */
    private void findLeg(AmiMessage row, Map<String, AmiMessage> channels, Instant at) {
        var callId = ids.callOf(row.get("Linkedid")).orElse(null);
        var legId = row.get("Uniqueid");
        var agents = lines.agentsAt(PhoneDevice.ofChannel(row.get("Channel")));
        if (callId == null || ids.callOf(legId).isPresent() || agents.isEmpty() || offersByLeg.containsKey(legId)) {
            return;
        }
        var offer = offers.get(callId);
        var call = channels.get(ids.of(callId));
        boolean dials = call != null && call.get("Application").equals(DIAL);
        if (offer == null && call != null && call.get("Application").equals(QueueCallers.APPLICATION)) {
            queueRings(callId, agents.getFirst(), legId);
            leg(legId).ifPresent(found -> stated(found, row, at));
        } else if (offer == null && dials) {
            adopt(new Offer(agents.getFirst(), callId), row, at);
        } else if (offer != null && offer.legId.isEmpty() && agents.contains(offer.agentId)) {
            bind(offer, legId);
        }
    }

    /** A call of an earlier run that is with an agent. A command behind the one that dials tells when that has ended. */
    private void adopt(Offer offer, AmiMessage leg, Instant at) {
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

    /** A caller of an earlier run who talks to a phone that is on the line. */
    private void findPutThrough(AmiMessage row, List<AmiMessage> rows, Instant at) {
        var callId = ids.callOf(row.get("Uniqueid")).orElse(null);
        boolean isPutThrough =
                row.get("Application").equals(BRIDGE) && !row.get("BridgeId").isEmpty();
        if (callId == null || !isPutThrough || offers.containsKey(callId)) {
            return;
        }
        for (var leg : rows) {
            var agentId = ids.agentOf(leg.get("Uniqueid")).orElse(null);
            if (agentId != null && leg.get("BridgeId").equals(row.get("BridgeId"))) {
                var offer = new Offer(agentId, callId, leg.get("Uniqueid"));
                offer.callerIsIn = true;
                offer.phoneIsIn = true;
                adopt(offer, leg, at);
            }
        }
    }

    private void isAt(Offer offer, AmiMessage call, @Nullable AmiMessage leg, Instant at) {
        var application = call.get("Application");
        offer.legGone |= leg == null;
        if (application.equals("AGI")) {
            offer.legGone |= !offer.onTheLine;
            offer.phoneIsIn = false;
            offer.over = true;
            settle(offer, at);
        } else if (leg == null && offer.ofQueue && !offer.answered) {
            offer.late = true;
            settle(offer, at);
        } else if (leg != null && (application.equals(DIAL) || application.equals(QueueCallers.APPLICATION))) {
            stated(offer, leg, at);
        } else if (leg != null && application.equals(BRIDGE)) {
            offer.callerIsIn = !call.get("BridgeId").isEmpty();
            offer.phoneIsIn = leg.get("BridgeId").equals(call.get("BridgeId"));
            isTogether(offer, at);
        } else if (leg == null) {
            transferred(offer, at);
        }
    }
}
