package dev.outpace.telephony.asterisk;

import dev.outpace.flow.MediaOrder.StartRecording;
import dev.outpace.flow.MediaResult;
import org.jspecify.annotations.Nullable;

/**
 * Begins to record. Asterisk says that it records also where it has nothing that writes such files, so it is asked before; WAV is
 * what every Asterisk has.
 */
final class RecordOrder implements LegOrder {
    static final String NO_FORMAT = "flow.failed.format";

    private static final String LOADED = "1";

    private final CallLeg leg;
    private final RecordingFormat format;
    private final StartRecording rules;
    /** The command that waits until it can be given. */
    private AsyncAgi.@Nullable Given first;

    private boolean cancelled;

    RecordOrder(CallLeg leg, RecordingFormat format, StartRecording rules) {
        this.leg = leg;
        this.format = format;
        this.rules = rules;
    }

    @Override
    public void begin() {
        if (format == RecordingFormat.WAV) {
            record();
        } else {
            first = leg.agi().run(AgiCommand.isLoaded(format.module()), this::toldWhetherItCan);
        }
    }

    private void toldWhetherItCan(AgiAnswer answer) {
        switch (answer) {
            case AgiAnswer.Done(var at, var _, var value) -> {
                if (cancelled) {
                    leg.ended(this, MediaResult.failed(CallLeg.CANCELLED), at);
                } else if (value.equals(LOADED)) {
                    record();
                } else {
                    leg.ended(this, MediaResult.failed(NO_FORMAT), at);
                }
            }
            case AgiAnswer.Refused _, AgiAnswer.Lost _ -> leg.lost(this);
        }
    }

    private void record() {
        if (!rules.silence().isZero()) {
            var _ = leg.agi().run(Recording.listen(), _ -> {});
        }
        first = leg.agi().run(leg.recording().begin(format), this::begun, Recording.NUMBER, this::numbered);
    }

    private void begun(AgiAnswer answer) {
        if (!(answer instanceof AgiAnswer.Done)) {
            leg.lost(this);
        }
    }

    private void numbered(AgiAnswer answer) {
        if (answer instanceof AgiAnswer.Done(var at, var _, var number)) {
            leg.recording().begun(number, rules);
            leg.ended(this, MediaResult.DONE, at);
        } else {
            leg.lost(this);
        }
    }

    /** What Asterisk was told already takes no longer than a few milliseconds. */
    @Override
    public void cancel() {
        cancelled = true;
        if (first != null && leg.agi().withdraw(first)) {
            leg.ended(this, MediaResult.failed(CallLeg.CANCELLED), leg.clock().wallTime());
        }
    }
}
