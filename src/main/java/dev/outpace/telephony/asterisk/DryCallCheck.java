package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call from the dialplan to itself, which nobody's phone takes part in. What is told of it shows what the user may read; a
 * sound that it plays, whether callers can hear what this computer serves.
 */
final class DryCallCheck {
    private static final String MANAGER = "manager.conf";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String STATUS_ID = "check-status";

    private final EngineClock clock;
    private final CheckedExchange exchange;
    private final AsteriskSettings settings;
    private final @Nullable TrialSound sound;
    private final String id = "outpace-check-" + UUID.randomUUID();
    private final String waiting = id + ";2";

    private Runnable over = () -> {};
    private EngineClock.@Nullable Timer limit;
    /** Whether the channel of the call was told. */
    private boolean called;

    private boolean waits;
    private boolean ended;
    private boolean timeSeen;

    /** @param sound that the call plays; null if none is served */
    DryCallCheck(EngineClock clock, CheckedExchange exchange, AsteriskSettings settings, @Nullable TrialSound sound) {
        this.clock = clock;
        this.exchange = exchange;
        this.settings = settings;
        this.sound = sound;
    }

    /**
     * @param refused runs if there is no call
     * @param then runs when all is known that the call tells, and it is to be hung up
     */
    void run(Runnable refused, Runnable then) {
        over = then;
        limit = clock.schedule(
                LIMIT,
                () -> end(CheckResult.fail("dry_call", called ? "dry_call.no_agi" : "dry_call.unheard")
                        .paste(MANAGER, RightsCheck.LINES)));
        exchange.ask(
                AmiAction.of("Originate")
                        .with("Channel", "Local/" + settings.extension() + '@' + settings.context() + "/n")
                        .with("Application", "Wait")
                        .with("Data", "20")
                        .with("Async", "true")
                        .with("ChannelId", id)
                        .with("OtherChannelId", waiting),
                answer -> {
                    if (!answer.agrees()) {
                        cancel();
                        exchange.found(CheckResult.fail("dry_call", "dry_call.refused", answer.get("Message")));
                        refused.run();
                    }
                });
    }

    /** Of which check it is by now: of the call, or of the sound. */
    String name() {
        return waits ? "sound" : "dry_call";
    }

    /** Whether a channel is there that must be hung up. */
    boolean isCalled() {
        return called;
    }

    AmiAction hangUp() {
        return AmiAction.of("Hangup").with("Channel", id);
    }

    /** Nothing is told any more. */
    void cancel() {
        ended = true;
        if (limit != null) {
            limit.cancel();
        }
    }

    private void end(CheckResult result) {
        if (!ended) {
            cancel();
            exchange.found(result);
            over.run();
        }
    }

    void heard(AmiMessage event) {
        timeSeen |= !event.get("Timestamp").isEmpty();
        if (!event.get("Uniqueid").startsWith(id) || ended) {
            return;
        }
        called |= event.event().equals("Newchannel");
        if (event.event().equals("AsyncAGIStart") && !waits) {
            waits = true;
            begun();
        } else if (event.event().equals("AsyncAGIExec")
                && event.get("CommandId").equals(STATUS_ID)
                && sound != null) {
            boolean played = AgiAnswer.read(event.get("Result"), clock.wallTime())
                            instanceof AgiAnswer.Done(var _, var _, var value)
                    && value.equals("SUCCESS");
            end(played ? CheckResult.ok("sound", "sound.ok", sound.place()) : notPlayed(sound));
        }
    }

    private void begun() {
        exchange.found(
                called
                        ? CheckResult.ok("dry_call", "dry_call.ok")
                        : CheckResult.fail("dry_call", "dry_call.unheard").paste(MANAGER, RightsCheck.LINES));
        var times = timeSeen
                ? CheckResult.ok("timestamps", "timestamps.ok")
                : CheckResult.warn("timestamps", "timestamps.none")
                        .paste(MANAGER, "[general]\ntimestampevents = yes\n");
        if (sound == null) {
            end(times);
            return;
        }
        exchange.found(times);
        if (limit != null) {
            limit.cancel();
        }
        limit = clock.schedule(LIMIT, () -> end(notPlayed(sound)));
        command(AgiCommand.execute("Answer"), "check-answer");
        command(AgiCommand.execute("Playback", sound.address()), "check-sound");
        command(AgiCommand.read("PLAYBACKSTATUS"), STATUS_ID);
    }

    private void command(AgiCommand command, String commandId) {
        exchange.ask(
                AmiAction.of("AGI")
                        .with("Channel", waiting)
                        .with("Command", command.text())
                        .with("CommandID", commandId),
                // What was refused is not carried out, and told when the time is over.
                _ -> {});
    }

    private static CheckResult notPlayed(TrialSound sound) {
        return sound.isFetched().getAsBoolean()
                ? CheckResult.warn("sound", "sound.not_played", sound.place())
                : CheckResult.warn("sound", "sound.not_fetched", sound.place());
    }
}
