package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallListened;
import dev.outpace.engine.EngineInput.Listened;
import dev.outpace.model.ListenMode;
import dev.outpace.model.Listening;
import dev.outpace.model.Listening.Ending;
import dev.outpace.model.Listening.Stage;
import dev.outpace.model.Phone;
import dev.outpace.telephony.SupervisorPhone;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The supervisor's phone, rung by Asterisk. Its channel waits for commands like that of a call; {@code EXEC ChanSpy} on the agent's
 * leg lets it hear a talk. The keys 4, 5 and 6 switch between listening, whispering and barging in, 9 leaves the talk; they are
 * pressed from here or on the phone, and Asterisk tells both alike.
 *
 * <p>ChanSpy lets go of a talk only with its next frame of sound: where neither side sends any, it ends with the talk.
 */
final class ChanSpyPhone implements SupervisorPhone {
    private static final Logger LOG = LoggerFactory.getLogger(ChanSpyPhone.class);

    static final Duration RING = Duration.ofSeconds(30);

    private static final char LEAVE = '9';
    /** The channel by its id, without tones, switched by keys, until the channel is gone. */
    private static final String OPTIONS = "quEdx(" + LEAVE + ')';

    private static final int RINGING_OR_UP = 5;

    private final EngineClock clock;
    private final AsteriskLink link;
    private final CallOrders orders;
    private final ChannelIds ids;
    private final AsteriskCalls calls;
    private final Function<UUID, Optional<TalkLeg>> talks;
    private Consumer<Listening> listener = _ -> {};
    private @Nullable SpyLeg leg;
    private boolean follows;
    private long legs;

    /** @param talks the agent's leg of a call; empty for one that is with no agent */
    ChanSpyPhone(
            EngineClock clock,
            AsteriskLink link,
            CallOrders orders,
            ChannelIds ids,
            AsteriskCalls calls,
            Function<UUID, Optional<TalkLeg>> talks) {
        this.clock = clock;
        this.link = link;
        this.orders = orders;
        this.ids = ids;
        this.calls = calls;
        this.talks = talks;
    }

    void reportTo(Consumer<Listening> newListener) {
        listener = newListener;
    }

    @Override
    public void listen(Phone phone, UUID callId, ListenMode mode) {
        var talk = talks.apply(callId);
        var now = leg;
        if (now != null && (!now.phone.equals(phone) || now.isEnding())) {
            noLonger(now, now.callId, clock.wallTime());
            end(now, Ending.STOPPED);
            tell(now, Stage.ENDED);
            leg = null;
            now = null;
        }
        if (talk.isEmpty() || !link.isUp()) {
            var why = link.isUp() ? Ending.NO_TALK : Ending.NO_LINK;
            if (now == null) {
                listener.accept(
                        new Listening(Stage.ENDED, callId, new UUID(0, 0), mode, follows, clock.wallTime(), why));
            }
            return;
        }
        if (now == null) {
            ring(phone, callId, talk.get(), mode);
        } else {
            moveTo(now, callId, talk.get(), mode);
        }
    }

    private void ring(Phone phone, UUID callId, TalkLeg talk, ListenMode mode) {
        var id = ids.supervisor(clock.wallTime().toEpochMilli() + "-" + ++legs);
        var made = new SpyLeg(
                id,
                phone,
                new AsyncAgi(link, orders, id, id, () -> orders.keepLeg(id)),
                callId,
                talk.agentId(),
                mode,
                clock.wallTime());
        leg = made;
        LOG.info("{} is rung for the call {}", phone.dialString(), callId);
        link.ask(orders.ring(phone, id, RING), answer -> {
            if (!answer.agrees()) {
                gone(made, Ending.NOT_REACHED);
            }
        });
        tell(made, Stage.CALLING);
    }

    private void moveTo(SpyLeg now, UUID callId, TalkLeg talk, ListenMode mode) {
        if (now.callId.equals(callId) && now.stage != Stage.WAITING) {
            now.wanted = mode;
            press(now);
            return;
        }
        now.callId = callId;
        now.agentId = talk.agentId();
        now.wanted = mode;
        now.mode = mode;
        if (now.spies) {
            leave(now);
        } else if (now.up) {
            spy(now);
        }
        tell(now, Stage.CALLING);
    }

    /** The leg waits for commands. */
    private void spy(SpyLeg now) {
        var talk = talks.apply(now.callId);
        if (talk.isEmpty() || now.isEnding()) {
            talkIsOver(now);
            return;
        }
        now.spies = true;
        now.leaves = false;
        now.keyLeaves = false;
        var command = AgiCommand.execute("ChanSpy", talk.get().channelId(), OPTIONS);
        var target = now.callId;
        now.agi.run(command, answer -> {
            now.spies = false;
            noLonger(now, target, answer.at());
            if (leg != now || now.isEnding()) {
                return;
            }
            if (!now.callId.equals(target)) {
                spy(now);
            } else if (now.keyLeaves && !now.leaves) {
                end(now, Ending.STOPPED);
            } else {
                // The agent's channel is gone; that the talk is over may be told after it.
                talkIsOver(now);
            }
        });
    }

    private void noLonger(SpyLeg now, UUID callId, Instant at) {
        now.hears = false;
        if (now.noted) {
            now.noted = false;
            note(now, callId, Listened.ENDED, at);
        }
    }

    private void note(SpyLeg now, UUID callId, Listened what, Instant at) {
        LOG.info("{} {} the call {}", now.phone.dialString(), what, callId);
        calls.find(callId)
                .ifPresent(call ->
                        call.tell(at, moment -> new CallListened(moment, callId, what, now.phone.dialString())));
    }

    private void talkIsOver(SpyLeg now) {
        if (follows && !now.isEnding()) {
            tell(now, Stage.WAITING);
        } else {
            end(now, Ending.TALK_OVER);
        }
    }

    private void leave(SpyLeg now) {
        now.leaves = true;
        link.tell(orders.key(now.channelId, LEAVE));
    }

    /** Presses the key of the mode that is wanted, if it is another. */
    private void press(SpyLeg now) {
        if (now.hears && now.wanted != now.mode) {
            link.tell(orders.key(now.channelId, key(now.wanted)));
        }
    }

    private static char key(ListenMode mode) {
        return switch (mode) {
            case LISTEN -> '4';
            case WHISPER -> '5';
            case BARGE -> '6';
        };
    }

    @Override
    public void change(ListenMode mode) {
        var now = leg;
        if (now != null && !now.isEnding() && link.isUp()) {
            now.wanted = mode;
            if (now.hears) {
                press(now);
            } else {
                now.mode = mode;
                tell(now, now.stage);
            }
        }
    }

    @Override
    public void follow(boolean newFollows) {
        follows = newFollows;
        var now = leg;
        if (now != null) {
            if (now.stage == Stage.WAITING && !follows) {
                end(now, Ending.STOPPED);
            } else {
                tell(now, now.stage);
            }
        }
    }

    @Override
    public void stop() {
        if (leg != null) {
            end(leg, Ending.STOPPED);
        }
    }

    /** Asterisk does not know a channel that it has not shown yet: then it is hung up as soon as it is. */
    private void end(SpyLeg now, Ending why) {
        if (!now.isEnding()) {
            now.ending = why;
        }
        if (now.created) {
            link.tell(orders.hangUpLeg(now.channelId));
        }
    }

    private void gone(SpyLeg now, Ending otherwise) {
        noLonger(now, now.callId, clock.wallTime());
        if (!now.isEnding()) {
            now.ending = otherwise;
        }
        if (leg == now) {
            leg = null;
            tell(now, Stage.ENDED);
        }
    }

    private void tell(SpyLeg now, Stage stage) {
        if (now.stage != stage) {
            now.stage = stage;
            now.since = clock.wallTime();
        }
        listener.accept(new Listening(
                stage,
                now.callId,
                now.agentId,
                now.mode,
                follows,
                now.since,
                stage == Stage.ENDED ? now.ending : Ending.NONE));
    }

    /** What the engine is told of calls and agents. */
    void told(EngineInput input) {
        var now = leg;
        if (now == null || now.isEnding()) {
            return;
        }
        switch (input) {
            case AgentConnected(var _, var callId, var agentId) -> {
                if (now.stage == Stage.WAITING && agentId.equals(now.agentId)) {
                    talks.apply(callId).ifPresent(talk -> moveTo(now, callId, talk, now.mode));
                }
            }
            case AgentReleased(var _, var callId, var _, var _) -> isOver(now, callId);
            case CallEnded ended -> isOver(now, ended.callId());
            default -> {
                // Of no meaning for a supervisor.
            }
        }
    }

    private void isOver(SpyLeg now, UUID callId) {
        if (now.callId.equals(callId) && now.stage != Stage.WAITING) {
            if (now.spies) {
                leave(now);
            } else {
                talkIsOver(now);
            }
        }
    }

    void event(AmiMessage event, Instant at) {
        var now = leg;
        var channelId = event.get(event.event().startsWith("ChanSpy") ? "SpyerUniqueid" : "Uniqueid");
        if (now == null || !channelId.equals(now.channelId)) {
            if (event.event().equals("Newchannel") && ids.isSupervisor(channelId)) {
                // It was given up before Asterisk made it.
                link.tell(orders.hangUpLeg(channelId));
            }
            return;
        }
        switch (event.event()) {
            case "Newchannel" -> created(now);
            case "AsyncAGIStart" -> picksUp(now, at);
            case "AsyncAGIExec" -> now.agi.executed(event.get("CommandID"), event.get("Result"), at);
            case "AsyncAGIEnd" -> now.agi.ended(at);
            case "ChanSpyStart" -> hears(now, at);
            case "DTMFEnd" -> pressed(now, event.get("Digit"), at);
            case "OriginateResponse" -> {
                if (event.get("Response").equals("Failure")) {
                    gone(now, Ending.NOT_REACHED);
                }
            }
            case "HangupRequest" -> end(now, now.up ? Ending.HUNG_UP : Ending.NOT_REACHED);
            case "Hangup" -> gone(now, now.up ? Ending.LOST : Ending.NOT_REACHED);
            default -> {
                // Of no meaning here.
            }
        }
    }

    private void created(SpyLeg now) {
        now.created = true;
        if (now.isEnding()) {
            end(now, now.ending);
        }
    }

    private void picksUp(SpyLeg now, Instant at) {
        now.created = true;
        now.agi.begun(at);
        if (!now.up) {
            now.up = true;
            keep();
            spy(now);
        }
    }

    private void hears(SpyLeg now, Instant at) {
        if (now.isEnding()) {
            return;
        }
        now.hears = true;
        now.noted = true;
        now.mode = ListenMode.LISTEN;
        note(now, now.callId, Listened.LISTEN, at);
        press(now);
        tell(now, Stage.HEARING);
    }

    private void pressed(SpyLeg now, String digit, Instant at) {
        now.keyLeaves |= digit.equals(String.valueOf(LEAVE));
        for (var mode : ListenMode.values()) {
            if (now.hears && digit.equals(String.valueOf(key(mode))) && now.mode != mode) {
                now.mode = mode;
                now.wanted = mode;
                note(now, now.callId, Listened.valueOf(mode.name()), at);
                tell(now, now.stage);
            }
        }
    }

    /** Begins the time anew after which Asterisk ends the leg by itself: nobody listens unseen when this program is gone. */
    void keep() {
        if (leg != null && leg.up) {
            link.tell(orders.keepLeg(leg.channelId));
        }
    }

    void linkIsLost() {
        if (leg != null) {
            tell(leg, Stage.UNKNOWN);
        }
    }

    /** @param channels all that there are, as Asterisk lists them */
    void linkIsBack(List<AmiMessage> channels) {
        for (var row : channels) {
            var id = row.get("Uniqueid");
            if (ids.isSupervisor(id) && (leg == null || !id.equals(leg.channelId))) {
                link.tell(orders.hangUpLeg(id));
            }
        }
        var now = leg;
        if (now == null) {
            return;
        }
        var row = channels.stream()
                .filter(channel -> channel.get("Uniqueid").equals(now.channelId))
                .findFirst();
        if (row.isEmpty()) {
            gone(now, Ending.LOST);
            return;
        }
        now.created = true;
        if (now.isEnding()) {
            end(now, now.ending);
        } else if (row.get().number("ChannelState") > RINGING_OR_UP) {
            isStillUp(now);
        } else {
            tell(now, Stage.CALLING);
        }
    }

    private void isStillUp(SpyLeg now) {
        keep();
        boolean talks = this.talks.apply(now.callId).isPresent();
        if (!now.up) {
            now.up = true;
            now.agi.begun(clock.wallTime());
            spy(now);
        } else if (!talks && now.spies) {
            leave(now);
            now.agi.linkIsBack();
        } else if (!talks) {
            talkIsOver(now);
        } else {
            now.agi.linkIsBack();
            tell(now, now.hears ? Stage.HEARING : Stage.CALLING);
        }
    }
}
