package dev.outpace.ui.whatif;

import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Campaign;
import dev.outpace.model.Compliance;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingMode;
import dev.outpace.ui.live.Facts;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfAnswer.Estimate;
import dev.outpace.whatif.WhatIfAnswer.Finish;
import dev.outpace.whatif.WhatIfAnswer.Other;
import dev.outpace.whatif.WhatIfAnswer.Point;
import dev.outpace.whatif.WhatIfProgress;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfQuestion.BeforeQueue;
import dev.outpace.whatif.WhatIfQuestion.Called;
import dev.outpace.whatif.WhatIfQuestion.OtherCampaign;
import dev.outpace.whatif.WhatIfQuestion.Phones;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import dev.outpace.whatif.WhatIfRun;
import dev.outpace.whatif.WhatIfSetting;
import dev.outpace.whatif.WhatIfSetting.Adaptive;
import dev.outpace.whatif.WhatIfSetting.Level;
import dev.outpace.whatif.WhatIfStart;
import dev.outpace.whatif.WhatIfStart.Counts;
import dev.outpace.workspace.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Answers when a test says so, with the figures of the design. */
final class FakeLab implements WhatIfSource {
    final List<WhatIfQuestion> asked = new ArrayList<>();
    final List<CompletableFuture<Optional<WhatIfAnswer>>> answers = new ArrayList<>();
    final List<WhatIfProgress> progress = new ArrayList<>();
    final List<WhatIfSetting> applied = new ArrayList<>();
    final List<Campaign> undone = new ArrayList<>();
    int cancelled;

    static final Map<Integer, double[]> FIGURES = new TreeMap<>(Map.of(
            80, new double[] {93.1, 10.5, 425, 70},
            100, new double[] {91.1, 5.4, 393, 76},
            120, new double[] {89.7, 3.5, 379, 79},
            140, new double[] {88.5, 2.7, 370, 81},
            160, new double[] {86.7, 1.3, 359, 83},
            180, new double[] {85.1, 0.9, 350, 85},
            200, new double[] {83.5, 0.5, 341, 88}));

    static WhatIfQuestion question(WhatIfSetting current, PacingMode wanted) {
        return new WhatIfQuestion(
                22,
                31_870,
                6,
                new Called(
                        0.27912,
                        0.1,
                        2,
                        17,
                        30,
                        new Spread(190, 120),
                        new Spread(25, 10),
                        List.of(2.0, 4.0, 60.0),
                        new BeforeQueue(0.18, 3.4, 0.02, 0.615, new Spread(14, 4), new Spread(9, 6), 0.7),
                        new Phones(new Spread(1.8, 0.6), 0.01, 0.02, 0, 20)),
                3,
                List.of(new OtherCampaign("Mobile upgrade", new Level(100))),
                20,
                current,
                wanted,
                0.03,
                new LineLimits(150, 12),
                Compliance.DEFAULT.withWaits(true, AbandonFrom.ANSWER));
    }

    static WhatIfAnswer answer(WhatIfQuestion question) {
        var levels = FIGURES.entrySet().stream()
                .map(level -> point(new Level(level.getKey()), level.getValue()))
                .toList();
        var adaptive = List.of(point(new Adaptive(question.abandonTarget()), 89.4, 2.9, 377, 80));
        return new WhatIfAnswer(question, levels, adaptive, 320, 8, Duration.ofMillis(1_600));
    }

    private static Point point(WhatIfSetting setting, double... figures) {
        var calling = Duration.ofHours((long) figures[3]);
        return new Point(
                setting,
                new Estimate(figures[0] / 100, 0.001),
                new Estimate(figures[1] / 100, 0.002),
                List.of(
                        new Other("Mobile upgrade", new Estimate(0.8 * figures[1] / 100, 0.003), 0.03),
                        new Other("", new Estimate(1.2 * figures[1] / 100, 0.003), 0.03)),
                new Estimate(figures[2], 1),
                Optional.of(new Finish(Facts.NOW.plus(calling), calling, 3.1)));
    }

    void answerLast() {
        answers.getLast().complete(Optional.of(answer(asked.getLast())));
    }

    @Override
    public CompletableFuture<Optional<WhatIfStart>> start(UUID campaignId) {
        return CompletableFuture.completedFuture(
                campaignId.equals(WhatIfFixture.FLOW.id())
                        ? Optional.empty()
                        : Optional.of(new WhatIfStart(
                                question(new Level(100), PacingMode.SERVICE_LEVEL),
                                Duration.ofHours(4),
                                new Counts(1_204, 336, 290, 0, 336, 207, 129, 217, 207, 0),
                                true)));
    }

    @Override
    public WhatIfRun ask(WhatIfQuestion question, WhatIfProgress told) {
        asked.add(question);
        progress.add(told);
        answers.add(new CompletableFuture<>());
        return new WhatIfRun(answers.getLast(), () -> cancelled++);
    }

    @Override
    public CompletableFuture<Answer> apply(UUID campaignId, WhatIfSetting setting) {
        applied.add(setting);
        return CompletableFuture.completedFuture(new Answer.Done(List.of()));
    }

    @Override
    public CompletableFuture<Answer> undo(Campaign before) {
        undone.add(before);
        return CompletableFuture.completedFuture(new Answer.Done(List.of()));
    }

    @Override
    public CompletableFuture<Answer> export(WhatIfAnswer answer, Path file) {
        return CompletableFuture.completedFuture(new Answer.Done(List.of()));
    }
}
