package dev.outpace.whatif;

import dev.outpace.simulation.DayResult;
import dev.outpace.whatif.WhatIfSetting.Adaptive;
import dev.outpace.whatif.WhatIfSetting.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers questions by simulated days, one question at a time. */
public final class WhatIfLab {
    private final Executor executor;
    private final WhatIfEffort effort;
    private final Clock clock;
    private final double speed;
    private final AtomicReference<@Nullable Asked> latest = new AtomicReference<>();

    /**
     * @param executor runs many small tasks that each keep a thread busy
     * @param speed engine seconds in a second of the clock, by which the end of a list is told
     */
    public WhatIfLab(Executor executor, WhatIfEffort effort, Clock clock, double speed) {
        this.executor = executor;
        this.effort = effort;
        this.clock = clock;
        this.speed = speed;
    }

    /**
     * Simulates; the question before, if it still runs, is cancelled.
     *
     * @throws IllegalArgumentException if the question has problems
     */
    public WhatIfRun ask(WhatIfQuestion question, WhatIfProgress progress) {
        var problems = question.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        var asked = new Asked(effort.runs(), progress);
        cancel(latest.getAndSet(asked));
        var answer = CompletableFuture.supplyAsync(() -> settings(question, asked), executor)
                .thenCompose(settings -> answer(question, settings, asked))
                .handle(WhatIfLab::unlessCancelled);
        return new WhatIfRun(answer, asked::cancel);
    }

    /** Cancels what runs. */
    public void cancel() {
        cancel(latest.get());
    }

    private static void cancel(@Nullable Asked running) {
        if (running != null) {
            running.cancel();
        }
    }

    private static Optional<WhatIfAnswer> unlessCancelled(@Nullable WhatIfAnswer answer, @Nullable Throwable failure) {
        if (failure == null) {
            return Optional.ofNullable(answer);
        }
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancellationException) {
            return Optional.empty();
        }
        throw new CompletionException(cause);
    }

    private List<WhatIfSetting> settings(WhatIfQuestion question, Asked running) {
        var days = new WhatIfDays(question, effort.hours(), running::isCancelled);
        int current = question.current() instanceof Level(var level) ? level : 0;
        var settings = new ArrayList<WhatIfSetting>();
        days.firstPass(current).choose(effort.levels(), current).forEach(level -> settings.add(new Level(level)));
        var asked = new Adaptive(question.abandonTarget());
        if (question.current() instanceof Adaptive own && !own.equals(asked)) {
            settings.add(own);
        }
        settings.add(asked);
        return settings;
    }

    private CompletableFuture<WhatIfAnswer> answer(WhatIfQuestion question, List<WhatIfSetting> settings, Asked asked) {
        asked.begin(settings.size() * effort.days());
        var days = new WhatIfDays(question, effort.hours(), asked::isCancelled);
        var running = settings.stream()
                .map(setting -> IntStream.range(0, effort.days())
                        .mapToObj(day ->
                                CompletableFuture.supplyAsync(() -> asked.count(days.day(setting, day)), executor))
                        .toList())
                .toList();
        var all = running.stream().flatMap(List::stream).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(all).thenApply(_ -> {
            var points = new WhatIfPoints(question, clock.instant(), speed);
            var made = IntStream.range(0, settings.size())
                    .mapToObj(i -> points.point(
                            settings.get(i),
                            running.get(i).stream().map(CompletableFuture::join).toList()))
                    .toList();
            return new WhatIfAnswer(
                    question,
                    made.stream()
                            .filter(point -> point.setting() instanceof Level)
                            .toList(),
                    made.stream()
                            .filter(point -> point.setting() instanceof Adaptive)
                            .toList(),
                    all.length,
                    effort.hours(),
                    Duration.between(asked.begun, clock.instant()));
        });
    }

    /** A question that was asked. */
    private final class Asked {
        private final Instant begun = clock.instant();
        private final WhatIfProgress progress;
        private final AtomicInteger done = new AtomicInteger();
        private volatile int runs;
        private volatile boolean cancelled;

        Asked(int runs, WhatIfProgress progress) {
            this.runs = runs;
            this.progress = progress;
        }

        void begin(int all) {
            runs = all;
            progress.at(0, all);
        }

        DayResult count(DayResult day) {
            progress.at(done.incrementAndGet(), runs);
            return day;
        }

        void cancel() {
            cancelled = true;
        }

        boolean isCancelled() {
            return cancelled;
        }
    }
}
