package dev.outpace.telephony.asterisk;

import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event of AMI about a channel that matters for a call. Asterisk may tell them in another order than they happened. */
sealed interface ChannelEvent {
    /** Asterisk's id of the channel. */
    String channelId();

    record Created(String channelId) implements ChannelEvent {}

    record Stated(String channelId, ChannelState state) implements ChannelEvent {}

    /** What the dialed party does, in Asterisk's words: {@code RINGING}, {@code PROGRESS}. */
    record Dialing(String channelId, String status) implements ChannelEvent {}

    /** How dialing ended, in Asterisk's words: {@code ANSWER}, {@code BUSY}, {@code CONGESTION}, {@code NOANSWER}. */
    record Dialed(String channelId, String status) implements ChannelEvent {}

    /** The far end hung up. */
    record HungUpByFarEnd(String channelId) implements ChannelEvent {}

    /** @param reason Asterisk's control frame: 3 for a time-out, 4 answered, 5 busy, 8 congestion, 0 for anything else */
    record Originated(String channelId, boolean answered, int reason) implements ChannelEvent {}

    /**
     * @param cause of Q.850; 0 where Asterisk does not know
     * @param techCause the status of SIP; 0 where there is none
     */
    record Gone(String channelId, int cause, int techCause) implements ChannelEvent {}

    /** What matters for the orders to a call's leg. */
    sealed interface OfLeg extends ChannelEvent {}

    /** The channel waits for commands. */
    record AgiBegun(String channelId) implements OfLeg {}

    /** @param result as Asterisk writes it, see {@link AgiAnswer#read} */
    record AgiExecuted(String channelId, String commandId, String result) implements OfLeg {}

    /** The channel waits for commands no longer. */
    record AgiEnded(String channelId) implements OfLeg {}

    /** The person pressed a key and let it go. */
    record KeyUp(String channelId, char key) implements OfLeg {}

    /** The person begins to speak, or has been silent for as long as was asked about. */
    record Spoke(String channelId, boolean begins) implements OfLeg {}

    /** A channel comes into a bridge, where channels hear each other, or leaves it. */
    record Bridged(String channelId, String bridgeId, boolean enters) implements ChannelEvent {}

    /** Empty for all other events. */
    static Optional<ChannelEvent> of(AmiMessage event) {
        return Optional.ofNullable(
                switch (event.event()) {
                    case "Newchannel" -> new Created(event.get("Uniqueid"));
                    case "Newstate" -> new Stated(event.get("Uniqueid"), ChannelState.of(event.number("ChannelState")));
                    case "DialState" -> new Dialing(event.get("DestUniqueid"), event.get("DialStatus"));
                    case "DialEnd" -> new Dialed(event.get("DestUniqueid"), event.get("DialStatus"));
                    case "HangupRequest" -> new HungUpByFarEnd(event.get("Uniqueid"));
                    case "OriginateResponse" ->
                        new Originated(
                                event.get("Uniqueid"), event.get("Response").equals("Success"), event.number("Reason"));
                    case "Hangup" ->
                        new Gone(event.get("Uniqueid"), event.number("Cause"), techCause(event.get("TechCause")));
                    case "AsyncAGIStart" -> new AgiBegun(event.get("Uniqueid"));
                    case "AsyncAGIExec" ->
                        new AgiExecuted(event.get("Uniqueid"), event.get("CommandId"), event.get("Result"));
                    case "AsyncAGIEnd" -> new AgiEnded(event.get("Uniqueid"));
                    case "DTMFEnd" -> keyUp(event);
                    case "BridgeEnter" -> new Bridged(event.get("Uniqueid"), event.get("BridgeUniqueid"), true);
                    case "BridgeLeave" -> new Bridged(event.get("Uniqueid"), event.get("BridgeUniqueid"), false);
                    case "ChannelTalkingStart" -> new Spoke(event.get("Uniqueid"), true);
                    case "ChannelTalkingStop" -> new Spoke(event.get("Uniqueid"), false);
                    default -> null;
                });
    }

    /** Null for keys that Asterisk itself sends. */
    private static @Nullable ChannelEvent keyUp(AmiMessage event) {
        var key = event.get("Digit");
        return event.get("Direction").equals("Received") && key.length() == 1
                ? new KeyUp(event.get("Uniqueid"), key.charAt(0))
                : null;
    }

    /** The status may be followed or preceded by words, {@code SIP 486 Busy Here}. */
    private static int techCause(String text) {
        var digits = text.replaceFirst("^\\D*", "").replaceFirst("\\D.*$", "");
        return digits.isEmpty() || digits.length() > 3 ? 0 : Integer.parseInt(digits);
    }
}
