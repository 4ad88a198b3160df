package dev.outpace.ui.settings;

import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.CheckLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last check of a connection: what it was of, its lines so far, and what they come to. */
final class CheckProgress {
    private final List<CheckLine> lines = new ArrayList<>();
    private @Nullable AsteriskConnection checked;
    private Instant began = Instant.EPOCH;
    private Instant ended = Instant.EPOCH;
    private boolean running;

    void begin(AsteriskConnection connection, Instant now) {
        lines.clear();
        checked = connection;
        began = now;
        running = true;
    }

    void found(CheckLine line) {
        lines.add(line);
    }

    void end(Instant now) {
        running = false;
        ended = now;
    }

    List<CheckLine> lines() {
        return lines;
    }

    boolean isRunning() {
        return running;
    }

    /** Nothing was checked yet. */
    boolean isNone() {
        return checked == null;
    }

    /** What was checked is another connection than this by now. */
    boolean isOutdated(AsteriskConnection now) {
        return checked != null && !checked.equals(now);
    }

    long count(CheckLine.State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    /** All was checked, and calls can be made. */
    boolean isPassed() {
        return !running && !lines.isEmpty() && count(CheckLine.State.FAIL) == 0;
    }

    Instant ended() {
        return ended;
    }

    Duration took() {
        return Duration.between(began, ended);
    }
}
