package dev.outpace.telephony.asterisk.ami;

import dev.outpace.engine.EngineClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A connection without a network: actions and messages pass as bytes, split at random, without delay. */
public final class MemoryWire implements AmiWire {
    private static final int LONGEST_PART = 200;

    private final EngineClock clock;
    private final SplittableRandom random;
    private final AmiDecoder toUs;
    private final AmiDecoder toExchange;
    private final Listener listener;
    private final Runnable closing;
    private long heardAt;
    private boolean closed;

    /**
     * @param actions hears our actions, as Asterisk reads them
     * @param closing hears that we closed the connection
     */
    public MemoryWire(
            EngineClock clock,
            SplittableRandom random,
            Listener listener,
            Consumer<AmiMessage> actions,
            Runnable closing) {
        this.clock = clock;
        this.random = random;
        this.listener = listener;
        this.closing = closing;
        heardAt = clock.monotonicNanos();
        toUs = new AmiDecoder(listener::greeted, message -> {
            if (!closed) {
                listener.received(message);
            }
        });
        toExchange = new AmiDecoder(_ -> {}, actions);
        var greeting = "we have none\r\n".getBytes(StandardCharsets.UTF_8);
        toExchange.feed(greeting, greeting.length);
    }

    /** What Asterisk writes. */
    public void write(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        heardAt = clock.monotonicNanos();
        for (int from = 0; from < bytes.length && !closed; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_PART));
            toUs.feed(Arrays.copyOfRange(bytes, from, to), to - from);
            from = to;
        }
    }

    /** Asterisk, or the network, ends the connection. */
    public void cut(String reason) {
        if (!closed) {
            closed = true;
            listener.closed(reason);
        }
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void send(AmiAction action) {
        var bytes = action.bytes();
        // What is written arrives, even if the connection is closed before it is read.
        clock.schedule(Duration.ZERO, () -> toExchange.feed(bytes, bytes.length));
    }

    @Override
    public long heardAt() {
        return heardAt;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closing.run();
        }
    }
}
