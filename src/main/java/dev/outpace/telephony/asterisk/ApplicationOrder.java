package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.flow.MediaResult;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out an application of the dialplan, and reads a variable that tells what came of it. */
final class ApplicationOrder implements LegOrder {
    /** Asterisk does not have the application. */
    private static final int NO_APPLICATION = -2;

    private final CallLeg leg;
    private final AgiCommand command;
    private final Duration longest;
    private final AgiCommand question;
    private final Function<String, MediaResult> verdict;
    private AsyncAgi.@Nullable Given given;
    private EngineClock.@Nullable Timer timer;
    private @Nullable MediaResult brokenOff;
    private boolean missing;

    /**
     * @param longest after which it is broken off and counts as done; zero for no limit
     * @param verdict the result, by the value of the variable
     */
    ApplicationOrder(
            CallLeg leg,
            AgiCommand command,
            Duration longest,
            AgiCommand question,
            Function<String, MediaResult> verdict) {
        this.leg = leg;
        this.command = command;
        this.longest = longest;
        this.question = question;
        this.verdict = verdict;
    }

    @Override
    public void begin() {
        if (!longest.isZero()) {
            timer = leg.clock().schedule(longest, () -> breakOff(MediaResult.DONE));
        }
        given = leg.agi().run(command, this::carriedOut, question, this::told);
    }

    @Override
    public boolean isWithOthers() {
        return command.keepsPerson();
    }

    private void carriedOut(AgiAnswer answer) {
        if (timer != null) {
            timer.cancel();
        }
        if (brokenOff != null) {
            leg.ended(this, brokenOff, answer.at());
        } else {
            missing = answer instanceof AgiAnswer.Done(var _, var code, var _) && code == NO_APPLICATION;
        }
    }

    private void told(AgiAnswer answer) {
        if (brokenOff != null) {
            leg.ended(this, brokenOff, answer.at());
        } else if (answer instanceof AgiAnswer.Done(var at, var _, var value)) {
            leg.ended(this, missing ? MediaResult.failed(CallLeg.NOT_POSSIBLE) : verdict.apply(value), at);
        } else {
            leg.lost(this);
        }
    }

    @Override
    public void cancel() {
        breakOff(MediaResult.failed(CallLeg.CANCELLED));
    }

    private void breakOff(MediaResult how) {
        if (brokenOff != null) {
            return;
        }
        brokenOff = how;
        if (given != null && leg.agi().withdraw(given)) {
            leg.ended(this, how, leg.clock().wallTime());
        } else {
            leg.agi().breakOff();
        }
    }
}
