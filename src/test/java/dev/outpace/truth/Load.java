package dev.outpace.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How many programs wanted a processor: the system's average of the last minute, looked at every few seconds. */
final class Load {
    private static final Path AVERAGES = Path.of("/proc/loadavg");
    private static final long BETWEEN = Duration.ofSeconds(5).toNanos();

    private final DoubleSummaryStatistics seen = new DoubleSummaryStatistics();

    /** Waits and looks meanwhile. */
    void during(long nanos) throws IOException, InterruptedException {
        long end = System.nanoTime() + nanos;
        long left = nanos;
        while (left > 0) {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, BETWEEN));
            var text = Files.readString(AVERAGES);
            seen.accept(Double.parseDouble(text.substring(0, text.indexOf(' '))));
            left = end - System.nanoTime();
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f (mean), %.1f (highest)", seen.getAverage(), seen.getMax());
    }
}
