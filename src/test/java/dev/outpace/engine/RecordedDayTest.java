package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.id;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.HangUpOrdered;
import dev.outpace.formats.JacksonJson;
import dev.outpace.journal.JournalEntry.Numbered;
import dev.outpace.journal.JournalFolder;
import dev.outpace.journal.RecordedCalls;
import dev.outpace.journal.Replay;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Action;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndHandle;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingDecision;
import dev.outpace.pacing.StandardPolicies;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.PolicyComparison;
import dev.outpace.simulation.PolicyComparison.Days;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.simulation.VirtualRun;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.workspace.Journals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an engine did is written down, and the same engine does it again. {@code -Dseed=N} repeats one random day. */
@SuppressWarnings("NullAway")
class RecordedDayTest {
    private static final int RANDOM_DAYS = 25;

    @TempDir
    Path folder;

    /** Decisions as they are made when it is run again. */
    private static final class Seen implements Replay.Watcher {
        private final List<PacingDecision> decisions = new ArrayList<>();

        @Override
        public boolean reads(Numbered entry) {
            return true;
        }

        @Override
        public void decided(long sequence, PacingDecision decision) {
            decisions.add(decision);
        }
    }

    /** An engine in the simulated world. */
    private static final class Shift {
        private final EngineRig rig;
        private final SimulatedTelephony world;

        Shift(EngineRig rig) {
            this.rig = rig;
            rig.hearsMoments = false;
            rig.limits = new LineLimits(40, 10);
            world = new SimulatedTelephony(rig.clock, rig.inbox::accept, WorldSettings.DEFAULT, 7, CarrierLog.NONE);
        }

        Shift open(JournalFolder journals) {
            var days = 30;
            rig.recording = journals.record(rig.clock, 1, () -> days, failure -> {
                throw new AssertionError(failure);
            });
            return begin(rig.engine(rig.recording, world, rig.inbox::accept));
        }

        Shift openUnrecorded() {
            return begin(new CampaignEngine(
                    rig.clock, world, rig.store, rig.store, rig, rig.state(), new JacksonJson(), rig.inbox::accept));
        }

        private Shift begin(CampaignEngine engine) {
            rig.engine = engine;
            rig.run = new VirtualRun(rig.clock, rig.inbox, engine);
            engine.begin();
            return this;
        }

        /** People, a lost link and a clock that is set. */
        void work(Duration time) {
            rig.wait(time.dividedBy(4));
            rig.order(new Edited(rig.store.book.campaign(id(2)).withServiceLevel(120), false));
            rig.order(new HangUpOrdered(id(999)));
            world.dropLink("cable");
            rig.wait(Duration.ofSeconds(20));
            world.restoreLink();
            rig.wait(time.dividedBy(4));
            rig.clock.setWallTime(rig.clock.wallTime().plusSeconds(600));
            rig.wait(time.dividedBy(2));
        }
    }

    private static EngineRig filled(EngineRig rig) {
        rig.with(outplan(20, 120_000, 2, 1), outplan(21, 60_000, 3), queue(40), queue(41));
        for (int number = 51; number < 71; number++) {
            rig.with(number % 5 == 0 ? agent(number, 40, 41) : agent(number, 40 + number % 2));
        }
        for (int number = 30; number < 34; number++) {
            rig.with(list(number));
            rig.targets(number, 60);
        }
        var talk = List.of(EngineRig.action("answer"), EngineRig.action("talk"));
        rig.with(
                campaign(1, CampaignType.CALL, 20, 30, 40, 100, EndHandle.STOP, 4, talk),
                campaign(2, 20, 31, 40, 60),
                campaign(3, CampaignType.CALL, 21, 32, 41, 80, EndHandle.CONTINUE, 0, List.of(EngineRig.queueJoin(40))),
                campaign(4, CampaignType.FLOW, 0, 33, 0, 0, EndHandle.STOP, 0, sleeps()));
        return rig.running(1, 2, 3, 4);
    }

    private static List<Action> sleeps() {
        return List.of(EngineRig.sleep(Duration.ofSeconds(20)), EngineRig.action("stop"));
    }

    private JournalFolder journals() {
        return JournalFolder.of(folder);
    }

    private static LocalDate day(VirtualClock clock) {
        return LocalDate.ofInstant(clock.wallTime(), ZoneOffset.UTC);
    }

    @Test
    void aShiftIsRunAgainWithEveryDecisionOrderAndFact() throws IOException {
        var shift = new Shift(filled(new EngineRig())).open(journals());
        shift.work(Duration.ofMinutes(40));
        shift.rig.recording.close();

        var seen = new Seen();
        var session = journals().sessions(day(shift.rig.clock)).getFirst();
        var result = Replay.run(session, new JacksonJson(), seen);
        assertThat(result.difference()).isNull();
        assertThat(result.closed()).isTrue();
        assertThat(result.cut()).isNull();
        assertThat(result.launches()).isGreaterThan(200);
        assertThat(seen.decisions).isEqualTo(shift.rig.decisions);
    }

    private static EngineRig adaptive() {
        var rig = filled(new EngineRig());
        for (int number : new int[] {1, 2, 3}) {
            var campaign = rig.store.book.campaign(id(number));
            rig.with(campaign.withOptions(campaign.options().withPacing(PacingChoice.adaptive(0.03))));
        }
        return rig;
    }

    /** Policies are asked for moments, too: whoever looks, the calls are the same. */
    @Test
    void toBeLookedAtChangesNothing() {
        var seen = new Shift(adaptive());
        seen.rig.hearsMoments = true;
        seen.openUnrecorded();
        var unseen = new Shift(adaptive()).openUnrecorded();
        for (int minute = 0; minute < 10; minute++) {
            seen.work(Duration.ofMinutes(2));
            unseen.work(Duration.ofMinutes(2));
            seen.rig.engine.tellMoments();
        }
        assertThat(seen.rig.decisions).isEqualTo(unseen.rig.decisions).hasSizeGreaterThan(100);
        assertThat(seen.rig.store.facts).isEqualTo(unseen.rig.store.facts);
    }

    @Test
    void anAdaptiveShiftThatSomebodyLooksAtIsRunAgain() throws IOException {
        var rig = adaptive();
        var shift = new Shift(rig);
        rig.hearsMoments = true;
        shift.open(journals()).work(Duration.ofMinutes(40));
        rig.engine.tellMoments();
        rig.wait(Duration.ofMinutes(1));
        rig.recording.close();

        var seen = new Seen();
        var result = Replay.run(journals().sessions(day(rig.clock)).getFirst(), new JacksonJson(), seen);
        assertThat(result.difference()).isNull();
        assertThat(seen.decisions).isEqualTo(rig.decisions).hasSizeGreaterThan(100);
    }

    @Test
    void toBeWrittenDownChangesNothing() {
        var written = new Shift(filled(new EngineRig())).open(journals());
        written.work(Duration.ofMinutes(20));
        var unwritten = new Shift(filled(new EngineRig())).openUnrecorded();
        unwritten.work(Duration.ofMinutes(20));
        assertThat(written.rig.decisions).isEqualTo(unwritten.rig.decisions);
        assertThat(written.rig.store.facts).isEqualTo(unwritten.rig.store.facts);
    }

    @Test
    void anOpeningGoesOnOverMidnightAndIsRunFromItsBeginning() throws IOException {
        var shift = new Shift(filled(new EngineRig(Instant.parse("2026-05-12T23:50:00Z")))).open(journals());
        shift.work(Duration.ofMinutes(40));
        assertThat(journals().days()).containsExactly(LocalDate.parse("2026-05-12"), LocalDate.parse("2026-05-13"));
        shift.rig.recording.close();

        var first = Replay.run(
                journals().sessions(LocalDate.parse("2026-05-12")).getFirst(), new JacksonJson(), Replay.Watcher.NONE);
        assertThat(first.difference()).isNull();
        assertThat(first.closed()).isFalse();
        var seen = new Seen();
        var second =
                Replay.run(journals().sessions(LocalDate.parse("2026-05-13")).getFirst(), new JacksonJson(), seen);
        assertThat(second.difference()).isNull();
        assertThat(second.closed()).isTrue();
        assertThat(second.from()).isEqualTo(first.from());
        assertThat(second.inputs()).isGreaterThan(first.inputs());
        assertThat(seen.decisions).isEqualTo(shift.rig.decisions);
    }

    @Test
    void anyDayIsRunAgainAlsoOneOfCutProcesses() throws IOException {
        var one = Long.getLong("seed");
        var seeds = one != null
                ? new long[] {one}
                : new SplittableRandom(20_261_127).longs(RANDOM_DAYS).toArray();
        for (long seed : seeds) {
            var journals = JournalFolder.of(folder.resolve(Long.toUnsignedString(seed)));
            folder.resolve(Long.toUnsignedString(seed)).toFile().mkdir();
            var rigs = new ArrayList<EngineRig>();
            var floor = new RandomFloor(seed, before -> {
                var rig = before == null ? new EngineRig() : before.cut();
                rig.journals = journals;
                rigs.add(rig);
                return rig;
            });
            floor.run(150);
            var seen = new Seen();
            int sessions = 0;
            for (var day : journals.days()) {
                for (var session : journals.sessions(day)) {
                    if (session.name().startsWith(day.toString()) && !goesOn(journals, session.name(), day)) {
                        sessions++;
                        var result = Replay.run(session, new JacksonJson(), seen);
                        assertThat(result.difference())
                                .as("-Dseed=" + seed + " " + session.name())
                                .isNull();
                    }
                }
            }
            assertThat(sessions).as("-Dseed=" + seed).isEqualTo(rigs.size());
            assertThat(seen.decisions.size())
                    .as("-Dseed=" + seed)
                    .isEqualTo(
                            rigs.stream().mapToInt(rig -> rig.decisions.size()).sum());
        }
    }

    @Test
    void anInputThatWasNotWrittenDownIsFoundOut() throws IOException {
        var rig = filled(new EngineRig());
        rig.hearsMoments = false;
        var world = new SimulatedTelephony(rig.clock, rig.inbox::accept, WorldSettings.DEFAULT, 7, CarrierLog.NONE);
        try (var journal = journals().record(rig.clock, 1, () -> 30, failure -> {
            throw new AssertionError(failure);
        })) {
            var state = rig.state();
            journal.open(state);
            var forgetful = new Forgetful(journal);
            var engine = new CampaignEngine(
                    journal.clock(),
                    journal.telephony(world),
                    journal.targets(rig.store),
                    journal.facts(rig.store),
                    journal.listener(rig),
                    state,
                    new JacksonJson(),
                    rig.inbox::accept,
                    new StandardPolicies(),
                    forgetful);
            engine.begin();
            new VirtualRun(rig.clock, rig.inbox, engine).run(Duration.ofMinutes(5));
            assertThat(forgetful.forgot).isTrue();
        }
        var result = Replay.run(journals().sessions(day(rig.clock)).getFirst(), new JacksonJson(), Replay.Watcher.NONE);
        assertThat(result.difference()).isNotNull();
        assertThat(result.difference().sequence()).isPositive().isLessThan(result.entries());
    }

    /** Leaves one answer out. */
    private static final class Forgetful implements EngineRecorder {
        private final EngineRecorder other;
        private boolean forgot;

        Forgetful(EngineRecorder other) {
            this.other = other;
        }

        @Override
        public void openingStarts() {
            other.openingStarts();
        }

        @Override
        public void inputStarts(EngineInput input) {
            if (!forgot && input instanceof EngineInput.CallAnswered) {
                forgot = true;
            } else {
                other.inputStarts(input);
            }
        }

        @Override
        public void workEnds() {
            other.workEnds();
        }

        @Override
        public void turnStarts() {
            other.turnStarts();
        }

        @Override
        public void turnEnds(boolean asked) {
            other.turnEnds(asked);
        }
    }

    /** With the settings that it had, the day comes out as it was; and others have the effect that they should. */
    @Test
    void thePeopleAndAgentsOfADayMeetOtherPolicies() throws IOException {
        var rig = new EngineRig();
        rig.with(outplan(20, 3_600_000, 2), queue(40), list(30)).targets(30, 1_500);
        for (int number = 51; number < 61; number++) {
            rig.with(agent(number, 40));
        }
        rig.with(campaign(1, 20, 30, 40, 100)).running(1);
        var shift = new Shift(rig).open(journals());
        shift.rig.wait(Duration.ofHours(2));
        shift.rig.recording.close();

        var journals = new Journals(folder, new JacksonJson());
        var day = journals.recorded(day(shift.rig.clock)).getFirst();
        var policies = new LabPolicies();
        var tried = List.of(
                policies.parse("service_level:300").orElseThrow(),
                policies.parse("adaptive").orElseThrow());
        var days = PolicyComparison.of(day, tried).policies();
        assertThat(days)
                .extracting(Days::policy)
                .containsExactly("as recorded", "again: service_level:100", "service_level:300", "adaptive");
        var results = days.stream().map(one -> one.days().getFirst()).toList();
        var recorded = results.getFirst();
        var again = results.get(1);

        assertThat(recorded.dials())
                .isEqualTo(rig.store.calls.values().stream()
                        .filter(call -> call.endedAt() != null)
                        .count());
        assertThat(recorded.utilisation()).isGreaterThan(0.4);
        assertThat(again.utilisation()).isCloseTo(recorded.utilisation(), within(0.02));
        assertThat((double) again.handled()).isCloseTo((double) recorded.handled(), withPercentage(3));
        // Somebody else goes on the break, and only when the talk in hand is over.
        assertThat(again.staffedSeconds()).isCloseTo(recorded.staffedSeconds(), withPercentage(4));
        assertThat(results.get(2).utilisation()).isLessThan(recorded.utilisation() - 0.05);
        assertThat(results.get(3).utilisation()).isGreaterThan(recorded.utilisation() + 0.05);
    }

    /** Agents of the simulated world pick up in 1.8 s on average. */
    @ParameterizedTest
    @EnumSource(names = {"QUEUE", "ANSWER"})
    void aDayCountsTheWaitsThatTheCampaignCounted(AbandonFrom from) throws IOException {
        var rig = new EngineRig();
        rig.with(outplan(20, 3_600_000, 2), queue(40), list(30)).targets(30, 1_500);
        for (int number = 51; number < 61; number++) {
            rig.with(agent(number, 40));
        }
        var rules = Compliance.DEFAULT.withWaits(true, from);
        rig.with(campaign(1, 20, 30, 40, 100)
                        .withActions(List.of(EngineRig.sleep(Duration.ofMillis(300))))
                        .withOptions(CampaignOptions.DEFAULT.withCompliance(rules)))
                .running(1);
        var shift = new Shift(rig).open(journals());
        shift.rig.wait(Duration.ofHours(1));
        shift.rig.recording.close();

        var journals = new Journals(folder, new JacksonJson());
        var day = journals.recorded(day(shift.rig.clock)).getFirst();
        var tried = List.of(new LabPolicies().parse("service_level:300").orElseThrow());
        var results = PolicyComparison.of(day, tried).policies();
        var recorded = results.getFirst().days().getFirst();
        var ended = rig.store.calls.values().stream()
                .filter(call -> call.endedAt() != null)
                .toList();
        assertThat(recorded.abandoned())
                .as("of those who came to the queue")
                .isEqualTo(ended.stream()
                        .filter(call -> call.queuedAt() != null && call.isAbandoned())
                        .count());
        assertThat(ended.stream().filter(CampaignCall::takenLate).count()).isGreaterThan(20);
        var again = results.get(1).days().getFirst();
        assertThat(again.abandonRate()).isCloseTo(recorded.abandonRate(), within(0.05));
    }

    @Test
    void whatBefellCallersAndAgentsIsTakenOutOfADay() throws IOException {
        var shift = new Shift(filled(new EngineRig())).open(journals());
        shift.rig.wait(Duration.ofMinutes(20));
        shift.rig.recording.close();
        var fates = RecordedCalls.of(journals().sessions(day(shift.rig.clock)).getFirst());

        assertThat(fates.calls()).hasSize(shift.rig.store.calls.size());
        long talked = 0;
        for (var fate : fates.calls()) {
            var call = shift.rig.store.calls.get(fate.call().id());
            assertThat(fate.dialed()).isEqualTo(nanos(call.createdAt()));
            if (call.referenceType() == CampaignType.CALL) {
                assertThat(fate.answered()).isEqualTo(nanos(call.answeredAt()));
                assertThat(fate.queued()).isEqualTo(nanos(call.queuedAt()));
                assertThat(fate.connected()).isEqualTo(nanos(call.connectedAt()));
                assertThat(fate.agentId()).isEqualTo(call.agentId());
                assertThat(fate.ended() == null).isEqualTo(call.endedAt() == null);
                talked += fate.connected() != null && fate.wrapUp() != null ? 1 : 0;
            }
        }
        assertThat(talked).as("talks with wrap-up").isGreaterThan(50);
        assertThat(fates.length()).isEqualTo(Duration.ofMinutes(20).toNanos());
        for (var agent : shift.rig.store.book.agents()) {
            long until = -1;
            for (var stay : fates.stays().stream()
                    .filter(stay -> stay.agentId().equals(agent.id()))
                    .toList()) {
                assertThat(stay.from()).isEqualTo(until < 0 ? stay.from() : until);
                until = stay.until();
            }
            assertThat(until).isEqualTo(fates.length());
        }
    }

    private static Long nanos(Instant moment) {
        return moment == null ? null : Duration.between(EngineRig.START, moment).toNanos();
    }

    private static boolean goesOn(JournalFolder journals, String session, LocalDate day) throws IOException {
        for (var later : journals.days()) {
            if (later.isAfter(day)
                    && journals.sessions(later).stream()
                            .anyMatch(next -> next.name().equals(session))) {
                return true;
            }
        }
        return false;
    }
}
