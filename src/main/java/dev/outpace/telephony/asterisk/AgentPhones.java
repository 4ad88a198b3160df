package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Agent;
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
import org.jspecify.annotations.Nullable;

/**
 * The agents' phones, dialed from the channels of the callers: {@code EXEC Dial}. While it runs the caller hears music, and
 * Asterisk connects the two without our help. When it has ended with the result 0, the caller is still there; with -1, the
 * call ends or was passed on.
 */
final class AgentPhones implements Phones {
    /** A phone that has not begun to ring by then can't be reached. */
    static final Duration UNTIL_RINGING = Duration.ofSeconds(4);

    /** The end of a leg is told within this time after the end of the command that dialed it. */
    private static final Duration UNTIL_SILENT = Duration.ofSeconds(1);

    /** Events of one moment arrive in any order, and so much apart. */
    private static final Duration LATE_FACTS = Duration.ofMillis(300);

    private static final String DIAL = "Dial";
    /** The caller stays when the agent hangs up, and hears music until the agent answers. */
    private static final String DIAL_OPTIONS = "gm";

    private static final int RINGING = 5;
    private static final int UP = 6;

    private final EngineClock clock;
    private final AsteriskLink link;
    private final CallOrders orders;
    private final ChannelIds ids;
    private final AsteriskCalls calls;
    private final AsteriskLegs legs;
    private final AgentLines lines;
    private final String music;
    private final String dialOptions;
    private @Nullable Distributor distributor;

    private final Map<UUID, Phone> phones = new HashMap<>();
    /** The work after a talk, by the queue. */
    private final Map<UUID, QueueService> services = new HashMap<>();

    private final Map<UUID, CallRequest> requests = new HashMap<>();
    /** Callers who hear music without being dialed for. */
    private final Set<UUID> withMusic = new HashSet<>();
    /** By the call; one at a time. */
    private final Map<UUID, Offer> offers = new HashMap<>();
    /** When a talk that is found to be over may have ended, at the earliest; null while the link is up. */
    private @Nullable Instant linkLostAt;
    /** By the id of the channel to the phone. */
    private final Map<String, Offer> offersByLeg = new HashMap<>();

    /** @param music class of music for callers who wait; empty for Asterisk's usual one */
    AgentPhones(
            EngineClock clock,
            AsteriskLink link,
            CallOrders orders,
            ChannelIds ids,
            AsteriskCalls calls,
            AsteriskLegs legs,
            AgentLines lines,
            String music) {
        this.clock = clock;
        this.link = link;
        this.orders = orders;
        this.ids = ids;
        this.calls = calls;
        this.legs = legs;
        this.lines = lines;
        this.music = music;
        dialOptions = music.isEmpty() ? DIAL_OPTIONS : DIAL_OPTIONS + '(' + music + ')';
    }

    void reportTo(Distributor newDistributor) {
        distributor = newDistributor;
    }

    private Distributor distributor() {
        return Objects.requireNonNull(distributor);
    }

    void assign(List<Queue> queues, List<Agent> agents) {
        services.clear();
        queues.forEach(queue -> services.put(queue.id(), queue.service()));
        phones.clear();
        for (var agent : agents) {
            if (agent.phone() != null) {
                phones.put(agent.id(), agent.phone());
            }
        }
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
        var offer = offers.get(callId);
        if (offer != null && offer.answered) {
            forget(offer);
        }
    }

    /** The agent's leg of a talk. */
    Optional<TalkLeg> talkLeg(UUID callId) {
        return Optional.ofNullable(offers.get(callId))
                .filter(offer -> offer.answered && !offer.told && !offer.isSilent())
                .map(offer -> new TalkLeg(offer.agentId, offer.legId));
    }

    boolean isTransferred(UUID callId) {
        var offer = offers.get(callId);
        return offer != null && offer.transferred;
    }

    /** Music for a caller who waits and for whom no phone is dialed. */
    void soundsWaiting(UUID callId) {
        boolean waits = distributor()
                .callNow(callId)
                .filter(now -> now.stage() == CallStage.WAITING)
                .isPresent();
        if (waits && !offers.containsKey(callId)) {
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
    public void ring(UUID agentId, UUID callId) {
        var offer = new Offer(agentId, callId);
        var phone = phones.get(agentId);
        var agi = legs.agi(callId);
        if (phone == null || agi.isEmpty()) {
            distributor().missed(agentId, callId, Missed.UNREACHABLE, clock.wallTime());
            return;
        }
        offers.put(callId, offer);
        // Dialing ends it.
        withMusic.remove(callId);
        var dial = AgiCommand.execute(DIAL, phone.dialString(), ringTime(callId), dialOptions);
        offer.dialing = shown(callId)
                .map(shown -> agi.get().run(shown, _ -> {}, dial, answer -> dialed(offer, answer)))
                .orElseGet(() -> agi.get().run(dial, answer -> dialed(offer, answer)));
    }

    /** What the agent's phone shows of the caller. */
    private Optional<AgiCommand> shown(UUID callId) {
        return Optional.ofNullable(requests.get(callId))
                .map(CallRequest::to)
                .filter(to -> Trunk.number(to.target(), true).isPresent())
                .map(to -> AgiCommand.callerId(to.targetName(), to.target()));
    }

    @Override
    public void stopRinging(UUID agentId, UUID callId) {
        var offer = offers.get(callId);
        if (offer == null || !offer.agentId.equals(agentId)) {
            distributor().missed(agentId, callId, Missed.WITHDRAWN, clock.wallTime());
            return;
        }
        offer.stopping = true;
        var dialing = offer.dialing;
        boolean never = dialing != null
                && legs.agi(callId).map(agi -> agi.withdraw(dialing)).orElse(false);
        if (never) {
            offer.over = true;
        } else if (!offer.isSilent()) {
            link.tell(orders.hangUpLeg(offer.legId));
        }
        settle(offer, clock.wallTime());
        clock.schedule(UNTIL_SILENT, () -> silent(offer));
    }

    @Override
    public void hangUp(UUID agentId, UUID callId) {
        var offer = offers.get(callId);
        if (offer != null && offer.answered && !offer.isSilent()) {
            offer.hungUp = true;
            link.tell(orders.hangUpLeg(offer.legId));
        }
    }

    @Override
    public Duration wrapUp(UUID agentId, UUID callId, UUID queueId) {
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
        var offer = offers.get(callId);
        if (offer != null) {
            forget(offer);
        }
    }

    /** What is known of the line of an agent may have changed. */
    void lineChanged(UUID agentId) {
        distributor().reachable(agentId, lines.isReachable(agentId));
        distributor().otherCall(agentId, lines.isInOtherCall(agentId));
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
        if (offer.isSilent() && (offer.over || (callIsOver && offer.stopping)) && !offer.told) {
            offer.told = true;
            forget(offer);
            distributor().missed(offer.agentId, offer.callId, offer.why(), at);
            soundsWaiting(offer.callId);
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

    void event(AmiMessage event, Instant at) {
        switch (event.event()) {
            case "Newchannel" -> created(event);
            case "DialBegin" -> dialing(event);
            case "Newstate" -> leg(event.get("Uniqueid")).ifPresent(offer -> stated(offer, event, at));
            case "DialState" -> leg(event.get("DestUniqueid")).ifPresent(offer -> rings(offer, at));
            case "DialEnd" ->
                leg(event.get("DestUniqueid"))
                        .filter(_ -> event.get("DialStatus").equals("ANSWER"))
                        .ifPresent(offer -> answered(offer, at));
            case "HangupRequest" ->
                leg(event.get("Uniqueid")).ifPresent(offer -> {
                    offer.phoneHungUp = true;
                    offer.endsBy(event.number("Cause"), event.number("TechCause"));
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
            case "DeviceStateChange" ->
                lines.stated(event.get("Device"), event.get("State")).forEach(this::lineChanged);
            default -> {
                // Of no meaning for phones.
            }
        }
    }

    private Optional<Offer> leg(String channelId) {
        return Optional.ofNullable(offersByLeg.get(channelId));
    }

    private void created(AmiMessage event) {
        var channelId = event.get("Uniqueid");
        var offer = ids.callOf(event.get("Linkedid")).map(offers::get).orElse(null);
        var device = PhoneDevice.ofChannel(event.get("Channel"));
        if (offer != null && offer.legId.isEmpty() && lines.agentsAt(device).contains(offer.agentId)) {
            bind(offer, channelId);
        } else if (ids.callOf(channelId).isEmpty()) {
            lines.created(channelId, event.get("Channel")).forEach(this::lineChanged);
        }
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
        lines.notOther(legId).forEach(this::lineChanged);
        if (offer.stopping) {
            link.tell(orders.hangUpLeg(legId));
        } else {
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
            // Asterisk looks after a talk by itself.
            calls.find(offer.callId).ifPresent(calls::leaveAlone);
            distributor().answered(offer.agentId, offer.callId, at);
        }
    }

    private void transferred(Offer offer, Instant at) {
        if (offer.answered && !offer.told) {
            offer.told = true;
            offer.transferred = true;
            released(offer, Released.TRANSFERRED, at);
        }
    }

    private void gone(AmiMessage event, Instant at) {
        var channelId = event.get("Uniqueid");
        lines.notOther(channelId).forEach(this::lineChanged);
        leg(channelId).ifPresent(offer -> {
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
    void listed(List<AmiMessage> rows, List<AmiMessage> deviceStates, Instant at) {
        var channels = new HashMap<String, AmiMessage>();
        rows.forEach(row -> channels.put(row.get("Uniqueid"), row));
        for (var row : rows) {
            findLeg(row, channels, at);
        }
        for (var offer : List.copyOf(offers.values())) {
            var call = channels.get(ids.of(offer.callId));
            if (call != null) {
                isAt(offer, call, channels.get(offer.legId), at);
            }
        }
        lines.listed(rows, deviceStates, offersByLeg.keySet());
        phones.keySet().forEach(this::lineChanged);
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
        if (offer == null && dials) {
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

    private void isAt(Offer offer, AmiMessage call, @Nullable AmiMessage leg, Instant at) {
        var application = call.get("Application");
        offer.legGone |= leg == null;
        if (leg != null && application.equals(DIAL)) {
            stated(offer, leg, at);
        } else if (application.equals("AGI")) {
            offer.legGone = true;
            offer.over = true;
            settle(offer, at);
        } else if (leg == null) {
            transferred(offer, at);
        }
    }
}
