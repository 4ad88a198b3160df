package dev.outpace.telephony.asterisk.real;

import java.time.Duration;
import java.util.List;

/** How long something took. */
record Quantiles(int count, Duration median, Duration p99, Duration longest) {
    static Quantiles of(List<Duration> all) {
        var sorted = all.stream().sorted().toList();
        return new Quantiles(
                sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100), sorted.getLast());
    }

    @Override
    public String toString() {
        return "p50 %d ms, p99 %d ms, longest %d ms, of %d"
                .formatted(median.toMillis(), p99.toMillis(), longest.toMillis(), count);
    }
}
