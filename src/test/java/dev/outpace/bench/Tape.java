package dev.outpace.bench;

import dev.outpace.engine.CampaignEngine;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.FactLog;
import dev.outpace.engine.TargetPool;
import dev.outpace.formats.JacksonJson;
import dev.outpace.journal.JournalFolder;
import dev.outpace.pacing.StandardPolicies;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.telephony.simulated.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that an engine was told in a simulated world, its own timers included, and when it was asked to place calls: told again
 * to another engine, it leads to the same calls, without the work of simulating the world.
 */
final class Tape {
    private static final Instant START = Instant.parse("2026-05-12T08:00:00Z");

    /** An input, or nothing where calls were placed. */
    private final List<Optional<EngineInput>> steps = new ArrayList<>();

    private long[] moments = new long[1 << 16];
    private int inputs;

    /** What an engine did, and how long it took. */
    record Course(long inputs, long launches, long nanos) {
        double inputsPerSecond() {
            return inputs * 1e9 / nanos;
        }
    }

    /** Runs an engine in the simulated world until it has been told so many inputs, and writes them down. */
    Course record(EngineState state, TargetPool pool, FactLog factLog, int count) {
        var clock = new VirtualClock(START);
        var pending = new ArrayDeque<EngineInput>();
        var telephony =
                new SimulatedTelephony(clock, pending::add, WorldSettings.DEFAULT, state.seed(), CarrierLog.NONE);
        var watcher = new Watcher(false);
        var engine =
                new CampaignEngine(clock, telephony, pool, factLog, watcher, state, new JacksonJson(), pending::add);
        long begun = System.nanoTime();
        engine.begin();
        do {
            boolean more = true;
            while (more) {
                tellAll(clock, pending, engine);
                add(clock, Optional.empty());
                more = engine.launch() || isDue(clock);
            }
        } while (inputs < count && clock.runNext());
        return new Course(inputs, watcher.launches(), System.nanoTime() - begun);
    }

    private void tellAll(VirtualClock clock, ArrayDeque<EngineInput> pending, CampaignEngine engine) {
        while (!pending.isEmpty() || isDue(clock)) {
            var input = pending.poll();
            if (input == null) {
                clock.runNext();
            } else {
                inputs++;
                add(clock, Optional.of(input));
                engine.accept(input);
            }
        }
    }

    private static boolean isDue(VirtualClock clock) {
        return clock.nextNanos() <= clock.monotonicNanos();
    }

    private void add(VirtualClock clock, Optional<EngineInput> step) {
        if (steps.size() == moments.length) {
            moments = Arrays.copyOf(moments, 2 * moments.length);
        }
        moments[steps.size()] = clock.monotonicNanos();
        steps.add(step);
    }

    /** Tells a new engine the first so many inputs. Its own timers run, but what they say is on the tape already. */
    Course play(EngineState state, TargetPool pool, FactLog factLog, int count) {
        var clock = new VirtualClock(START);
        var watcher = new Watcher(false);
        var engine = new CampaignEngine(
                clock, new MuteTelephony(), pool, factLog, watcher, state, new JacksonJson(), _ -> {});
        return play(clock, engine, watcher, factLog, count);
    }

    /** The same, written down in a journal; the time until it is closed counts. */
    Course playWritten(EngineState state, TargetPool pool, FactLog facts, int count, JournalFolder folder) {
        var clock = new VirtualClock(START);
        var watcher = new Watcher(false);
        try (var written = folder.record(clock, 1, () -> 30, failure -> {
            throw new AssertionError(failure);
        })) {
            written.open(state);
            var engine = new CampaignEngine(
                    written.clock(),
                    written.telephony(new MuteTelephony()),
                    written.targets(pool),
                    written.facts(facts),
                    written.listener(watcher),
                    state,
                    new JacksonJson(),
                    _ -> {},
                    new StandardPolicies(),
                    written);
            return play(clock, engine, watcher, facts, count);
        }
    }

    /** How long the recorded day was. */
    Duration length() {
        return Duration.ofNanos(moments[steps.size() - 1]);
    }

    private Course play(VirtualClock clock, CampaignEngine engine, Watcher watcher, FactLog factLog, int count) {
        long begun = System.nanoTime();
        engine.begin();
        int told = 0;
        for (int i = 0; i < steps.size() && told < count; i++) {
            if (moments[i] > clock.monotonicNanos()) {
                clock.run(Duration.ofNanos(moments[i] - clock.monotonicNanos()));
            }
            var input = steps.get(i);
            if (input.isPresent()) {
                engine.accept(input.get());
                told++;
            } else {
                engine.launch();
            }
        }
        factLog.awaitCommitted();
        return new Course(told, watcher.launches(), System.nanoTime() - begun);
    }
}
