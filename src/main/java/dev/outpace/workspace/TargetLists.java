package dev.outpace.workspace;

import dev.outpace.model.BulkEdit;
import dev.outpace.model.BulkEdited;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Penetration;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.TargetBar;
import dev.outpace.model.TargetFilter;
import dev.outpace.model.TargetPage;
import dev.outpace.numbers.NumberReader;
import dev.outpace.numbers.Reading;
import dev.outpace.store.BulkEdits;
import dev.outpace.store.RulesNow;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a user can do with the targets of a list. */
public final class TargetLists {
    private final Store store;
    private final NumberRegion region;
    private final Clock clock;

    TargetLists(Store store, NumberRegion region, Clock clock) {
        this.store = store;
        this.region = region;
        this.clock = clock;
    }

    /** @param after null for the first page */
    public CompletableFuture<TargetPage> page(TargetFilter filter, TargetPage.@Nullable Place after, int size) {
        return filter.conditions().standings().isEmpty()
                ? store.targetQueries().page(filter, after, size)
                : rules(filter.outdialId())
                        .thenCompose(rules -> store.targetQueries().page(filter, rules, after, size));
    }

    /** Passes through what a filter lets through, in the order in which it was added. Blocks its caller. */
    void each(TargetFilter filter, Consumer<OutdialTarget> target) {
        store.targetQueries().each(filter, rules(filter.outdialId()).join(), target);
    }

    /** How many targets a filter lets through. It takes longer than a page; cancelling the result ends the count. */
    public CompletableFuture<Long> count(TargetFilter filter) {
        var count = new CompletableFuture<Long>();
        var _ = rules(filter.outdialId()).whenComplete((rules, failure) -> {
            if (failure == null) {
                store.targetQueries().count(filter, rules, count);
            } else {
                count.completeExceptionally(failure);
            }
        });
        return count;
    }

    /** How far a list is worked through, under the rules of the campaign that calls it. */
    public CompletableFuture<Penetration> penetration(UUID outdialId) {
        return rules(outdialId).thenCompose(rules -> store.targetQueries().penetration(outdialId, rules));
    }

    /**
     * Edits all targets that a filter lets through, in chunks between the calls of campaigns. Blocks its caller. One that was
     * cancelled is done in part; either can be undone until the next one.
     *
     * @throws StoreException if another such edit runs
     */
    public BulkEdited edit(TargetFilter filter, BulkEdit edit, BulkEdits.Watch watch) {
        return store.bulkEdits().edit(filter, rules(filter.outdialId()).join(), edit, watch);
    }

    /** The same with some targets of a list. */
    public BulkEdited edit(UUID outdialId, Collection<UUID> targets, BulkEdit edit, BulkEdits.Watch watch) {
        return store.bulkEdits().edit(outdialId, targets, clock.instant(), edit, watch);
    }

    /** The last such edit, if it can be undone. */
    public CompletableFuture<Optional<BulkEdited>> lastEdit() {
        return store.bulkEdits().last();
    }

    /** Undoes it, but for targets that were called or edited since. Blocks its caller; empty if there is none. */
    public Optional<BulkEdited> undoEdit(BulkEdits.Watch watch) {
        return store.bulkEdits().undo(watch);
    }

    private CompletableFuture<RulesNow> rules(UUID outdialId) {
        return store.resources().thenApply(book -> rulesNow(book, outdialId));
    }

    /** Of several campaigns that share the list, the one that is not stopped counts. */
    private RulesNow rulesNow(ResourceBook book, UUID outdialId) {
        var rules = book.campaigns().stream()
                .filter(campaign -> campaign.outdialId().equals(outdialId))
                .min(Comparator.comparing((Campaign campaign) -> campaign.status() == CampaignStatus.STOP))
                .map(campaign -> book.ruleSet(campaign.options().rulesId()));
        return new RulesNow(rules.orElse(null), clock.instant());
    }

    public CompletableFuture<TargetBar> bar(UUID outdialId) {
        return store.targetQueries().bar(outdialId);
    }

    public CompletableFuture<Optional<OutdialTarget>> target(UUID targetId) {
        return store.targetQueries().target(targetId);
    }

    /** Those of some targets that are still there, in any order. */
    public CompletableFuture<List<OutdialTarget>> targets(Collection<UUID> ids) {
        return store.targetQueries().targets(ids);
    }

    /** What was typed, read as files are; a number without a country is of the workspace's region. */
    public Reading read(String type, String typed) {
        return new NumberReader(region.get()).read(type, typed);
    }

    /** Refused when another target of the list has one of its phones, since that person would be called twice. */
    public CompletableFuture<Answer> add(OutdialTarget target) {
        var problems = check(target);
        return problems.isEmpty()
                ? store.targetQueries().withPhoneOf(target).thenCompose(other -> addUnlessThere(target, other))
                : CompletableFuture.completedFuture(new Answer.Refused(problems));
    }

    private CompletableFuture<Answer> addUnlessThere(OutdialTarget target, Optional<OutdialTarget> other) {
        if (other.isPresent()) {
            return CompletableFuture.completedFuture(Answer.refused(Problem.error(
                    "target.phone_taken", "destination_0", other.get().name())));
        }
        return store.targets().add(withUpdate(target)).thenApply(_ -> new Answer.Done(List.of()));
    }

    /** Saves an edited target; refused while it is in a call. A new address in a slot resets that slot's tries. */
    public CompletableFuture<Answer> save(OutdialTarget target) {
        var problems = check(target);
        return problems.isEmpty()
                ? store.targets().save(withUpdate(target)).thenApply(TargetLists::answer)
                : CompletableFuture.completedFuture(new Answer.Refused(problems));
    }

    public CompletableFuture<Answer> delete(UUID targetId) {
        return store.targets().delete(targetId).thenApply(TargetLists::answer);
    }

    /** What is wrong with a draft, field by field. */
    public List<Problem> check(OutdialTarget draft) {
        boolean any = draft.destinations().stream().anyMatch(address -> address != null && !address.isEmpty());
        var problems = new ArrayList<>(new NameCheck(draft.name()).length());
        if (!any) {
            problems.add(Problem.error("target.no_destination", "destination_0"));
        }
        var dialed = new HashSet<String>();
        for (int i = 0; i < draft.destinations().size(); i++) {
            var address = draft.destinations().get(i);
            if (address != null && !address.isEmpty() && !dialed.add(address.dialKey())) {
                problems.add(Problem.error("target.same_phone", "destination_" + i, address.target()));
            }
        }
        return problems;
    }

    private OutdialTarget withUpdate(OutdialTarget target) {
        return target.withStamps(target.stamps().touchedAt(clock.instant()));
    }

    private static Answer answer(Optional<Problem> refusal) {
        return refusal.<Answer>map(Answer::refused).orElseGet(() -> new Answer.Done(List.of()));
    }
}
