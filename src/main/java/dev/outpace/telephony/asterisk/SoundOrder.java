package dev.outpace.telephony.asterisk;

import dev.outpace.flow.MediaResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Plays sounds, one after the other. One that can't be played is left out, and the order ends with a problem. {@code Playback} is
 * used because the commands for sounds end the call when a file is missing.
 */
final class SoundOrder implements LegOrder {
    static final String NOT_PLAYED = "flow.failed.sound";
    static final String NOT_SPOKEN = "flow.failed.speech";

    private static final AgiCommand STATUS = AgiCommand.read("PLAYBACKSTATUS");
    private static final String SUCCESS = "SUCCESS";
    /** A sound that plays stops within a millisecond. One that was about to begin does not hear the order to stop. */
    private static final Duration UNTIL_STOPPED = Duration.ofMillis(40);

    private final CallLeg leg;
    private final Executor home;
    private final ArrayDeque<CompletableFuture<String>> left;
    private final boolean untilKey;
    private final boolean waits;
    private MediaResult result = MediaResult.DONE;
    /** The sound that plays, or waits until it can. */
    private AsyncAgi.@Nullable Given playing;

    private boolean stopped;
    private boolean over;

    /**
     * @param home runs tasks on the thread of the engine's clock
     * @param sounds each as Asterisk plays it; empty for one that it can't play, failed for one that could not be spoken
     * @param untilKey a key stops it
     * @param waits false: it counts as ended once it has begun
     */
    SoundOrder(CallLeg leg, Executor home, List<CompletableFuture<String>> sounds, boolean untilKey, boolean waits) {
        this.leg = leg;
        this.home = home;
        left = new ArrayDeque<>(sounds);
        this.untilKey = untilKey;
        this.waits = waits;
    }

    @Override
    public void begin() {
        next(leg.clock().wallTime());
    }

    private void next(Instant at) {
        var sound = left.poll();
        if (sound == null) {
            end(at);
        } else {
            var _ = sound.whenCompleteAsync((name, failure) -> made(failure == null ? name : null), home);
        }
    }

    /** @param name null if it could not be spoken */
    private void made(@Nullable String name) {
        if (over) {
            return;
        }
        var now = leg.clock().wallTime();
        if (name == null || name.isEmpty() || !AgiCommand.canBeArgument(name)) {
            result = MediaResult.failed(name == null ? NOT_SPOKEN : NOT_PLAYED);
            next(now);
            return;
        }
        playing = leg.agi().run(AgiCommand.execute("Playback", name), this::played, STATUS, this::told);
        if (!waits) {
            leg.goesOn(this);
            leg.ended(this, result, now);
        }
    }

    private void played(AgiAnswer answer) {
        playing = null;
        if (stopped) {
            end(answer.at());
        } else if (!(answer instanceof AgiAnswer.Done(var _, var code, var _)) || code < 0) {
            leg.lost(this);
        }
    }

    private void told(AgiAnswer answer) {
        if (over || stopped) {
            return;
        }
        if (answer instanceof AgiAnswer.Done(var at, var _, var status)) {
            if (!status.equals(SUCCESS)) {
                result = MediaResult.failed(NOT_PLAYED);
            }
            next(at);
        } else {
            leg.lost(this);
        }
    }

    @Override
    public void pressed(char key) {
        if (untilKey) {
            stop(MediaResult.DONE);
        }
    }

    @Override
    public void cancel() {
        stop(MediaResult.failed(CallLeg.CANCELLED));
    }

    private void stop(MediaResult how) {
        if (stopped || over) {
            return;
        }
        stopped = true;
        if (result.problem().isEmpty()) {
            result = how;
        }
        if (playing == null || leg.agi().withdraw(playing)) {
            end(leg.clock().wallTime());
        } else {
            leg.agi().stopSound();
            leg.clock().schedule(UNTIL_STOPPED, () -> {
                if (!over) {
                    leg.agi().breakOff();
                }
            });
        }
    }

    private void end(Instant at) {
        over = true;
        leg.ended(this, result, at);
    }
}
