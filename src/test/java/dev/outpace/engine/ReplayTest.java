package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.action;
import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.LimitsChanged;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.LineLimits;
import dev.outpace.model.StopMode;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.simulation.VirtualRun;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.telephony.simulated.WorldSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs give the same decisions, orders and facts: by a hash over all of them. */
@SuppressWarnings("NullAway")
class ReplayTest {
    private static final Duration SHIFT = Duration.ofMinutes(40);

    /** What went through the engine's door, and when it was asked for launches; {@code input} is null for the latter. */
    private record Entry(long at, Instant wall, EngineInput input) {}

    /** One engine with all that it says, worked off by a loop that writes down what goes in. */
    private static final class Shift {
        private final EngineRig rig = new EngineRig();
        private final ArrayDeque<EngineInput> waiting = new ArrayDeque<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<String> orders = new ArrayList<>();

        Shift() {
            rig.hearsMoments = false;
            rig.limits = new LineLimits(40, 10);
            fill(rig);
        }

        VirtualClock clock() {
            return rig.clock;
        }

        void open(Telephony telephony) {
            rig.engine = new CampaignEngine(
                    clock(), telephony, rig.store, rig.store, rig, rig.state(), new JacksonJson(), waiting::add);
        }

        void accept(EngineInput input) {
            enter(input);
            rig.engine.accept(input);
        }

        private void enter(EngineInput input) {
            entries.add(new Entry(clock().monotonicNanos(), clock().wallTime(), input));
        }

        private void settle() {
            boolean more = true;
            while (more) {
                applyAll();
                enter(null);
                more = rig.engine.launch() || dueNow();
            }
        }

        private void applyAll() {
            while (!waiting.isEmpty() || dueNow()) {
                while (!waiting.isEmpty()) {
                    accept(waiting.poll());
                }
                while (dueNow()) {
                    clock().runNext();
                }
            }
        }

        private boolean dueNow() {
            return clock().nextNanos() <= clock().monotonicNanos();
        }

        void run(Duration time) {
            settle();
            long end = clock().monotonicNanos() + time.toNanos();
            while (clock().nextNanos() <= end) {
                clock().runNext();
                settle();
            }
            clock().run(Duration.ofNanos(end - clock().monotonicNanos()));
        }

        String hash() {
            return ReplayTest.hash(List.of(rig.decisions, orders, rig.store.facts, rig.alarms));
        }
    }

    private static String hash(List<? extends List<?>> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var kind : lines) {
                for (var line : kind) {
                    digest.update(line.toString().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) '\n');
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void fill(EngineRig rig) {
        rig.with(outplan(20, 120_000, 2, 1), outplan(21, 60_000, 3), queue(40), queue(41));
        for (int number = 51; number < 75; number++) {
            rig.with(number % 5 == 0 ? agent(number, 40, 41) : agent(number, 40 + number % 2));
        }
        for (int number = 30; number < 36; number++) {
            rig.with(list(number));
            rig.targets(number, 60);
        }
        var talk = List.of(action("answer"), action("talk"));
        rig.with(
                campaign(1, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, 4, talk),
                campaign(2, 20, 31, 40, 60),
                campaign(3, CampaignType.CALL, 21, 32, 41, 80, EndHandle.CONTINUE, 0, List.of(EngineRig.queueJoin(40))),
                campaign(4, 21, 33, 41, 150),
                campaign(5, CampaignType.CALL, 21, 34, 0, 100, EndHandle.STOP, 0, talk),
                campaign(6, CampaignType.FLOW, 0, 35, 0, 0, EndHandle.STOP, 0, sleeps()));
        rig.running(1, 2, 3, 5, 6);
    }

    private static List<Action> sleeps() {
        return List.of(EngineRig.sleep(Duration.ofSeconds(20)), action("stop"));
    }

    private static SimulatedTelephony world(Shift shift, long seed) {
        return new SimulatedTelephony(shift.clock(), shift.waiting::add, WorldSettings.DEFAULT, seed, CarrierLog.NONE);
    }

    /** A shift in the simulated world, with people, a lost link and a clock that is set. */
    private static Shift worked(long seed) {
        var shift = new Shift();
        var world = world(shift, seed);
        shift.open(new ToldTelephony(world, shift.orders));
        shift.rig.engine.begin();
        shift.run(SHIFT.dividedBy(4));
        shift.accept(new Edited(shift.rig.store.book.campaign(id(2)).withServiceLevel(120), false));
        shift.accept(new CampaignStopped(id(5), StopMode.CANCEL_RINGING));
        world.dropLink("cable");
        shift.run(Duration.ofSeconds(20));
        world.restoreLink();
        shift.run(SHIFT.dividedBy(4));
        shift.accept(new CampaignStarted(id(5)));
        shift.accept(new LimitsChanged(new LineLimits(30, 5)));
        shift.clock().setWallTime(shift.clock().wallTime().plusSeconds(600));
        shift.run(SHIFT.dividedBy(2));
        return shift;
    }

    @Test
    void theSameSeedGivesTheSameShiftAndAnotherSeedAnother() {
        var once = worked(7);
        assertThat(once.rig.decisions).hasSizeGreaterThan(300);
        assertThat(once.orders).hasSizeGreaterThan(300);
        assertThat(worked(7).hash()).isEqualTo(once.hash());
        assertThat(worked(8).hash()).isNotEqualTo(once.hash());
    }

    @Test
    void whatWentThroughTheDoorGivesTheSameDecisionsWithoutTheWorld() {
        var worked = worked(11);
        var again = new Shift();
        // Nobody is there who tells anything, and its own timers come to nothing.
        again.open(new ToldTelephony(new EngineRig(), again.orders));
        again.rig.engine.begin();
        for (var entry : worked.entries) {
            again.clock().run(Duration.ofNanos(entry.at() - again.clock().monotonicNanos()));
            again.clock().setWallTime(entry.wall());
            if (entry.input() == null) {
                again.rig.engine.launch();
            } else {
                again.rig.engine.accept(entry.input());
            }
        }
        assertThat(again.rig.decisions).isEqualTo(worked.rig.decisions);
        assertThat(again.orders).isEqualTo(worked.orders);
        assertThat(again.hash()).isEqualTo(worked.hash());
    }

    @Test
    void theRunOfTheLabGivesTheSameShiftAsThisLoop() {
        var byLoop = new Shift();
        byLoop.open(new ToldTelephony(world(byLoop, 3), byLoop.orders));
        byLoop.rig.engine.begin();
        byLoop.run(SHIFT);

        var byRun = new Shift();
        var inbox = new EngineInbox();
        var world = new SimulatedTelephony(byRun.clock(), inbox::accept, WorldSettings.DEFAULT, 3, CarrierLog.NONE);
        var engine = new CampaignEngine(
                byRun.clock(),
                new ToldTelephony(world, byRun.orders),
                byRun.rig.store,
                byRun.rig.store,
                byRun.rig,
                byRun.rig.state(),
                new JacksonJson(),
                inbox::accept);
        engine.begin();
        new VirtualRun(byRun.clock(), inbox, engine).run(SHIFT);
        assertThat(byRun.hash()).isEqualTo(byLoop.hash());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theSameDayOfAnyEventsGivesTheSameDecisions(long seed) {
        assertThat(day(seed)).isEqualTo(day(seed));
    }

    private static String day(long seed) {
        var floor = new RandomFloor(
                new SplittableRandom(seed).nextLong(), before -> before == null ? new EngineRig() : before.cut());
        floor.run(150);
        return hash(List.of(floor.rig.decisions, floor.rig.store.facts, floor.rig.alarms));
    }
}
