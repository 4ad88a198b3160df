package dev.outpace.telephony.asterisk.ami;

import dev.outpace.engine.EngineClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * Asterisk's clock, as ours. Each answered ping tells what Asterisk's clock showed between two moments of ours. Of the latest
 * pings the fastest counts, because it is wrong by at most half its time.
 */
public final class ExchangeTime {
    private static final int PINGS = 8;
    private static final int MICROS = 6;

    private final EngineClock clock;
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private Duration ahead = Duration.ZERO;

    /** @param ahead by how much Asterisk's clock is ahead of ours */
    private record Sample(Duration roundTrip, Duration ahead) {}

    public ExchangeTime(EngineClock clock) {
        this.clock = clock;
    }

    /** The time when an event happened, by our clock and never in the future. Now, if the event does not say. */
    public Instant of(AmiMessage event) {
        var now = clock.wallTime();
        var stamp = stamp(event);
        if (stamp.equals(Instant.EPOCH) || samples.isEmpty()) {
            return now;
        }
        var at = stamp.minus(ahead);
        return at.isAfter(now) ? now : at;
    }

    /** When a whole second of Asterisk's clock begins, by our clock. */
    public Instant ofSecond(long second) {
        return Instant.ofEpochSecond(second).minus(ahead);
    }

    /** The second that Asterisk's clock shows. */
    public long second() {
        return clock.wallTime().plus(ahead).getEpochSecond();
    }

    void pinged(Instant sent, AmiMessage pong) {
        var stamp = stamp(pong);
        if (stamp.equals(Instant.EPOCH)) {
            return;
        }
        var roundTrip = Duration.between(sent, clock.wallTime());
        samples.addLast(new Sample(roundTrip, Duration.between(sent.plus(roundTrip.dividedBy(2)), stamp)));
        if (samples.size() > PINGS) {
            samples.removeFirst();
        }
        var best = samples.getFirst();
        for (var sample : samples) {
            if (sample.roundTrip.compareTo(best.roundTrip) < 0) {
                best = sample;
            }
        }
        ahead = best.ahead;
    }

    /** Seconds since 1970 with six decimals. */
    private static Instant stamp(AmiMessage message) {
        var text = message.get("Timestamp");
        try {
            var micros = new BigDecimal(text).movePointRight(MICROS).longValue();
            return Instant.EPOCH.plusNanos(micros * 1_000);
        } catch (NumberFormatException none) {
            return Instant.EPOCH;
        }
    }
}
