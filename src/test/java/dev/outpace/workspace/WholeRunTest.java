package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.CampaignEngine;
import dev.outpace.engine.EngineInbox;
import dev.outpace.engine.EngineListener;
import dev.outpace.formats.JacksonJson;
import dev.outpace.journal.JournalFolder;
import dev.outpace.journal.Replay;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.StopReason;
import dev.outpace.model.TargetCounts;
import dev.outpace.pacing.StandardPolicies;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.simulation.VirtualRun;
import dev.outpace.store.Store;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.telephony.simulated.WorldSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Store, engine and simulated world together, in virtual time. */
@SuppressWarnings("NullAway")
class WholeRunTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/outpace/formats");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-12T08:00:00Z"), ZoneOffset.UTC);
    private static final long SEED = 5;

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();

    /** The last moment of each campaign, every alarm, and how much was decided. */
    private static final class Heard implements EngineListener {
        private final Map<UUID, CampaignMoment> moments = new LinkedHashMap<>();
        private final List<Alarm> alarms = new ArrayList<>();
        private long decisions;

        @Override
        public void decided(PacingDecision decision) {
            decisions++;
        }

        @Override
        public boolean hearsMoments() {
            return true;
        }

        @Override
        public void campaignMoved(CampaignMoment moment) {
            moments.put(moment.campaignId(), moment);
        }

        @Override
        public void agentMoved(AgentMoment moment) {}

        @Override
        public void alarmed(Alarm alarm) {
            alarms.add(alarm);
        }

        @Override
        public void linkChanged(boolean up, String reason) {}
    }

    private Store store() {
        return Store.open(folder.resolve("workspace"), "test", new JacksonJson());
    }

    /** Of the next run; ids of calls come from both. */
    private long seed = SEED;

    private Instant begins = CLOCK.instant();

    private void run(Store store, LineLimits lines, Duration time) {
        var clock = new VirtualClock(begins);
        var inbox = new EngineInbox();
        var state = store.engineState(lines, seed, true);
        long decidedBefore = heard.decisions;
        var journals = JournalFolder.of(folder);
        try (var journal = journals.record(clock, 1, () -> 30, failure -> {
            throw new AssertionError(failure);
        })) {
            journal.open(state);
            var engine = new CampaignEngine(
                    journal.clock(),
                    journal.telephony(
                            new SimulatedTelephony(clock, inbox::accept, WorldSettings.DEFAULT, seed, CarrierLog.NONE)),
                    journal.targets(store.targetPool()),
                    journal.facts(store.factLog()),
                    journal.listener(heard),
                    state,
                    new JacksonJson(),
                    inbox::accept,
                    new StandardPolicies(),
                    journal);
            engine.begin();
            new VirtualRun(clock, inbox, engine).run(time);
            engine.tellMoments();
        }
        replayed(journals, heard.decisions - decidedBefore);
    }

    /** What was recorded is decided again, all of it. */
    private void replayed(JournalFolder journals, long decisions) {
        try {
            var session = journals.sessions(LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC))
                    .getLast();
            var result = Replay.run(session, new JacksonJson(), Replay.Watcher.NONE);
            assertThat(result.difference()).isNull();
            assertThat(result.decisions()).isEqualTo(decisions).isPositive();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void theSmallSetUpEndsByItselfWithEveryTargetDone() {
        try (var orders = new OfflineOrders(folder.resolve("workspace"), "test", new JacksonJson(), CLOCK)) {
            assertThat(orders.importFiles(List.of(SAMPLES.resolve("setup-small.json")), false))
                    .isInstanceOf(Answer.Done.class);
            assertThat(orders.start("test campaign")).isInstanceOf(Answer.Done.class);
        }
        try (var store = store()) {
            run(store, LineLimits.DEFAULT, Duration.ofHours(12));
        }
        assertThat(heard.moments.values()).singleElement().satisfies(moment -> {
            assertThat(moment.status()).isEqualTo(CampaignStatus.STOP);
            assertThat(moment.stopReason()).isEqualTo(StopReason.EXHAUSTED);
            assertThat(moment.targets()).isEqualTo(new TargetCounts(40, 0, 0));
            assertThat(moment.calls().success()).isPositive();
        });
        assertThat(heard.alarms).isEmpty();
    }

    @Test
    void anOpeningThatKnowsEarlierCallsIsDecidedAgainByWhatItKnew() {
        try (var store = store()) {
            assertThat(Demo.fill(store, new JacksonJson(), CLOCK, SEED)).isTrue();
            run(store, new LineLimits(150, 12), Duration.ofMinutes(4));
        }
        seed = SEED + 1;
        begins = begins.plus(Duration.ofMinutes(10));
        try (var store = store()) {
            assertThat(store.engineState(LineLimits.DEFAULT, SEED, true).past()).hasSizeGreaterThan(100);
            run(store, new LineLimits(150, 12), Duration.ofMinutes(1));
        }
    }

    @Test
    void theDemoRunsWithoutAnAlarmAndWithHardlyAnAbandonedCall() {
        try (var store = store()) {
            assertThat(Demo.fill(store, new JacksonJson(), CLOCK, SEED)).isTrue();
            run(store, new LineLimits(150, 12), Duration.ofSeconds(75));
            long running = 0;
            for (var campaign : store.resources().join().campaigns()) {
                var calls = heard.moments.get(campaign.id()).calls();
                boolean talks = campaign.type() == CampaignType.CALL && calls.ended() > 0;
                running += talks ? 1 : 0;
                assertThat(!talks || calls.answered() > 0).as(campaign.name()).isTrue();
                assertThat(calls.abandoned()).as(campaign.name()).isLessThanOrEqualTo(1 + calls.answered() * 3 / 100);
            }
            assertThat(running).isEqualTo(5);
        }
        assertThat(heard.alarms).isEmpty();
    }
}
