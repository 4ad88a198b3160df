package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Action;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.store.PlacedCalls;
import dev.outpace.store.Store;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.ui.live.Facts;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfEffort;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfQuestion.BeforeQueue;
import dev.outpace.whatif.WhatIfQuestion.Called;
import dev.outpace.whatif.WhatIfQuestion.OtherCampaign;
import dev.outpace.whatif.WhatIfQuestion.Phones;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import dev.outpace.whatif.WhatIfSetting;
import dev.outpace.whatif.WhatIfSetting.Adaptive;
import dev.outpace.whatif.WhatIfSetting.Level;
import dev.outpace.whatif.WhatIfStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class WhatIfTest {
    private static final WhatIfEffort LITTLE = new WhatIfEffort(5, 2, 1);
    private static final Clock CLOCK = Clock.fixed(Facts.NOW, ZoneOffset.UTC);
    private static final LineLimits LINES = new LineLimits(500, 50);

    @TempDir
    private Path folder;

    private Workspace workspace;
    private WhatIf whatIf;

    @BeforeEach
    void open() {
        try (var store = Store.open(folder, "a test", new JacksonJson())) {
            var calls = new PlacedCalls(store, 200);
            for (int i = 0; i < 20; i++) {
                calls.talked(Facts.NOW.minusSeconds(600), 8 + i % 3, 100 + 10 * (i % 5));
            }
            for (int i = 0; i < 40; i++) {
                calls.ended(
                        Facts.NOW.minusSeconds(600),
                        i % 4 == 0 ? 3 : 30,
                        i % 4 == 0 ? EndCause.BUSY : EndCause.NO_ANSWER);
            }
        }
        workspace = Workspace.open(
                new Workspace.Opening(EmptyWorkspace.in(folder), "a test", 1, false, false, 1, CarrierLog.NONE),
                new JacksonJson(),
                CLOCK);
        whatIf = workspace.whatIf(ForkJoinPool.commonPool(), LITTLE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private WhatIfStart start() {
        return whatIf.start(PlacedCalls.CAMPAIGN).join().orElseThrow();
    }

    private static WhatIfQuestion question(WhatIfSetting current, PacingMode wanted, double inbound, Called called) {
        return new WhatIfQuestion(10, 2_000, 3, called, 1, List.of(), inbound, current, wanted, 0.03, LINES);
    }

    private static Called called() {
        return new Called(0.3, 0.15, 2, 9, 26, new Spread(150, 120), new Spread(20, 10), 2);
    }

    private WhatIfAnswer ask(WhatIfQuestion question) {
        return whatIf.ask(question, (_, _) -> {}).answer().join().orElseThrow();
    }

    @Test
    void theQuestionHasTheCampaignsOwnValues() {
        var start = start();
        var question = start.question();

        assertThat(question.agents()).isEqualTo(2);
        assertThat(question.targets()).isEqualTo(140);
        assertThat(question.tries()).isEqualTo(3);
        assertThat(question.called().answered()).isCloseTo(20 / 60.0, within(1e-9));
        assertThat(question.called().unreachable()).isCloseTo(10 / 60.0, within(1e-9));
        assertThat(question.called().unreachableAfter()).isEqualTo(3);
        assertThat(question.called().ring()).isCloseTo(8.95, within(1e-6));
        assertThat(question.called().noAnswer()).isEqualTo(30);
        assertThat(question.called().talk().mean()).isEqualTo(120);
        assertThat(question.current()).isEqualTo(new Level(100));
        assertThat(question.campaigns()).isEqualTo(1);
        assertThat(start.counts().dialed()).isEqualTo(60);
        assertThat(start.counts().talked()).isEqualTo(20);
        assertThat(start.counts().wrappedUp())
                .as("no agent wrapped up since the workspace was opened")
                .isZero();
        assertThat(question.called().wrapUp().mean()).isEqualTo(SimulatedWorld.DEFAULT.wrapUp());
        assertThat(question.problems()).isEmpty();
    }

    @Test
    void whatTooFewCallsTellOfTheFlowComesFromTheFlow() {
        var start = start();
        assertThat(start.counts().people()).isZero();
        assertThat(start.question().called().flow()).isEqualTo(BeforeQueue.NONE);

        var text = new Json.Obj(Map.of("text", new Json.Text("a".repeat(150))));
        var base = Objects.requireNonNull(workspace.resourceBook().campaign(PlacedCalls.CAMPAIGN));
        var talks = base.withActions(List.of(
                new Action(UUID.randomUUID(), Ids.NIL, "amd", Json.Obj.EMPTY, Json.Obj.EMPTY),
                new Action(UUID.randomUUID(), Ids.NIL, "talk", text, Json.Obj.EMPTY)));
        workspace.campaigns().save(talks, base, true, false).join();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (start().question().called().flow().equals(BeforeQueue.NONE)) {
                Thread.onSpinWait();
            }
        });

        var flow = start().question().called().flow();
        assertThat(flow.detection()).isEqualTo(2.5);
        assertThat(flow.toQueue()).isEqualTo(new Spread(12.5, 0));
        assertThat(flow.reached()).isEqualTo(1);
        assertThat(flow.machines()).isZero();
    }

    @Test
    void whatNoRulePacesHasNoQuestion() {
        assertThat(whatIf.start(Facts.id(12)).join()).isEmpty();
        assertThat(whatIf.start(Facts.id(99)).join()).isEmpty();
    }

    @Test
    void lowerLevelsUseAgentsMoreAndLoseMoreCallers() {
        var answer = ask(question(new Level(100), PacingMode.SERVICE_LEVEL, 0, called()));
        var least = answer.levels().getFirst();
        var most = answer.levels().getLast();

        assertThat(answer.runs()).isEqualTo(LITTLE.runs());
        assertThat(least.abandon().mean())
                .as("levels go down to where about 12 % are abandoned")
                .isGreaterThan(0.06);
        assertThat(most.abandon().mean()).isLessThan(0.01);
        assertThat(least.utilisation().mean()).isGreaterThan(most.utilisation().mean());
        var best = answer.best().orElseThrow();
        assertThat(best.abandon().mean()).isLessThanOrEqualTo(0.03);
        assertThat(answer.levels())
                .filteredOn(answer::isUnderLimit)
                .allSatisfy(point -> assertThat(point.utilisation().mean())
                        .isLessThanOrEqualTo(best.utilisation().mean()));
        assertThat(answer.current())
                .hasValueSatisfying(now -> assertThat(now.setting()).isEqualTo(new Level(100)));
        var end = best.finish().orElseThrow();
        assertThat(end.at()).isEqualTo(Facts.NOW.plus(end.calling()));
        assertThat(end.dialsPerTarget()).isBetween(1.0, 3.0);
    }

    @Test
    void adaptiveIsAdvisedWhereItIsAskedForAndKeepsItsTarget() {
        var answer = ask(question(new Adaptive(0.08), PacingMode.ADAPTIVE, 0, called()));

        assertThat(answer.adaptive())
                .extracting(WhatIfAnswer.Point::setting)
                .containsExactly(new Adaptive(0.08), new Adaptive(0.03));
        assertThat(answer.asAdaptive().abandon().mean()).isLessThan(0.06);
        assertThat(answer.best().stream()).allSatisfy(best -> assertThat(best).isEqualTo(answer.asAdaptive()));
        assertThat(answer.current()).contains(answer.adaptive().getFirst());
    }

    /** With agents who pick up in 1.8 s on average, a third of the callers is late at any level. */
    @Test
    void waitsCountAsTheCampaignCountsThem() {
        var rules = Compliance.DEFAULT.withWaits(true, AbandonFrom.ANSWER);
        var slow = new Called(
                0.3,
                0.15,
                2,
                9,
                26,
                new Spread(150, 120),
                new Spread(20, 10),
                List.of(60.0),
                BeforeQueue.NONE,
                Phones.AT_ONCE.withPickUp(new Spread(1.8, 1.8)));
        var plain = question(new Level(100), PacingMode.SERVICE_LEVEL, 0, slow);
        var counting = new WhatIfQuestion(
                10, 2_000, 3, slow, 1, List.of(), 0, new Level(100), PacingMode.SERVICE_LEVEL, 0.03, LINES, rules);

        assertThat(ask(plain).current().orElseThrow().abandon().mean()).isLessThan(0.001);
        var answer = ask(counting);
        assertThat(answer.current().orElseThrow().abandon().mean()).isBetween(0.22, 0.4);
        assertThat(answer.best()).isEmpty();
    }

    @Test
    void theQuestionHasTheRuleOfTheCampaign() {
        var campaign = Objects.requireNonNull(workspace.resourceBook().campaign(PlacedCalls.CAMPAIGN));
        var rules =
                new Compliance("Sorry.", 2_500, 72, true, 15_000, Json.Obj.EMPTY).withWaits(true, AbandonFrom.GREETING);
        var answer = workspace
                .campaigns()
                .save(campaign.withOptions(campaign.options().withCompliance(rules)), campaign, true, false)
                .join();
        assertThat(answer).isInstanceOf(Answer.Done.class);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!start().question().rules().countsWaits()) {
                Thread.onSpinWait();
            }
        });
        assertThat(start().question().rules())
                .as("the message ends waits")
                .isEqualTo(new Compliance("Sorry.", 2_500, 0, false, 0, Json.Obj.EMPTY)
                        .withWaits(true, AbandonFrom.GREETING));
    }

    @Test
    void nothingIsAdvisedWhereOtherCampaignsOfTheQueueLoseTheCallers() {
        var hurried = new WhatIfQuestion(
                10,
                2_000,
                3,
                called(),
                2,
                List.of(new OtherCampaign("Hurried", new Level(10))),
                0,
                new Level(100),
                PacingMode.SERVICE_LEVEL,
                0.03,
                LINES);

        var answer = ask(hurried);

        assertThat(answer.best()).isEmpty();
        assertThat(answer.levels())
                .allSatisfy(point -> assertThat(answer.isUnderLimit(point)).isFalse());
    }

    @Test
    void aLevelOfNoLimitIsNotSimulated() {
        var answer = ask(question(new Level(0), PacingMode.SERVICE_LEVEL, 0, called()));

        assertThat(answer.current()).isEmpty();
        assertThat(answer.best()).isPresent();
    }

    /** Runs tasks when the test says so. */
    private static final class Waiting implements Executor {
        private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void run(int most) {
            for (int i = 0; i < most && !tasks.isEmpty(); i++) {
                tasks.remove().run();
            }
        }
    }

    @Test
    void aCancelledQuestionHasNoAnswerAndSimulatesNoFurtherDay() {
        var waiting = new Waiting();
        var lab = workspace.whatIf(waiting, LITTLE);
        var told = new AtomicInteger();
        var running =
                lab.ask(question(new Level(100), PacingMode.SERVICE_LEVEL, 0, called()), (done, _) -> told.set(done));
        waiting.run(3);
        assertThat(told).hasPositiveValue();
        int before = told.get();

        running.cancel().run();
        waiting.run(Integer.MAX_VALUE);

        assertThat(running.answer().join()).isEmpty();
        assertThat(told).hasValue(before);
    }

    @Test
    void aNewQuestionTakesThePlaceOfTheOneBefore() {
        var waiting = new Waiting();
        var lab = workspace.whatIf(waiting, LITTLE);
        var first = lab.ask(question(new Level(100), PacingMode.SERVICE_LEVEL, 0, called()), (_, _) -> {});
        waiting.run(2);
        var second = lab.ask(question(new Level(60), PacingMode.SERVICE_LEVEL, 0, called()), (_, _) -> {});
        waiting.run(Integer.MAX_VALUE);

        assertThat(first.answer().join()).isEmpty();
        assertThat(second.answer().join())
                .hasValueSatisfying(
                        answer -> assertThat(answer.question().current()).isEqualTo(new Level(60)));
    }

    @Test
    void aQuestionWithProblemsIsRefused() {
        var wrong = question(
                new Level(100),
                PacingMode.SERVICE_LEVEL,
                0,
                new Called(0.9, 0.2, 2, 9, 26, new Spread(0, 0), new Spread(20, 10), 2));

        assertThat(wrong.problems()).extracting(problem -> problem.place()).containsExactly("answered", "talk");
        assertThatThrownBy(() -> whatIf.ask(wrong, (_, _) -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAppliedSettingIsTheCampaignsAndIsTakenBack() {
        var before = Objects.requireNonNull(workspace.resourceBook().campaign(PlacedCalls.CAMPAIGN));

        assertThat(whatIf.apply(before.id(), new Adaptive(0.02)).join()).isInstanceOf(Answer.Done.class);
        awaitPacing(before.id(), PacingChoice.adaptive(0.02));
        assertThat(whatIf.undo(before).join()).isInstanceOf(Answer.Done.class);
        awaitPacing(before.id(), PacingChoice.DEFAULT);
    }

    /** What is committed is told a moment later. */
    private void awaitPacing(UUID id, PacingChoice wanted) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!pacing(id).equals(wanted)) {
                Thread.onSpinWait();
            }
        });
    }

    private PacingChoice pacing(UUID id) {
        return Objects.requireNonNull(workspace.resourceBook().campaign(id))
                .options()
                .pacing();
    }

    @Test
    void theTableIsWrittenForASpreadsheet() throws IOException {
        var answer = ask(question(new Level(100), PacingMode.SERVICE_LEVEL, 0, called()));
        var file = folder.resolve("what-if.csv");

        assertThat(whatIf.export(answer, file).join()).isInstanceOf(Answer.Done.class);

        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + LITTLE.levels() + 1);
        assertThat(lines.getFirst()).startsWith("\uFEFFpacing,setting_percent,");
        assertThat(lines.getLast()).startsWith("adaptive,3.000,");
        assertThat(whatIf.export(answer, folder).join()).isInstanceOf(Answer.Refused.class);
    }
}
