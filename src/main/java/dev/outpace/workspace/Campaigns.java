package dev.outpace.workspace;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.CampaignTried;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.RunningHeld;
import dev.outpace.engine.EngineThread;
import dev.outpace.engine.StartCheck;
import dev.outpace.flow.FlowCheck;
import dev.outpace.model.Action;
import dev.outpace.model.Alarm;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Ids;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.model.Stamps;
import dev.outpace.model.StopMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a user can do with campaigns. */
public final class Campaigns {
    private final EngineThread engine;
    private final Catalog catalog;
    private final Clock clock;
    private final StartProblems starts;
    private final TelephonyFactory telephony;
    private final RealStarts realStarts;
    private final Trials trials;
    private final Supplier<LineLimits> lines;

    /** @param lines the limits of the workspace */
    Campaigns(
            EngineThread engine,
            Catalog catalog,
            Clock clock,
            TelephonyFactory telephony,
            RealStarts realStarts,
            Trials trials,
            Supplier<LineLimits> lines) {
        this.starts = new StartProblems(StartCheck.Flows::check, telephony::capabilities);
        this.telephony = telephony;
        this.realStarts = realStarts;
        this.trials = trials;
        this.lines = lines;
        this.engine = engine;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Whether the telephony can record whole calls. */
    public boolean recordsCalls() {
        return telephony.recordsCalls();
    }

    /** Why a start would be refused, and what it would ask. Any thread; long the first time that a large flow is gone through. */
    public List<Problem> startProblems(UUID campaignId) {
        var book = catalog.book();
        var problems = new ArrayList<>(starts.of(campaignId, book));
        var campaign = book.campaign(campaignId);
        if (campaign != null) {
            problems.addAll(telephony.warnings(campaign));
        }
        return List.copyOf(problems);
    }

    /** What the first start of a campaign with real calls leads to; empty where nothing has to be confirmed. Any thread. */
    public CompletableFuture<Optional<RealStart>> firstRealStart(UUID campaignId) {
        var book = catalog.book();
        var campaign = book.campaign(campaignId);
        return campaign == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : realStarts.first(campaign, book, lines.get());
    }

    /** A person has seen how many real numbers may ring for the campaign, and wants it. Completes when it is stored. */
    public CompletableFuture<Boolean> confirmRealStart(UUID campaignId) {
        var book = catalog.book();
        var campaign = book.campaign(campaignId);
        return campaign == null ? CompletableFuture.completedFuture(false) : realStarts.confirm(campaign, book);
    }

    /**
     * Starts a campaign, or lets it go on. Warnings are asked about, unless the user has confirmed them. A first start with real
     * calls is refused until it is {@link #confirmRealStart confirmed}.
     */
    public CompletableFuture<Answer> start(UUID campaignId, boolean confirmed) {
        return firstRealStart(campaignId)
                .thenCompose(first -> first.isPresent()
                        ? CompletableFuture.completedFuture(Answer.refused(RealStarts.unconfirmed(first.get())))
                        : startAs(new CampaignStarted(campaignId), campaignId, confirmed));
    }

    /**
     * Starts a campaign for one call to the target whose turn is next; then it stops by itself. It takes no confirmation of real
     * calls, and gives none: the person has seen which number rings.
     */
    public CompletableFuture<Answer> tryOne(UUID campaignId, boolean confirmed) {
        return startAs(new CampaignTried(campaignId), campaignId, confirmed);
    }

    private CompletableFuture<Answer> startAs(EngineInput.Order start, UUID campaignId, boolean confirmed) {
        var problems = startProblems(campaignId);
        if (!confirmed && !problems.isEmpty() && problems.stream().noneMatch(Problem::isError)) {
            return CompletableFuture.completedFuture(new Answer.Asks(problems));
        }
        return prepare(campaignId, !(start instanceof CampaignTried))
                .thenCompose(hindrances -> hindrances.isEmpty()
                        ? noted(start, campaignId).thenCompose(_ -> engine.order(start))
                        : CompletableFuture.completedFuture(hindrances))
                .thenApply(Answer::of);
    }

    /** Stored before it is ordered, so that no opening after a cut takes a trial for a start. */
    private CompletableFuture<Boolean> noted(EngineInput.Order start, UUID campaignId) {
        return start instanceof CampaignTried ? trials.begin(campaignId) : trials.end(campaignId);
    }

    /** @param chain whether also what starts in turn after it is to be ready */
    private CompletableFuture<List<Problem>> prepare(UUID campaignId, boolean chain) {
        var book = catalog.book();
        var campaign = book.campaign(campaignId);
        if (campaign == null) {
            return CompletableFuture.completedFuture(List.of());
        }
        var those = chain ? RealStarts.chain(campaign, book) : List.of(campaign);
        var found = those.stream().map(one -> telephony.prepare(one, book)).toList();
        return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new))
                .thenApply(
                        _ -> found.stream().flatMap(one -> one.join().stream()).toList());
    }

    /**
     * Gets ready for the calls of campaigns that run already.
     *
     * @param goOn whether they go on without being asked: one that could not be started is stopped then
     * @param held whether they wait for their start, so that none places a call before it is ready
     * @param alarms hears why one is stopped, on any thread
     */
    void prepareRunning(boolean goOn, boolean held, Consumer<Alarm> alarms) {
        for (var campaign : catalog.book().campaigns()) {
            if (campaign.status() == CampaignStatus.RUN) {
                var id = campaign.id();
                var _ = prepare(id, false)
                        .thenCompose(problems -> problems.isEmpty() && goOn && held
                                ? (trials.has(id) ? tryOne(id, true) : start(id, true)).thenApply(Answer::problems)
                                : CompletableFuture.completedFuture(problems))
                        .thenAccept(problems -> {
                            if (goOn) {
                                stopFor(problems, id, alarms);
                            }
                        });
            }
        }
    }

    private void stopFor(List<Problem> problems, UUID campaignId, Consumer<Alarm> alarms) {
        if (problems.stream().anyMatch(Problem::isError)) {
            problems.forEach(problem -> alarms.accept(new Alarm(clock.instant(), campaignId, problem)));
            var _ = stop(campaignId, StopMode.FINISH_CALLS);
        }
    }

    /**
     * Checks a campaign whose turn has come once more, for it may have been changed since the start of the first: one whose calls the
     * exchange can't carry out is stopped.
     *
     * @param alarms hears why, on any thread
     */
    void begins(UUID campaignId, Consumer<Alarm> alarms) {
        var _ = CompletableFuture.supplyAsync(() -> prepare(campaignId, false).join())
                .thenAccept(problems -> stopFor(problems, campaignId, alarms));
    }

    public CompletableFuture<Answer> stop(UUID campaignId, StopMode mode) {
        return engine.order(new CampaignStopped(campaignId, mode)).thenApply(Answer::of);
    }

    /** Stops every campaign of the workspace. */
    public CompletableFuture<Answer> stopAll(StopMode mode) {
        var ids = catalog.book().campaigns().stream()
                .filter(campaign -> campaign.status() != CampaignStatus.STOP)
                .map(Campaign::id)
                .toList();
        return all(ids.stream().map(id -> stop(id, mode)).toList());
    }

    private static CompletableFuture<Answer> all(List<CompletableFuture<Answer>> orders) {
        return CompletableFuture.allOf(orders.toArray(CompletableFuture[]::new))
                .thenApply(_ -> Answer.of(orders.stream()
                        .flatMap(order -> order.join().problems().stream())
                        .toList()));
    }

    /** Campaigns that run place no call until each is started again; their calls in progress go on. */
    public CompletableFuture<Answer> holdRunning() {
        return engine.order(new RunningHeld()).thenApply(Answer::of);
    }

    /** Lets campaigns that run but are held go on. */
    public CompletableFuture<Answer> goOn() {
        var ids = catalog.book().campaigns().stream()
                .filter(campaign -> campaign.status() == CampaignStatus.RUN)
                .map(Campaign::id)
                .toList();
        return all(ids.stream()
                .map(id -> trials.has(id) ? tryOne(id, true) : start(id, true))
                .toList());
    }

    public CompletableFuture<Answer> changeServiceLevel(UUID campaignId, int serviceLevel) {
        var campaign = catalog.book().campaign(campaignId);
        if (campaign == null) {
            return CompletableFuture.completedFuture(Answer.refused(Problem.error("campaign.unknown", "", campaignId)));
        }
        return save(campaign.withServiceLevel(serviceLevel), campaign, true, false);
    }

    /** @param share highest share of abandoned calls, with adaptive pacing */
    public CompletableFuture<Answer> changeAbandonTarget(UUID campaignId, double share) {
        var campaign = catalog.book().campaign(campaignId);
        if (campaign == null) {
            return CompletableFuture.completedFuture(Answer.refused(Problem.error("campaign.unknown", "", campaignId)));
        }
        var options = campaign.options();
        return save(
                campaign.withOptions(options.withPacing(options.pacing().withAbandonTarget(share))),
                campaign,
                true,
                false);
    }

    /** What is wrong with a draft, field by field; places are the field names of the published resource. */
    public List<Problem> check(Campaign draft) {
        return new CampaignDraft(catalog.book()).check(draft);
    }

    /** Stores a new campaign; its id, status and times are set here. */
    public CompletableFuture<Answer> create(Campaign draft) {
        var campaign = draft.withStatus(CampaignStatus.STOP).withStamps(Stamps.createdAt(clock.instant()));
        return saveChecked(campaign, true, false);
    }

    /**
     * Saves the fields in which {@code edited} differs from {@code base}. Where others changed the same field meanwhile, it
     * asks, unless confirmed.
     *
     * @param base the campaign as it was when the editing began
     * @param reopen failed targets that the outplan now allows to dial again come back into the range
     */
    public CompletableFuture<Answer> save(Campaign edited, Campaign base, boolean confirmed, boolean reopen) {
        var now = catalog.book().campaign(base.id());
        if (now == null) {
            return CompletableFuture.completedFuture(Answer.refused(Problem.error("campaign.unknown", "", base.id())));
        }
        var merge = CampaignMerge.of(edited, base, now);
        if (!confirmed && !merge.conflicts().isEmpty()) {
            return CompletableFuture.completedFuture(new Answer.Asks(merge.conflicts()));
        }
        var merged = merge.merged();
        boolean otherFlow = !merged.actions().equals(now.actions());
        if (otherFlow) {
            merged = merged.withActions(withIds(merged.actions()));
        }
        return saveChecked(merged.withStamps(merged.stamps().updatedAt(clock.instant())), otherFlow, reopen);
    }

    /** Actions without an id get theirs on the first edit. */
    private static List<Action> withIds(List<Action> actions) {
        return actions.stream()
                .map(action -> Ids.isNil(action.id()) ? action.withId(UUID.randomUUID()) : action)
                .toList();
    }

    /** @param otherFlow a flow that came with errors stands in the way of no other edit */
    private CompletableFuture<Answer> saveChecked(Campaign campaign, boolean otherFlow, boolean reopen) {
        var problems = check(campaign);
        if (problems.stream().anyMatch(problem -> problem.isError() && (otherFlow || !FlowCheck.isOfFlow(problem)))) {
            return CompletableFuture.completedFuture(new Answer.Refused(problems));
        }
        if (realStarts.wouldRing(campaign, catalog.book())) {
            return CompletableFuture.completedFuture(
                    Answer.refused(Problem.error("campaign.real_next", "next_campaign_id")));
        }
        return engine.order(new Edited(campaign, reopen)).thenApply(Answer::of);
    }

    /** Campaigns that name another as their next are told before. */
    public CompletableFuture<Answer> delete(UUID campaignId, boolean confirmed) {
        var campaign = catalog.book().campaign(campaignId);
        if (campaign == null) {
            return CompletableFuture.completedFuture(Answer.refused(Problem.error("campaign.unknown", "", campaignId)));
        }
        var references = ReferenceCheck.to(campaign, catalog.book());
        if (!confirmed && !references.isEmpty()) {
            return CompletableFuture.completedFuture(new Answer.Asks(references));
        }
        var deleted = campaign.withStamps(campaign.stamps().deletedAt(clock.instant()));
        return engine.order(new Edited(deleted, false)).thenApply(Answer::of);
    }
}
