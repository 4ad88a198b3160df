package dev.outpace.telephony.asterisk;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that a whole check may take, whatever it consists of: nobody waits longer for a page of lines. */
public final class CheckTime {
    private static final Duration WHOLE = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final long begun;

    /** @param nanos a clock that only goes forward */
    CheckTime(LongSupplier nanos) {
        this.nanos = nanos;
        begun = nanos.getAsLong();
    }

    /** It runs from now on. */
    public static CheckTime begin() {
        return new CheckTime(System::nanoTime);
    }

    /** Never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, begun + WHOLE.toNanos() - nanos.getAsLong()));
    }

    public boolean isOver() {
        return left().isZero();
    }

    /** What could not be checked in time is no fault of the exchange, and no proof either. */
    public static CheckResult notTried(String name) {
        return CheckResult.warn(name, "not_tried", WHOLE.toSeconds());
    }
}
