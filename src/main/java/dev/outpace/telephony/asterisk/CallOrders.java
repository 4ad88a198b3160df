package dev.outpace.telephony.asterisk;

import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Phone;
import dev.outpace.telephony.asterisk.ami.AmiAction;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The actions of AMI for a call. */
record CallOrders(AsteriskSettings settings, ChannelIds ids) {
    /**
     * A call that nobody looks after is ended by Asterisk after this time, so that no caller waits in silence when this program
     * is gone.
     */
    static final Duration LEFT_ALONE = Duration.ofSeconds(15);

    /** After a talk of which nobody hears the end any more, an agent's phone is not kept on the line for longer. */
    private static final Duration LONGEST_UNHEARD_TALK = Duration.ofMinutes(30);

    /** Normal clearing, in Q.850. */
    private static final String NORMAL = "16";

    private static final String TIMER = "TIMEOUT(absolute)";

    /** Asterisk ends the call after {@link #LEFT_ALONE}, unless somebody looks after it. */
    static final AgiCommand UNTIL_LOOKED_AFTER = AgiCommand.set(TIMER, Long.toString(LEFT_ALONE.toSeconds()));

    /** Empty for an address that can't be dialed. */
    Optional<AmiAction> originate(CallRequest request) {
        return settings.trunk().dialString(request.to()).map(channel -> originate(request, channel));
    }

    private AmiAction originate(CallRequest request, String channel) {
        var from = request.from() == null ? settings.callerId() : request.from().target();
        var action = AmiAction.of("Originate")
                .with("Channel", channel)
                .with("ChannelId", ids.of(request.callId()))
                .with("Context", settings.context())
                .with("Exten", settings.extension())
                .with("Priority", "1")
                .with("Timeout", Long.toString(request.ringFor().toMillis()))
                .with("Async", "true")
                .with("Variable", "__OUTPACE_CALL=" + request.callId())
                .with(
                        "Variable",
                        TIMER + '=' + request.ringFor().plus(LEFT_ALONE).toSeconds());
        return Trunk.number(from, true)
                .map(number -> action.with("CallerID", '<' + number + '>'))
                .orElse(action);
    }

    AmiAction hangUp(UUID callId) {
        return AmiAction.of("Hangup").with("Channel", ids.of(callId)).with("Cause", NORMAL);
    }

    /** Begins the time anew in which somebody must look after the call. */
    AmiAction keep(UUID callId) {
        return keepLeg(ids.of(callId));
    }

    /** The same for a channel that is not of a call. */
    AmiAction keepLeg(String channelId) {
        return AmiAction.of("Setvar")
                .with("Channel", channelId)
                .with("Variable", TIMER)
                .with("Value", Long.toString(LEFT_ALONE.toSeconds()));
    }

    /** Ends the time in which somebody must look after the call. */
    AmiAction keepForever(UUID callId) {
        return AmiAction.of("Setvar")
                .with("Channel", ids.of(callId))
                .with("Variable", TIMER)
                .with("Value", "0");
    }

    /** The same, as a command of the channel, carried out also when nobody looks after the call by then. */
    AgiCommand aloneAgain() {
        return AgiCommand.set(TIMER, Long.toString(LEFT_ALONE.toSeconds()));
    }

    /** Calls an agent's phone; whoever picks up stays on the line. */
    AmiAction connect(Phone phone, String channelId, Duration ringFor) {
        var number = Trunk.number(settings.callerId(), true).orElse("");
        return AmiAction.of("Originate")
                .with("Channel", phone.dialString())
                .with("ChannelId", channelId)
                .with("Context", settings.context())
                .with("Exten", settings.extension())
                .with("Priority", "1")
                .with("Timeout", Long.toString(ringFor.toMillis()))
                .with("Async", "true")
                .with("CallerID", "\"Outpace\" <" + number + '>')
                .with("Variable", TIMER + '=' + ringFor.plus(LEFT_ALONE).toSeconds());
    }

    /** Begins the time anew in which somebody must look after an agent's phone on the line. */
    AmiAction keepAgent(String channelId, boolean talks) {
        return AmiAction.of("Setvar")
                .with("Channel", channelId)
                .with("Variable", TIMER)
                .with("Value", Long.toString((talks ? LONGEST_UNHEARD_TALK : LEFT_ALONE).toSeconds()));
    }

    /**
     * Puts a caller through to a phone on the line. After a beep the two talk, until one of them leaves; then the phone waits for
     * commands again, and so does the caller.
     */
    AgiCommand putThrough(String channelId) {
        return AgiCommand.execute("Bridge", channelId, "pF(" + settings.context() + '^' + settings.extension() + "^1)");
    }

    /** @param note of a wait or a talk; empty for a call that does neither any more */
    AmiAction note(UUID callId, String note) {
        return AmiAction.of("Setvar")
                .with("Channel", ids.of(callId))
                .with("Variable", WaitingNote.VARIABLE)
                .with("Value", note);
    }

    /** Ends the leg to an agent's phone. */
    AmiAction hangUpLeg(String channelId) {
        return AmiAction.of("Hangup").with("Channel", channelId).with("Cause", NORMAL);
    }

    /**
     * Rings a phone whose channel then waits for commands.
     *
     * @param channelId for its channel
     */
    AmiAction ring(Phone phone, String channelId, Duration ringFor) {
        var action = AmiAction.of("Originate")
                .with("Channel", phone.dialString())
                .with("ChannelId", channelId)
                .with("Context", settings.context())
                .with("Exten", settings.extension())
                .with("Priority", "1")
                .with("Timeout", Long.toString(ringFor.toMillis()))
                .with("Async", "true")
                .with("Variable", TIMER + '=' + ringFor.plus(LEFT_ALONE).toSeconds());
        return Trunk.number(settings.callerId(), true)
                .map(number -> action.with("CallerID", "\"Outpace\" <" + number + '>'))
                .orElse(action);
    }

    /** Lets Asterisk hear a key as if it were pressed on the phone of this channel. */
    AmiAction key(String channelId, char key) {
        return AmiAction.of("PlayDTMF")
                .with("Channel", channelId)
                .with("Digit", String.valueOf(key))
                .with("Receive", "true");
    }

    AmiAction deviceStates() {
        return AmiAction.of("DeviceStateList");
    }

    /** A command for a channel that waits for them. Its id comes back with its end. */
    AmiAction command(String channelId, AgiCommand command, String commandId) {
        return AmiAction.of("AGI")
                .with("Channel", channelId)
                .with("Command", command.text())
                .with("CommandID", commandId);
    }

    /** Ends what a channel does; it then waits for commands again. */
    AmiAction backToCommands(String channelId) {
        return AmiAction.of("Redirect")
                .with("Channel", channelId)
                .with("Context", settings.context())
                .with("Exten", settings.extension())
                .with("Priority", "1");
    }

    AmiAction stopSound(String channelId) {
        return AmiAction.of("ControlPlayback").with("Channel", channelId).with("Control", "stop");
    }

    /** @param number of the recording, as Asterisk knows it */
    AmiAction stopRecording(UUID callId, String number) {
        return AmiAction.of("StopMixMonitor").with("Channel", ids.of(callId)).with("MixMonitorID", number);
    }

    /** All of Asterisk's own queues, with their members and callers. */
    AmiAction queues() {
        return AmiAction.of("QueueStatus");
    }

    /** A value of a queue's settings, as its file has it. */
    AmiAction queueSetting(String queue, String name) {
        return AmiAction.of("Getvar").with("Variable", "AST_CONFIG(queues.conf," + queue + ',' + name + ')');
    }

    /** Makes a phone a member of a queue. */
    AmiAction addMember(String queue, String phone, String name, boolean paused) {
        return AmiAction.of("QueueAdd")
                .with("Queue", queue)
                .with("Interface", phone)
                .with("MemberName", name)
                .with("Paused", Boolean.toString(paused));
    }

    AmiAction removeMember(String queue, String phone) {
        return AmiAction.of("QueueRemove").with("Queue", queue).with("Interface", phone);
    }

    AmiAction pauseMember(String queue, String phone, boolean paused, String reason) {
        return AmiAction.of("QueuePause")
                .with("Queue", queue)
                .with("Interface", phone)
                .with("Paused", Boolean.toString(paused))
                .with("Reason", reason);
    }

    /** Asks how many packets of sound came from the person; a channel other than of PJSIP has no answer. */
    AmiAction packets(UUID callId) {
        return AmiAction.of("Getvar").with("Channel", ids.of(callId)).with("Variable", "CHANNEL(rtcp,rxcount)");
    }

    AmiAction channels() {
        return AmiAction.of("CoreShowChannels");
    }
}
