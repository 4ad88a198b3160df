package dev.outpace.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.model.PacingMode;
import dev.outpace.ui.whatif.WhatIfModel.Standing;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfQuestion.BeforeQueue;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import dev.outpace.whatif.WhatIfSetting;
import dev.outpace.whatif.WhatIfSetting.Adaptive;
import dev.outpace.whatif.WhatIfSetting.Level;
import dev.outpace.whatif.WhatIfStart;
import dev.outpace.whatif.WhatIfStart.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WhatIfModelTest {
    private final WhatIfFixture fixture = new WhatIfFixture();
    private final FakeLab lab = fixture.lab;
    private final WhatIfForm form = new WhatIfForm(fixture.texts);
    private final WhatIfModel model = new WhatIfModel(lab, fixture.tasks, fixture.pulse, form);
    private final WhatIfWords words = new WhatIfWords(fixture.texts);

    private static WhatIfAnswer answer(WhatIfSetting current, PacingMode wanted) {
        return FakeLab.answer(FakeLab.question(current, wanted));
    }

    private void answered() {
        model.choose(fixture.row(WhatIfFixture.CALLS));
        model.run();
        lab.answerLast();
    }

    @Test
    void theFormHasTheValuesOfTheCampaignAndAsksThemExactly() {
        model.choose(fixture.row(WhatIfFixture.CALLS));

        assertThat(model.standing()).isEqualTo(Standing.READY);
        assertThat(form.typed(QuestionField.TARGETS).get()).isEqualTo("31,870");
        assertThat(form.typed(QuestionField.ANSWERED).get()).isEqualTo("27.9");
        assertThat(form.question()).contains(FakeLab.question(new Level(100), PacingMode.SERVICE_LEVEL));
    }

    @Test
    void whatIsTypedIsAsked() {
        model.choose(fixture.row(WhatIfFixture.CALLS));
        form.typed(QuestionField.AGENTS).set("30");
        form.typed(QuestionField.TARGETS).set("5 000");
        form.typed(QuestionField.ANSWERED).set("31,5");
        form.typed(QuestionField.LEVEL).set("150");
        model.run();

        var asked = lab.asked.getLast();
        assertThat(asked.agents()).isEqualTo(30);
        assertThat(asked.targets()).isEqualTo(5_000);
        assertThat(asked.called().answered()).isEqualTo(0.315);
        assertThat(asked.current()).isEqualTo(new Level(150));
        assertThat(asked.called().talk().mean()).isEqualTo(190);
    }

    @Test
    void whatIsTypedOfTheFlowAndThePhonesIsAskedAndTheRestStays() {
        model.choose(fixture.row(WhatIfFixture.CALLS));
        form.typed(QuestionField.MACHINES).set("30");
        form.typed(QuestionField.REACHED).set("50");
        form.typed(QuestionField.TO_QUEUE).set("20");
        form.typed(QuestionField.MISSED).set("6");
        form.typed(QuestionField.PATIENCE).set("5");
        model.run();

        var before = FakeLab.question(new Level(100), PacingMode.SERVICE_LEVEL).called();
        var asked = lab.asked.getLast().called();
        assertThat(asked.flow())
                .isEqualTo(new BeforeQueue(
                        0.3,
                        3.4,
                        0.02,
                        0.5,
                        new Spread(20, 4),
                        before.flow().leaves(),
                        before.flow().hungUp()));
        assertThat(asked.phones().missed()).isCloseTo(0.06, within(1e-12));
        assertThat(asked.phones().rejected()).isCloseTo(0.04, within(1e-12));
        assertThat(asked.phones().pickUp()).isEqualTo(before.phones().pickUp());
        assertThat(asked.patience()).containsExactly(5.0);
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingIsAsked() {
        model.choose(fixture.row(WhatIfFixture.CALLS));
        form.typed(QuestionField.AGENTS).set("many");
        model.run();
        assertThat(form.wrong()).containsExactly(QuestionField.AGENTS);
        form.typed(QuestionField.AGENTS).set("0");
        form.typed(QuestionField.UNREACHABLE).set("90");
        model.run();

        assertThat(form.wrong()).containsExactly(QuestionField.AGENTS, QuestionField.ANSWERED);
        assertThat(form.error(QuestionField.AGENTS).get()).contains("2000");
        assertThat(lab.asked).isEmpty();
        assertThat(model.standing()).isEqualTo(Standing.READY);
    }

    @Test
    void aSimulationTellsItsProgressAndLeavesItsAnswer() {
        model.choose(fixture.row(WhatIfFixture.CALLS));
        model.run();
        assertThat(model.standing()).isEqualTo(Standing.RUNNING);
        assertThat(model.progressProperty().get()).isNegative();
        lab.progress.getLast().at(80, 320);
        assertThat(model.progressProperty().get()).isEqualTo(0.25);
        lab.answerLast();

        assertThat(model.standing()).isEqualTo(Standing.READY);
        assertThat(model.answer()).isNotNull();
        assertThat(model.changedProperty().get()).isFalse();
        form.typed(QuestionField.AGENTS).set("23");
        assertThat(model.changedProperty().get()).isTrue();
    }

    @Test
    void aCancelledSimulationLeavesTheAnswerBefore() {
        answered();
        var before = model.answer();
        model.run();
        model.cancel();
        assertThat(lab.cancelled).isEqualTo(1);
        assertThat(model.standing()).isEqualTo(Standing.READY);
        lab.answerLast();

        assertThat(model.answer()).isSameAs(before);
    }

    @Test
    void anotherCampaignTakesTheAnswerAway() {
        answered();
        model.run();
        model.choose(fixture.row(WhatIfFixture.FLOW));

        assertThat(lab.cancelled).isEqualTo(1);
        assertThat(model.answer()).isNull();
        assertThat(model.standing()).isEqualTo(Standing.NO_RULE);
    }

    @Test
    void openingACampaignSimulatesItAtOnce() {
        model.open(fixture.row(WhatIfFixture.CALLS));

        assertThat(model.standing()).isEqualTo(Standing.RUNNING);
        assertThat(lab.asked).hasSize(1);
    }

    @Test
    void adaptiveLeavesTheServiceLevelAsItIs() {
        model.choose(fixture.row(WhatIfFixture.CALLS));
        form.wantedProperty().set(PacingMode.ADAPTIVE);
        form.typed(QuestionField.LEVEL).set("7");
        form.typed(QuestionField.ABANDON_TARGET).set("2.5");
        model.run();
        lab.answerLast();

        var asked = lab.asked.getLast();
        assertThat(asked.current()).isEqualTo(new Level(100));
        assertThat(asked.abandonTarget()).isEqualTo(0.025);
        assertThat(model.applicable()).as("2.9 % is over it").isEmpty();
    }

    @Test
    void theBestLevelUnderTheLimitIsAdvised() {
        answered();
        var answer = Objects.requireNonNull(model.answer());

        assertThat(words.title(answer)).isEqualTo("Raise the service level to 140\u00a0%");
        assertThat(words.detail(answer))
                .isEqualTo("highest agent utilisation with abandon under 3\u00a0%; adaptive pacing comes to"
                        + " 89.4\u00a0% at 2.9\u00a0%");
        var figures = AdviceFigures.of(answer, fixture.texts);
        assertThat(figures.utilisation())
                .isEqualTo(new AnswerComparison.Words("91.1", "88.5\u00a0%", "\u22122.6 points", null));
        assertThat(figures.abandon().before()).isEqualTo("5.4");
        assertThat(figures.abandon().foot()).isEqualTo("back under the limit");
        assertThat(figures.calls()).isEqualTo(new AnswerComparison.Words("393", "370", "23 fewer", null));
        assertThat(figures.finish().foot()).isEqualTo("5 h of calling later");
        assertThat(model.applicable()).contains(new Level(140));
    }

    @Test
    void titlesSayWhatToDo() {
        assertThat(words.title(answer(new Level(140), PacingMode.SERVICE_LEVEL)))
                .isEqualTo("Keep the service level at 140\u00a0%");
        assertThat(words.title(answer(new Level(180), PacingMode.SERVICE_LEVEL)))
                .isEqualTo("Lower the service level to 140\u00a0%");
        assertThat(words.title(answer(new Adaptive(0.03), PacingMode.SERVICE_LEVEL)))
                .isEqualTo("Keep adaptive pacing with a target of 3\u00a0%");
        assertThat(words.title(answer(new Level(100), PacingMode.ADAPTIVE)))
                .isEqualTo("Switch to adaptive pacing with a target of 3\u00a0%");
        assertThat(words.title(answer(new Adaptive(0.03), PacingMode.ADAPTIVE)))
                .isEqualTo("Keep adaptive pacing with a target of 3\u00a0%");
    }

    @Test
    void nothingUnderTheLimitSaysSoAndNamesWhatWouldDo() {
        var question = FakeLab.question(new Level(100), PacingMode.SERVICE_LEVEL);
        var over = FakeLab.answer(question).levels().subList(0, 3);
        var none = new WhatIfAnswer(question, over, FakeLab.answer(question).adaptive(), 320, 8, Duration.ofSeconds(1));

        assertThat(words.title(none)).isEqualTo("No level keeps abandon under 3\u00a0%");
        assertThat(words.detail(none)).isEqualTo("Adaptive pacing does: 2.9\u00a0% abandon at 89.4\u00a0% utilisation");
        assertThat(AdviceFigures.of(none, fixture.texts).abandon().foot()).isEqualTo("over the limit");
        assertThat(ResultLine.of(none)).noneMatch(ResultLine::best);
    }

    @Test
    void linesOfTheTableAreThePointsWithTheCurrentAndTheBestMarked() {
        var lines = ResultLine.of(answer(new Level(100), PacingMode.SERVICE_LEVEL));

        assertThat(lines).hasSize(8);
        assertThat(lines)
                .filteredOn(ResultLine::current)
                .extracting(line -> line.point().setting())
                .containsExactly(new Level(100));
        assertThat(lines)
                .filteredOn(ResultLine::best)
                .extracting(line -> line.point().setting())
                .containsExactly(new Level(140));
        assertThat(lines).filteredOn(ResultLine::underLimit).hasSize(5);
    }

    @Test
    void everyValueSaysWhereItComesFrom() {
        var start = lab.start(WhatIfFixture.CALLS.id()).join().orElseThrow();

        assertThat(words.sources(start))
                .isEqualTo(
                        "Based on this campaign's 1,204 calls in the last 4 h. From the telephony settings: Wrap-up.");
        assertThat(words.source(QuestionField.TALK, start)).isEqualTo("290 talks in the last 4 h");
        assertThat(words.source(QuestionField.REACHED, start)).isEqualTo("336 people who answered in the last 4 h");
        assertThat(words.source(QuestionField.PICK_UP, start))
                .isEqualTo("207 callers who waited in the queue in the last 4 h");
        assertThat(words.source(QuestionField.INBOUND, start)).isEqualTo("Hardly any calls of no campaign were seen");
        var without = new WhatIfStart(
                start.question(), Duration.ofHours(4), new Counts(1_204, 336, 290, 0, 0, 0, 0, 0, 0, 0), true);
        assertThat(words.source(QuestionField.TO_QUEUE, without))
                .isEqualTo("Too few calls: from the flow, with callers of the simulated telephony");
        assertThat(words.source(QuestionField.WRAP_UP, start)).contains("settings of the simulated telephony");
        assertThat(List.of(QuestionField.values()))
                .filteredOn(entry -> words.source(entry, start).isEmpty())
                .containsExactly(QuestionField.UNREACHABLE_AFTER, QuestionField.ABANDON_TARGET);
    }

    @Test
    void typedNumbersAreReadInTheirUnits() {
        assertThat(QuestionField.ANSWERED.read("27.9 ")).hasValue(0.279);
        assertThat(QuestionField.TARGETS.read("1,234,567")).hasValue(1_234_567);
        assertThat(QuestionField.RING.read("1,5")).hasValue(1.5);
        assertThat(QuestionField.AGENTS.read("2.5")).isEmpty();
        assertThat(QuestionField.AGENTS.read("")).isEmpty();
        assertThat(QuestionField.PATIENCE.show(2)).isEqualTo("2");
        WhatIfQuestion question = FakeLab.question(new Level(100), PacingMode.SERVICE_LEVEL);
        assertThat(QuestionField.TARGETS.show(QuestionField.TARGETS.of(question)))
                .isEqualTo("31,870");
    }
}
