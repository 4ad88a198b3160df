package dev.outpace.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.Telephony.Capability;
import dev.outpace.journal.JournalEntry.Claimed;
import dev.outpace.journal.JournalEntry.Counted;
import dev.outpace.journal.JournalEntry.Opened;
import dev.outpace.journal.JournalEntry.Taken;
import dev.outpace.model.TargetCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written comes back. */
class EntryCodecTest {
    private static final Instant START = Instant.parse("2026-11-27T08:00:00.123456789Z");

    private final Recent.Tables written = new Recent.Tables();
    private final Recent.Tables read = new Recent.Tables();

    private static FileHeader header(double speed) {
        return new FileHeader("2026-11-27-001.ojl", 0, 0, START, 77, speed);
    }

    private static Set<Class<?>> inputTypes() {
        var found = new LinkedHashSet<Class<?>>();
        gather(EngineInput.class, found);
        return found;
    }

    private static void gather(Class<?> type, Set<Class<?>> into) {
        if (type.isSealed()) {
            for (var each : type.getPermittedSubclasses()) {
                gather(each, into);
            }
        } else {
            into.add(type);
        }
    }

    /** Every type of input there is, a new one included: one that can't be written fails here. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyInputComesBackAtItsMoment(long seed) {
        var values = new RandomValues(seed);
        var random = new SplittableRandom(seed);
        double speed = random.nextBoolean() ? 1 : 1 + random.nextInt(100) / 7.0;
        var to = new EntryCodec(header(speed));
        var sink = new ByteSink(written, 3);
        var expected = new ArrayList<JournalEntry>();
        var wall = START;
        long nanos = 77;
        for (int round = 0; round < 20; round++) {
            for (var type : inputTypes()) {
                var input = (EngineInput) values.of(type);
                nanos += random.nextLong(1L << random.nextInt(1, 50));
                wall = wall.plusNanos(random.nextLong(-(1L << 40), 1L << 40));
                to.taken(sink, wall, nanos, input);
                expected.add(new Taken(new EngineTime(wall, nanos), input));
            }
        }
        assertThat(entries(sink, 3, speed)).as("seed " + seed).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void openingsAndAnswersComeBack(long seed) {
        var values = new RandomValues(seed);
        var codec = new EntryCodec(header(1));
        var sink = new ByteSink(written, 0);
        var expected = new ArrayList<JournalEntry>();
        for (int i = 0; i < 5; i++) {
            var state = (EngineState) values.of(EngineState.class);
            codec.opened(sink, START, 77, state);
            expected.add(new Opened(new EngineTime(START, 77), state));
        }
        for (int i = 0; i < 50; i++) {
            var result = (ClaimResult) values.of(ClaimResult.class);
            codec.claimed(sink, result);
            expected.add(new Claimed(result));
            var counts = (TargetCounts) values.of(TargetCounts.class);
            codec.counted(sink, counts);
            expected.add(new Counted(counts));
        }
        codec.able(sink, Set.of(Capability.TALK, Capability.AGENT_STATUS));
        expected.add(new JournalEntry.CapabilitiesChanged(Set.of(Capability.TALK, Capability.AGENT_STATUS)));
        codec.failed(sink, "no disk \ud800");
        expected.add(new JournalEntry.Failed("no disk \ud800"));
        codec.reached(sink, -5);
        expected.add(new JournalEntry.Reached(-5));
        codec.closed(sink);
        expected.add(new JournalEntry.Closed());
        assertThat(entries(sink, 0, 1)).as("seed " + seed).isEqualTo(expected);
    }

    @Test
    void moreIdsThanAreRememberedComeBackToo() {
        var codec = new EntryCodec(header(1));
        var sink = new ByteSink(written, 0);
        var expected = new ArrayList<JournalEntry>();
        for (int i = 0; i < 60_000; i++) {
            var input = new EngineInput.CallRinging(START, new UUID(5, i % 20_000L * (i % 3)));
            codec.taken(sink, START, 77, input);
            expected.add(new Taken(new EngineTime(START, 77), input));
        }
        assertThat(entries(sink, 0, 1)).isEqualTo(expected);
    }

    @Test
    void aFrequentInputTakesFewBytes() {
        var codec = new EntryCodec(header(1));
        var sink = new ByteSink(written, 0);
        var input = new EngineInput.AgentConnected(START, new UUID(1, 1), new UUID(1, 2));
        var next = new EngineInput.AgentConnected(START.plusMillis(1), new UUID(1, 1), new UUID(1, 2));
        codec.taken(sink, START, 77, input);
        int first = sink.size();
        codec.taken(sink, START.plusMillis(1), 77 + Duration.ofMillis(1).toNanos(), next);
        assertThat(sink.size() - first).isLessThanOrEqualTo(10);
    }

    private List<JournalEntry> entries(ByteSink sink, int from, double speed) {
        var codec = new EntryCodec(header(speed));
        var source = new ByteSource(read, sink.bytes(), from, sink.size());
        var entries = new ArrayList<JournalEntry>();
        while (!source.isEmpty()) {
            entries.add(codec.read(source));
        }
        return entries;
    }
}
