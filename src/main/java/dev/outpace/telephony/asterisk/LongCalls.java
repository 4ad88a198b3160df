package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Phone;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.distribution.Distributor;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls to agents' phones that stand between callers: rung when an agent becomes available, kept while the agent is, and rung
 * again when one ends by anything else than the agent's own hanging up. Between talks each waits for commands in silence.
 */
final class LongCalls {
    /** How long a phone rings for its agent to come. */
    static final Duration RING = Duration.ofSeconds(30);

    /** After so many calls in vain the agent is away. */
    static final int MOST_TRIES = 3;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    /** After the phone's time to ring its end was told. */
    private static final Duration LATE_END = Duration.ofSeconds(5);

    private static final int UP = 6;

    private final EngineClock clock;
    private final AsteriskLink link;
    private final CallOrders orders;
    private final ChannelIds ids;
    private final AgentLines lines;
    private final Map<UUID, LongCall> calls = new LinkedHashMap<>();
    private @Nullable Distributor distributor;
    private long numbers;

    LongCalls(EngineClock clock, AsteriskLink link, CallOrders orders, ChannelIds ids, AgentLines lines) {
        this.clock = clock;
        this.link = link;
        this.orders = orders;
        this.ids = ids;
        this.lines = lines;
    }

    void reportTo(Distributor newDistributor) {
        distributor = newDistributor;
    }

    private Distributor distributor() {
        return Objects.requireNonNull(distributor);
    }

    /** Before the distributor is told of the agents. */
    void assign(Map<UUID, Phone> phones) {
        phones.forEach((agentId, phone) -> {
            var call = calls.computeIfAbsent(agentId, id -> new LongCall(id, phone));
            if (!call.phone.equals(phone)) {
                call.phone = phone;
                hangUp(call);
            }
        });
    }

    /** Returns whether it stands. */
    boolean connect(UUID agentId) {
        var call = calls.get(agentId);
        if (call == null) {
            return false;
        }
        call.wanted = true;
        call.tries = 0;
        ring(call);
        return call.stands;
    }

    void disconnect(UUID agentId) {
        var call = calls.get(agentId);
        if (call != null) {
            call.wanted = false;
            call.stopTrying();
            if (!call.talks) {
                hangUp(call);
            }
        }
    }

    private void hangUp(LongCall call) {
        if (!call.channelId.isEmpty()) {
            link.tell(orders.hangUpLeg(call.channelId));
        }
    }

    /** The channel to an agent's phone that is on the line. */
    Optional<String> channelTo(UUID agentId) {
        return Optional.ofNullable(calls.get(agentId))
                .filter(call -> call.stands)
                .map(call -> call.channelId);
    }

    /** Whether callers reach the agent in no other way. */
    boolean isWanted(UUID agentId) {
        var call = calls.get(agentId);
        return call != null && call.wanted;
    }

    /** What is known of the phone's line may have changed. */
    void lineChanged(UUID agentId) {
        var call = calls.get(agentId);
        if (call != null && call.nextTry == null) {
            ring(call);
        }
    }

    /** No effect while there is such a call, or none can be made. */
    private void ring(LongCall call) {
        boolean can = link.isUp() && lines.isReachable(call.agentId) && !lines.isInOtherCall(call.agentId);
        if (!call.wanted || !call.channelId.isEmpty() || !can) {
            return;
        }
        call.stopTrying();
        // No run of the program gives an id that another gave.
        var number = Long.toString(clock.wallTime().toEpochMilli(), Character.MAX_RADIX) + '.' + ++numbers;
        var channelId = ids.ofAgent(call.agentId, number);
        call.channelId = channelId;
        link.ask(orders.connect(call.phone, channelId, RING), answer -> {
            if (!answer.agrees()) {
                gone(call, channelId);
            }
        });
        clock.schedule(RING.plus(LATE_END), () -> {
            if (link.isUp() && !call.stands && call.channelId.equals(channelId)) {
                hangUp(call);
                gone(call, channelId);
            }
        });
    }

    private Optional<LongCall> find(String channelId) {
        return ids.agentOf(channelId).map(calls::get).filter(call -> call.channelId.equals(channelId));
    }

    /** Returns the agent who pressed the keys that end a talk; null for all else. */
    @Nullable
    UUID event(AmiMessage event) {
        var call = find(event.get("Uniqueid")).orElse(null);
        if (call == null) {
            if (event.event().equals("Newchannel")) {
                ids.agentOf(event.get("Uniqueid")).ifPresent(_ -> link.tell(orders.hangUpLeg(event.get("Uniqueid"))));
            }
            return null;
        }
        switch (event.event()) {
            case "AsyncAGIStart" -> waits(call);
            case "HangupRequest" -> call.hungUp = call.stands;
            case "Hangup" -> gone(call, call.channelId);
            case "OriginateResponse" -> {
                if (!event.get("Response").equals("Success")) {
                    gone(call, call.channelId);
                }
            }
            case "DTMFEnd" -> {
                char key = event.get("Digit").isEmpty() ? 0 : event.get("Digit").charAt(0);
                boolean ends = call.talks && call.lastKey == '*' && key == '0';
                call.lastKey = key;
                return ends ? call.agentId : null;
            }
            default -> {
                // Of no meaning for a call that stands.
            }
        }
        return null;
    }

    /** The phone is on the line, and talks to nobody. */
    private void waits(LongCall call) {
        call.talks = false;
        call.lastKey = 0;
        call.tries = 0;
        if (!call.wanted) {
            hangUp(call);
            return;
        }
        keep(call);
        if (!call.stands) {
            call.stands = true;
            distributor().connected(call.agentId, true);
        }
    }

    /** A caller was put through. */
    void talks(UUID agentId) {
        var call = calls.get(agentId);
        if (call != null && call.stands) {
            call.talks = true;
            call.lastKey = 0;
            call.passedOn = false;
            keep(call);
        }
    }

    void passedOn(UUID agentId) {
        var call = calls.get(agentId);
        if (call != null) {
            call.passedOn = true;
        }
    }

    private void gone(LongCall call, String channelId) {
        if (!call.channelId.equals(channelId)) {
            return;
        }
        boolean stood = call.stands;
        boolean byAgent = call.hungUp && !call.passedOn;
        call.isOver();
        if (stood && byAgent) {
            call.wanted = false;
            distributor().hungUp(call.agentId);
            return;
        }
        if (stood) {
            distributor().connected(call.agentId, false);
            ring(call);
        } else {
            triedInVain(call);
        }
    }

    private void triedInVain(LongCall call) {
        if (!call.wanted) {
            return;
        }
        if (++call.tries >= MOST_TRIES) {
            call.wanted = false;
            distributor().changeAgent(call.agentId, AgentStatus.AWAY, AwayReason.MISSED);
            distributor().hungUp(call.agentId);
            return;
        }
        call.nextTry = clock.schedule(BETWEEN_TRIES, () -> {
            call.nextTry = null;
            ring(call);
        });
    }

    /** Begins the time anew in which Asterisk keeps phones that nobody looks after; of one part of the calls. */
    void keep(int part, int parts) {
        for (var call : calls.values()) {
            if (call.stands && Math.floorMod(call.agentId.hashCode(), parts) == part) {
                keep(call);
            }
        }
    }

    private void keep(LongCall call) {
        link.tell(orders.keepAgent(call.channelId, call.talks));
    }

    /**
     * All that Asterisk has after a link was lost, or for the first time. Those of an earlier run are taken over, if they are still
     * wanted.
     */
    void listed(List<AmiMessage> rows) {
        var there = new HashMap<String, AmiMessage>();
        for (var row : rows) {
            var channelId = row.get("Uniqueid");
            ids.agentOf(channelId).ifPresent(agentId -> {
                there.put(channelId, row);
                var call = calls.get(agentId);
                if (call != null && call.wanted && call.channelId.isEmpty() && isUp(row)) {
                    call.channelId = channelId;
                } else if (call == null || !call.channelId.equals(channelId)) {
                    link.tell(orders.hangUpLeg(channelId));
                }
            });
        }
        for (var call : calls.values()) {
            if (!call.channelId.isEmpty()) {
                var row = there.get(call.channelId);
                isAt(call, row);
            }
        }
    }

    private static boolean isUp(AmiMessage row) {
        return row.number("ChannelState") == UP;
    }

    private void isAt(LongCall call, @Nullable AmiMessage row) {
        boolean stood = call.stands;
        if (row == null) {
            call.isOver();
        } else {
            call.stands = isUp(row);
            call.talks = call.stands && !row.get("BridgeId").isEmpty();
        }
        if (stood != call.stands) {
            distributor().connected(call.agentId, call.stands);
        }
    }

    /** The link is there, and all that it told has been heard. */
    void goOn() {
        for (var call : calls.values()) {
            if (call.stands) {
                keep(call);
            } else {
                lineChanged(call.agentId);
            }
        }
    }

    Set<String> channelIds() {
        var all = new HashSet<String>();
        calls.values().forEach(call -> all.add(call.channelId));
        return all;
    }
}
