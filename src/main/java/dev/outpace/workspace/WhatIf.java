package dev.outpace.workspace;

import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import dev.outpace.simulation.DayResult;
import dev.outpace.store.Store;
import dev.outpace.workspace.WhatIfSetting.Adaptive;
import dev.outpace.workspace.WhatIfSetting.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What would come of another pacing of a campaign: simulated, without touching anything. One question at a time. */
public final class WhatIf {
    /** How far back a campaign's calls are looked at. */
    static final Duration LAST_HOURS = Duration.ofHours(4);

    private final Parts parts;
    private final Executor executor;
    private final WhatIfEffort effort;
    private final WhatIfWatch watch = new WhatIfWatch();
    private final Instant opened;
    private final AtomicReference<@Nullable Asked> latest = new AtomicReference<>();

    /** @param speed engine seconds in a second */
    record Parts(Store store, Catalog catalog, Campaigns campaigns, Settings settings, Clock clock, double speed) {}

    /** Hears how far it is, on any thread; returns at once. */
    @FunctionalInterface
    public interface Progress {
        void at(int runs, int of);
    }

    /** @param answer empty when it was cancelled, or another question came; where it waits is no thread */
    public record Running(CompletableFuture<Optional<WhatIfAnswer>> answer, Runnable cancel) {}

    WhatIf(Parts parts, Executor executor, WhatIfEffort effort) {
        this.parts = parts;
        this.executor = executor;
        this.effort = effort;
        opened = parts.clock().instant();
    }

    WorkspaceListener watch() {
        return watch;
    }

    /** The question with a campaign's values; empty where there is no such campaign, or it is of type flow or has no queue. */
    public CompletableFuture<Optional<WhatIfStart>> start(UUID campaignId) {
        var subject = WhatIfSubject.of(campaignId, parts.catalog().book());
        if (subject == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var since = parts.clock().instant().minus(LAST_HOURS);
        // Calls of another speed can't be told from those of this one.
        var from = parts.speed() == 1 || opened.isBefore(since) ? since : opened;
        var figures = parts.store().figureQueries().figures(campaignId, from);
        var bar = parts.store().targetQueries().bar(subject.campaign().outdialId());
        return figures.thenCombine(
                bar,
                (calls, targets) -> Optional.of(new WhatIfValues(
                                subject,
                                parts.settings().workspace(),
                                parts.settings().world(),
                                calls.scaled(parts.speed()),
                                watch.wrapUps(campaignId).scaled(parts.speed()),
                                watch)
                        .start(targets.idle() + targets.progressing())));
    }

    /**
     * Simulates; the question before, if it still runs, is cancelled.
     *
     * @throws IllegalArgumentException if the question has problems
     */
    public Running ask(WhatIfQuestion question, Progress progress) {
        var problems = question.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        var asked = new Asked(effort.runs(), progress);
        cancel(latest.getAndSet(asked));
        var answer = CompletableFuture.supplyAsync(() -> settings(question, asked), executor)
                .thenCompose(settings -> answer(question, settings, asked))
                .handle(WhatIf::unlessCancelled);
        return new Running(answer, asked::cancel);
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
            var points = new WhatIfPoints(question, parts.clock().instant(), parts.speed());
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
                    Duration.between(asked.begun, parts.clock().instant()));
        });
    }

    /** Paces a campaign by a setting, as saving it does. */
    public CompletableFuture<Answer> apply(UUID campaignId, WhatIfSetting setting) {
        var campaign = parts.catalog().book().campaign(campaignId);
        return campaign == null
                ? CompletableFuture.completedFuture(Answer.refused(Problem.error("campaign.unknown", "", campaignId)))
                : save(setting.on(campaign), campaign);
    }

    /** Puts back how a campaign was paced. */
    public CompletableFuture<Answer> undo(Campaign before) {
        var now = parts.catalog().book().campaign(before.id());
        return now == null
                ? CompletableFuture.completedFuture(Answer.refused(Problem.error("campaign.unknown", "", before.id())))
                : save(
                        now.withServiceLevel(before.serviceLevel())
                                .withOptions(now.options()
                                        .withPacing(before.options().pacing())),
                        now);
    }

    private CompletableFuture<Answer> save(Campaign edited, Campaign base) {
        return parts.campaigns().save(edited, base, true, false);
    }

    /** Writes the points of an answer as CSV. */
    public CompletableFuture<Answer> export(WhatIfAnswer answer, Path file) {
        return CompletableFuture.supplyAsync(() -> new WhatIfTable(answer).write(file), executor);
    }

    /** A question that was asked. */
    private final class Asked {
        private final Instant begun = parts.clock().instant();
        private final Progress progress;
        private final AtomicInteger done = new AtomicInteger();
        private volatile int runs;
        private volatile boolean cancelled;

        Asked(int runs, Progress progress) {
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
