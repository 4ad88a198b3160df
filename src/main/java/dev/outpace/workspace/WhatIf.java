package dev.outpace.workspace;

import dev.outpace.model.AgentMoment;
import dev.outpace.model.Campaign;
import dev.outpace.model.Problem;
import dev.outpace.simulation.FlowTrial;
import dev.outpace.store.Store;
import dev.outpace.whatif.WhatIfAnswer;
import dev.outpace.whatif.WhatIfEffort;
import dev.outpace.whatif.WhatIfLab;
import dev.outpace.whatif.WhatIfProgress;
import dev.outpace.whatif.WhatIfQuestion;
import dev.outpace.whatif.WhatIfRun;
import dev.outpace.whatif.WhatIfSetting;
import dev.outpace.whatif.WhatIfStart;
import dev.outpace.whatif.WhatIfSubject;
import dev.outpace.whatif.WhatIfTable;
import dev.outpace.whatif.WhatIfValues;
import dev.outpace.whatif.WhatIfWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What would come of another pacing of a campaign: simulated, without touching anything. One question at a time. */
public final class WhatIf {
    private static final Logger LOG = LoggerFactory.getLogger(WhatIf.class);

    private static final double MILLIS_OF_HOUR = 3_600_000;

    private final Parts parts;
    private final Executor executor;
    private final WhatIfLab lab;
    private final WhatIfWatch watch = new WhatIfWatch();
    private final Instant opened;

    /** @param speed engine seconds in a second */
    record Parts(Store store, Catalog catalog, Campaigns campaigns, Settings settings, Clock clock, double speed) {}

    WhatIf(Parts parts, Executor executor, WhatIfEffort effort) {
        this.parts = parts;
        this.executor = executor;
        lab = new WhatIfLab(executor, effort, parts.clock(), parts.speed());
        opened = parts.clock().instant();
    }

    WorkspaceListener watch() {
        return new WorkspaceListener() {
            @Override
            public void agentMoved(AgentMoment moment) {
                watch.agentMoved(moment);
            }
        };
    }

    /** The question with a campaign's values; empty where there is no such campaign, or it is of type flow or has no queue. */
    public CompletableFuture<Optional<WhatIfStart>> start(UUID campaignId) {
        var subject = WhatIfSubject.of(campaignId, parts.catalog().book());
        if (subject == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var since = parts.clock().instant().minus(WhatIfValues.LAST_HOURS);
        // Calls of another speed can't be told from those of this one.
        var from = parts.speed() == 1 || opened.isBefore(since) ? since : opened;
        var figures = parts.store()
                .figureQueries()
                .figures(campaignId, subject.campaign().queueId(), from);
        var bar = parts.store().targetQueries().bar(subject.campaign().outdialId());
        var settings = parts.settings().workspace();
        return figures.thenCombine(
                bar,
                (calls, targets) -> Optional.of(new WhatIfValues(
                                subject,
                                settings.abandonLimit(),
                                settings.lines(),
                                parts.settings().world(),
                                calls.scaled(parts.speed()),
                                flow(subject),
                                watch.wrapUps(campaignId).scaled(parts.speed()),
                                watch,
                                hoursWatched())
                        .start(targets.idle() + targets.progressing())));
    }

    private FlowTrial.Outcome flow(WhatIfSubject subject) {
        var book = parts.catalog().book();
        return FlowTrial.of(
                subject.campaign(),
                id -> {
                    var flow = book.campaign(id);
                    return flow == null ? null : flow.actions();
                },
                parts.settings().world().caller().charactersPerSecond(),
                parts.clock().instant());
    }

    private double hoursWatched() {
        return Duration.between(opened, parts.clock().instant()).toMillis() * parts.speed() / MILLIS_OF_HOUR;
    }

    /**
     * Simulates; the question before, if it still runs, is cancelled.
     *
     * @throws IllegalArgumentException if the question has problems
     */
    public WhatIfRun ask(WhatIfQuestion question, WhatIfProgress progress) {
        return lab.ask(question, progress);
    }

    /** Cancels what runs. */
    public void cancel() {
        lab.cancel();
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
        return CompletableFuture.supplyAsync(() -> written(answer, file), executor);
    }

    private static Answer written(WhatIfAnswer answer, Path file) {
        try {
            new WhatIfTable(answer).write(file);
            return new Answer.Done(List.of());
        } catch (IOException failure) {
            LOG.warn("Cannot write {}", file, failure);
            return Answer.refused(
                    Problem.error("export.unwritable", file.toString(), String.valueOf(failure.getMessage())));
        }
    }
}
