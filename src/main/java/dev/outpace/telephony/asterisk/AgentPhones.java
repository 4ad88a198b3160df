package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Agent;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Phone;
import dev.outpace.model.Queue;
import dev.outpace.model.QueueService;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.distribution.Distributor;
import dev.outpace.telephony.distribution.Phones;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The agents' phones: which there are, what they show of a caller, what a waiting caller hears, and whether they can be rung. */
final class AgentPhones implements Phones {
    private static final String DIAL = "Dial";
    /** The caller stays when the agent hangs up, and hears music until the agent answers. */
    private static final String DIAL_OPTIONS = "gm";

    private final EngineClock clock;
    private final ChannelIds ids;
    private final AsteriskLegs legs;
    private final AgentLines lines;
    private final LongCalls longCalls;
    private final Offers offers;
    private final OfferEvents offerEvents;
    private final ListedOffers listedOffers;
    private final String music;
    private final String dialOptions;
    private @Nullable Distributor distributor;

    private final Map<UUID, Phone> phones = new HashMap<>();
    /** By the queue. */
    private final Map<UUID, QueueService> services = new HashMap<>();

    private final Map<UUID, ExchangeQueue> exchangeQueues = new HashMap<>();
    private @Nullable QueueMembers members;

    private final Map<UUID, CallRequest> requests = new HashMap<>();
    /** Callers who hear music without being dialed for. */
    private final Set<UUID> withMusic = new HashSet<>();
    /** When a talk that is found to be over may have ended, at the earliest; null while the link is up. */
    private @Nullable Instant linkLostAt;

    /**
     * @param music class of music for callers who wait; empty for Asterisk's usual one
     * @param queued whether one of Asterisk's own queues has the caller
     */
    AgentPhones(
            EngineClock clock,
            AsteriskLink link,
            CallOrders orders,
            ChannelIds ids,
            AsteriskCalls calls,
            AsteriskLegs legs,
            AgentLines lines,
            String music,
            Predicate<UUID> queued) {
        this.clock = clock;
        this.ids = ids;
        this.legs = legs;
        this.lines = lines;
        this.music = music;
        dialOptions = music.isEmpty() ? DIAL_OPTIONS : DIAL_OPTIONS + '(' + music + ')';
        longCalls = new LongCalls(clock, link, orders, ids, lines);
        offers = new Offers(clock, link, orders, ids, calls, legs, lines, longCalls, this, queued);
        offerEvents = new OfferEvents(offers, ids, calls);
        listedOffers = new ListedOffers(offers, ids, lines);
    }

    void reportTo(Distributor newDistributor, QueueMembers newMembers) {
        distributor = newDistributor;
        members = newMembers;
        longCalls.reportTo(newDistributor);
        offers.reportTo(newDistributor);
    }

    private Distributor distributor() {
        return Objects.requireNonNull(distributor);
    }

    void assign(List<Queue> queues, List<Agent> agents) {
        services.clear();
        exchangeQueues.clear();
        for (var queue : queues) {
            if (queue.exchangeQueue() != null) {
                exchangeQueues.put(queue.id(), queue.exchangeQueue());
            }
        }
        queues.forEach(queue -> services.put(queue.id(), queue.service()));
        phones.clear();
        for (var agent : agents) {
            if (agent.phone() != null) {
                phones.put(agent.id(), agent.phone());
            }
        }
        longCalls.assign(phones);
    }

    private QueueMembers members() {
        return Objects.requireNonNull(members);
    }

    /** The callers who are offered to phones. */
    Offers offers() {
        return offers;
    }

    private QueueService service(UUID queueId) {
        return services.getOrDefault(queueId, QueueService.USUAL);
    }

    /** As seconds, for a call that is in a queue. */
    private String ringTime(UUID callId) {
        var service =
                distributor().callNow(callId).map(now -> service(now.queueId())).orElse(QueueService.USUAL);
        return BigDecimal.valueOf(service.ringTime(), 3).stripTrailingZeros().toPlainString();
    }

    void originated(CallRequest request) {
        requests.put(request.callId(), request);
    }

    void callEnded(UUID callId) {
        requests.remove(callId);
        withMusic.remove(callId);
        offers.callEnded(callId);
    }

    /** The agent's leg of a talk. */
    Optional<TalkLeg> talkLeg(UUID callId) {
        return offers.talkLeg(callId);
    }

    boolean isTransferred(UUID callId) {
        return offers.isTransferred(callId);
    }

    /** Music for a caller who waits and for whom no phone is dialed. */
    void soundsWaiting(UUID callId) {
        boolean waits = distributor()
                .callNow(callId)
                .filter(now -> now.stage() == CallStage.WAITING)
                .isPresent();
        if (waits && !offers.has(callId)) {
            withMusic.add(callId);
            legs.agi(callId).ifPresent(agi -> agi.run(AgiCommand.music(music), _ -> {}));
        }
    }

    /** The caller is alone on the line. */
    void leftQueue(UUID callId) {
        if (withMusic.remove(callId)) {
            legs.agi(callId).ifPresent(agi -> agi.run(AgiCommand.musicEnds(), _ -> {}));
        }
    }

    @Override
    public boolean handOut(Queue queue) {
        return queue.exchangeQueue() != null;
    }

    @Override
    public void ring(UUID agentId, UUID callId) {
        var phone = phones.get(agentId);
        var agi = legs.agi(callId).orElse(null);
        var channelId = longCalls.channelTo(agentId).orElse(null);
        if (phone == null || agi == null || (channelId == null && longCalls.isWanted(agentId))) {
            distributor().missed(agentId, callId, Missed.UNREACHABLE, clock.wallTime());
            return;
        }
        if (channelId != null) {
            offers.putThrough(new Offer(agentId, callId, channelId), agi);
            return;
        }
        // Dialing ends it.
        withMusic.remove(callId);
        legs.stopGoingOn(callId);
        var dial = AgiCommand.execute(DIAL, phone.dialString(), ringTime(callId), dialOptions);
        offers.dial(new Offer(agentId, callId), agi, shown(callId).orElse(null), dial);
    }

    /** What the agent's phone shows of the caller. */
    Optional<AgiCommand> shown(UUID callId) {
        return Optional.ofNullable(requests.get(callId))
                .map(CallRequest::to)
                .filter(to -> Trunk.number(to.target(), true).isPresent())
                .map(to -> AgiCommand.callerId(to.targetName(), to.target()));
    }

    @Override
    public void stopRinging(UUID agentId, UUID callId) {
        if (!offers.stop(agentId, callId)) {
            distributor().missed(agentId, callId, Missed.WITHDRAWN, clock.wallTime());
        }
    }

    @Override
    public void hangUp(UUID agentId, UUID callId) {
        offers.hangUp(callId);
    }

    @Override
    public boolean connect(UUID agentId) {
        return longCalls.connect(agentId);
    }

    @Override
    public void disconnect(UUID agentId) {
        longCalls.disconnect(agentId);
    }

    @Override
    public Duration wrapUp(UUID agentId, UUID callId, UUID queueId) {
        var ofExchange = exchangeQueues.get(queueId);
        if (ofExchange != null) {
            return members().wrapUp(agentId, ofExchange);
        }
        var passed = linkLostAt == null ? Duration.ZERO : Duration.between(linkLostAt, clock.wallTime());
        var left = Duration.ofMillis(service(queueId).wrapUp()).minus(passed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    void linkIsLost() {
        linkLostAt = clock.wallTime();
    }

    void linkIsBack() {
        linkLostAt = null;
    }

    /** The call is gone, and with it the leg to the phone. */
    void forget(UUID callId) {
        offers.forget(callId);
    }

    /** What is known of the line of an agent may have changed. */
    void lineChanged(UUID agentId) {
        distributor().reachable(agentId, lines.isReachable(agentId));
        distributor().otherCall(agentId, lines.isInOtherCall(agentId));
        longCalls.lineChanged(agentId);
    }

    /** Of one part of the phones on the line, so that not all orders are given at once. */
    void keep(int part, int parts) {
        longCalls.keep(part, parts);
    }

    void event(AmiMessage event, Instant at) {
        switch (event.event()) {
            case "Newchannel" -> created(event);
            case "DeviceStateChange" ->
                lines.stated(event.get("Device"), event.get("State")).forEach(this::lineChanged);
            default -> offerEvents.event(event, at);
        }
        if (event.event().equals("Hangup")) {
            lines.notOther(event.get("Uniqueid")).forEach(this::lineChanged);
        }
        var endsTalk = longCalls.event(event);
        if (endsTalk != null) {
            offers.agentEnds(endsTalk);
        }
    }

    private void created(AmiMessage event) {
        var channelId = event.get("Uniqueid");
        boolean ours =
                ids.callOf(channelId).isPresent() || ids.agentOf(channelId).isPresent();
        if (!ours && !offers.created(event)) {
            lines.created(channelId, event.get("Channel")).forEach(this::lineChanged);
        }
    }

    /**
     * All that Asterisk has after a link was lost, or for the first time. What happened to phones meanwhile follows from it; nobody is
     * told.
     */
    void listed(List<AmiMessage> rows, Instant at) {
        longCalls.listed(rows);
        listedOffers.listed(rows, at);
    }

    /** With the same lists, when all legs of ours are known. */
    void listedLines(List<AmiMessage> rows, List<AmiMessage> deviceStates) {
        var ours = new HashSet<>(offers.legIds());
        ours.addAll(longCalls.channelIds());
        lines.listed(rows, deviceStates, ours);
        phones.keySet().forEach(this::lineChanged);
    }

    /** The link is there, and all that it told has been heard. */
    void goOn() {
        longCalls.goOn();
    }
}
