package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.flow.MediaOrder.StartRecording;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The recording of a call that its flow ordered. Asterisk records until it is told to stop; when that is, is decided here. It is
 * stopped past all commands, so that it ends on time whatever the call does.
 */
final class Recording {
    /** Within Asterisk's folder of recordings. */
    private static final String FOLDER = "outpace/";
    /** The variable in which Asterisk puts the number of a recording. */
    static final AgiCommand NUMBER = AgiCommand.read("OUTPACE_RECORDING");

    /** So long a person must be silent until Asterisk tells it. */
    private static final Duration SILENCE_TOLD_AFTER = Duration.ofSeconds(1);

    /** A network may send no packets while a person is silent, and Asterisk then tells nothing: so it is asked. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final String ANY_KEY = "any";

    private final AsteriskLink link;
    private final CallOrders orders;
    private final EngineClock clock;
    private final UUID callId;
    private int files;
    /** Whether the person speaks, as far as Asterisk was asked to tell. */
    private boolean speaking;

    private @Nullable Running running;

    private final class Running {
        final String number;
        final StartRecording rules;
        EngineClock.@Nullable Timer longest;
        EngineClock.@Nullable Timer silence;
        EngineClock.@Nullable Timer look;
        private String packets = "";

        Running(String number, StartRecording rules) {
            this.number = number;
            this.rules = rules;
            if (!rules.longest().isZero()) {
                longest = clock.schedule(rules.longest(), this::over);
            }
            if (speaking) {
                lookAgain();
            } else {
                silentFor(Duration.ZERO);
            }
        }

        void lookAgain() {
            if (look != null) {
                look.cancel();
            }
            if (!rules.silence().isZero()) {
                look = clock.schedule(
                        BETWEEN_LOOKS, () -> link.ask(orders.packets(callId), answer -> counted(answer.get("Value"))));
            }
        }

        /** The person spoke when Asterisk last told; without a packet since the last look, that is over. */
        private void counted(String now) {
            if (running != this || !speaking || now.isEmpty()) {
                return;
            }
            if (!now.equals(packets)) {
                speaks();
            } else if (silence == null) {
                silentFor(BETWEEN_LOOKS);
            }
            packets = now;
            lookAgain();
        }

        void silentFor(Duration already) {
            speaks();
            if (!rules.silence().isZero()) {
                var rest = rules.silence().minus(already);
                silence = clock.schedule(rest.isNegative() ? Duration.ZERO : rest, this::over);
            }
        }

        void speaks() {
            if (silence != null) {
                silence.cancel();
                silence = null;
            }
        }

        private void over() {
            if (running == this) {
                stop();
            }
        }
    }

    Recording(AsteriskLink link, CallOrders orders, EngineClock clock, UUID callId) {
        this.link = link;
        this.orders = orders;
        this.clock = clock;
        this.callId = callId;
    }

    /** Begins a file of its own. Both sides of the call are in it. */
    AgiCommand begin(RecordingFormat format) {
        var file = FOLDER + callId + '-' + ++files + '.' + format.ending();
        return AgiCommand.execute("MixMonitor", file, "i(OUTPACE_RECORDING)");
    }

    /** The whole call, from now on until its end, whatever else is recorded of it. Both sides are in it. */
    static AgiCommand whole(UUID callId) {
        return AgiCommand.execute("MixMonitor", FOLDER + callId + ".wav");
    }

    /** From now on Asterisk tells when the person speaks and is silent. */
    static AgiCommand listen() {
        return AgiCommand.set("TALK_DETECT(set)", Long.toString(SILENCE_TOLD_AFTER.toMillis()));
    }

    /** Asterisk records. */
    void begun(String number, StartRecording rules) {
        stop();
        running = new Running(number, rules);
    }

    void pressed(char key) {
        if (running != null) {
            var ends = running.rules.endKey();
            if (ends.equals(ANY_KEY) || ends.equals(String.valueOf(key))) {
                stop();
            }
        }
    }

    void spoke(boolean begins) {
        speaking = begins;
        if (running != null) {
            if (begins) {
                running.speaks();
                running.lookAgain();
            } else {
                running.silentFor(SILENCE_TOLD_AFTER);
            }
        }
    }

    /** No effect if nothing is recorded. */
    void stop() {
        var was = running;
        if (was == null) {
            return;
        }
        running = null;
        was.speaks();
        if (was.look != null) {
            was.look.cancel();
        }
        if (was.longest != null) {
            was.longest.cancel();
        }
        if (!was.number.isEmpty()) {
            // Without its number, the recording of the whole call would be stopped.
            link.tell(orders.stopRecording(callId, was.number));
        }
    }
}
