package dev.outpace.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.engine.CampaignEngine;
import dev.outpace.engine.EngineInbox;
import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineListener;
import dev.outpace.engine.EngineRecorder;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CallFigures;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.pacing.StandardPolicies;
import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.FlowTrial;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.simulation.VirtualRun;
import dev.outpace.store.Store;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.Distribution.Lognormal;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Machines;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.telephony.simulated.WorldSettings;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import dev.outpace.ui.live.Facts;
import dev.outpace.whatif.WhatIfQuestion.Called;
import dev.outpace.whatif.WhatIfSetting.Level;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign with a detection of machines and a menu runs for some hours, and what it came to is asked of its own calls. */
@SuppressWarnings("NullAway.Init")
class WhatIfTruthTest {
    private static final int AGENTS = 12;
    private static final int HOURS = 3;
    private static final int TARGETS = 12_000;
    private static final int LIST = 1;
    private static final int DAYS = 12;
    private static final Level LEVEL = new Level(25);

    @TempDir
    private Path folder;

    private final WhatIfWatch watch = new WhatIfWatch();
    private CallFigures calls;
    private Campaign campaign;
    private double abandoned;
    private double utilisation;

    private static Action action(int number, String type, Map<String, Json> options) {
        return new Action(Facts.id(700 + number), Ids.NIL, type, new Json.Obj(options), Json.Obj.EMPTY);
    }

    private static Json text(String text) {
        return new Json.Text(text);
    }

    private static Json number(long number) {
        return new Json.Num(BigDecimal.valueOf(number));
    }

    /** Who presses 1 comes to the queue. */
    private static List<Action> menu() {
        return List.of(
                action(0, "amd", Map.of("machine_handle", text("hangup"))),
                action(1, "talk", Map.of("text", text("a".repeat(150)))),
                action(2, "digits_receive", Map.of("duration", number(5_000), "length", number(1))),
                action(
                        3,
                        "branch",
                        Map.of(
                                "target_ids",
                                new Json.Obj(Map.of("1", text(Facts.id(705).toString()))),
                                "default_target_id",
                                text(Facts.id(704).toString()))),
                action(4, "hangup", Map.of()),
                action(5, "answer", Map.of()));
    }

    private static Numbers people() {
        return new Numbers(
                new Dial(0.3, 0, 0, 0.15, 0, new Lognormal(9, 5), 0, 2, 40, 0, 0),
                Drift.NONE,
                new Machines(0.25, 8),
                List.of(
                        new FlowStage.Detection(3, 0, 0, 0),
                        new FlowStage.Talk(10, 0.02),
                        new FlowStage.Key(3, 0.4, 5, 0)));
    }

    private static WorldSettings world() {
        return new WorldSettings(
                WorldSettings.DEFAULT.dial(),
                new Handle(new Lognormal(1.8, 0.6), new Lognormal(90, 60), new Lognormal(14, 6)),
                new WorldSettings.Caller(new Lognormal(6, 3), 15),
                Breaks.NONE);
    }

    private static List<OutdialTarget> targets() {
        return IntStream.range(0, TARGETS)
                .mapToObj(i -> new OutdialTarget(
                        Facts.id(1_000 + i),
                        Facts.id(LIST),
                        0,
                        "Target " + i,
                        "",
                        "",
                        TargetStatus.IDLE,
                        Arrays.asList(Address.sip("sip:" + i + "@example.com"), null, null, null, null),
                        List.of(0, 0, 0, 0, 0),
                        null,
                        null,
                        Stamps.createdAt(Facts.NOW),
                        Json.Obj.EMPTY))
                .toList();
    }

    private List<Resource> resources() {
        var queue = Facts.queue(40, "Renewals");
        campaign = Facts.campaign(11, "Spring renewal", queue.id(), Facts.id(LIST), Facts.id(20))
                .withActions(menu())
                .withServiceLevel(LEVEL.level());
        var all = new ArrayList<Resource>(
                List.of(Facts.outdial(LIST, "One"), Facts.outplan(20, "Plan"), queue, campaign));
        for (int i = 0; i < AGENTS; i++) {
            all.add(Facts.agent(50 + i, "Agent " + i, queue.tagIds().getFirst()));
        }
        return all;
    }

    @BeforeEach
    void run() {
        try (var store = Store.open(folder, "a test", new JacksonJson())) {
            var resources = resources();
            store.targets().storeAll(resources, Map.of(Facts.id(LIST), targets().iterator()), Set.of());
            var clock = new VirtualClock(Facts.NOW);
            var inbox = new EngineInbox();
            var telephony = new SimulatedTelephony(clock, inbox::accept, world(), 5, CarrierLog.NONE);
            telephony.numbersOf(campaign.id(), people());
            var engine = new CampaignEngine(
                    clock,
                    telephony,
                    store.targetPool(),
                    store.factLog(),
                    new Watching(),
                    store.engineState(new LineLimits(1_000, 100), 5, true),
                    new JacksonJson(),
                    inbox::accept,
                    new StandardPolicies(),
                    EngineRecorder.NONE);
            engine.begin();
            inbox.accept(new CampaignStarted(campaign.id()));
            new VirtualRun(clock, inbox, engine).run(Duration.ofHours(HOURS));
            store.mustBeWritten();

            calls = store.figureQueries()
                    .figures(campaign.id(), campaign.queueId(), Facts.NOW)
                    .join();
            var counts = Objects.requireNonNull(
                    store.callCountsSince(Facts.NOW).join().get(campaign.id()));
            abandoned = (double) counts.abandoned() / counts.answered();
            var wrapUps = watch.wrapUps(campaign.id());
            double busy = calls.talk().count() * calls.talk().mean() + wrapUps.count() * wrapUps.mean();
            utilisation = busy / (AGENTS * HOURS * 3_600);
        }
    }

    private final class Watching implements EngineListener {
        @Override
        public void decided(PacingDecision decision) {}

        @Override
        public boolean hearsMoments() {
            return true;
        }

        @Override
        public void campaignMoved(CampaignMoment moment) {}

        @Override
        public void agentMoved(AgentMoment moment) {
            watch.agentMoved(moment);
        }

        @Override
        public void alarmed(Alarm alarm) {}

        @Override
        public void linkChanged(boolean up, String reason) {}
    }

    private WhatIfQuestion question() {
        var book = new ResourceBook();
        resources().forEach(book::put);
        return new WhatIfValues(
                        Objects.requireNonNull(WhatIfSubject.of(campaign.id(), book)),
                        0.03,
                        new LineLimits(1_000, 100),
                        world(),
                        calls,
                        FlowTrial.of(campaign, _ -> null, 15, Facts.NOW),
                        watch.wrapUps(campaign.id()),
                        watch,
                        HOURS)
                .start(TARGETS)
                .question();
    }

    private static List<DayResult> days(WhatIfQuestion question) {
        var days = new WhatIfDays(question, HOURS, () -> false);
        return IntStream.range(0, DAYS).mapToObj(day -> days.day(LEVEL, day)).toList();
    }

    /** So many standard errors is what a single day came to away from what the simulated days say of one. */
    private static double apart(double real, List<DayResult> days, ToDoubleFunction<DayResult> figure) {
        double mean = days.stream().mapToDouble(figure).average().orElseThrow();
        double squares = days.stream()
                .mapToDouble(figure)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.abs(real - mean) / Math.sqrt(squares / (days.size() - 1) * (1 + 1.0 / days.size()));
    }

    @Test
    void whatRanIsFoundAgain() {
        var question = question();
        var flow = question.called().flow();
        assertThat(flow.machines()).isCloseTo(0.25, within(0.02));
        assertThat(flow.detection()).isCloseTo(3, within(0.1));
        assertThat(flow.reached()).isCloseTo(Math.exp(-0.2) * 0.4, within(0.03));
        assertThat(flow.toQueue().mean()).isCloseTo(16, within(0.1));
        assertThat(question.called().phones().pickUp().mean()).isCloseTo(1.8, within(0.1));
        assertThat(question.called().meanPatience()).isBetween(3.0, 9.0);
        assertThat(question.problems()).isEmpty();

        var days = days(question);
        assertThat(apart(utilisation, days, DayResult::utilisation)).isLessThan(2.5);
        assertThat(apart(abandoned, days, DayResult::abandonRate)).isLessThan(2.5);
    }

    @Test
    void aPlainLineToTheQueueWouldNotFindIt() {
        var question = question();
        var called = question.called();
        var plain = new WhatIfQuestion(
                question.agents(),
                question.targets(),
                question.tries(),
                new Called(
                        called.answered(),
                        called.unreachable(),
                        called.unreachableAfter(),
                        called.ring(),
                        called.noAnswer(),
                        called.talk(),
                        called.wrapUp(),
                        2),
                1,
                List.of(),
                0,
                question.current(),
                question.wanted(),
                question.abandonTarget(),
                question.lines());
        var days = days(plain);
        assertThat(apart(utilisation, days, DayResult::utilisation)).isGreaterThan(5);
        assertThat(apart(abandoned, days, DayResult::abandonRate)).isGreaterThan(5);
    }
}
