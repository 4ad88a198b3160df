package dev.outpace.workspace;

import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineThread;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a user can do with outplans, target lists, queues, agents, calling rules and do-not-call lists. Campaigns have their own facade. */
public final class Resources {
    private final EngineThread engine;
    private final Catalog catalog;
    private final Clock clock;

    Resources(EngineThread engine, Catalog catalog, Clock clock) {
        this.engine = engine;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What is wrong with a draft, field by field. */
    public List<Problem> check(Resource draft) {
        var problems = new ArrayList<>(new NameCheck(draft.name()).check("resource.name_empty"));
        problems.addAll(new NameCheck(draft.name()).free(draft.id(), namesakes(draft, catalog.book())));
        if (draft instanceof Outplan outplan) {
            outplan(outplan, problems);
        }
        if (draft instanceof Queue queue) {
            problems.addAll(queue.problems());
        }
        if (draft instanceof Agent agent) {
            username(agent, problems);
        }
        if (draft instanceof RuleSet rules) {
            doNotCall(rules, problems);
        }
        return problems;
    }

    /** The resources among which a name is looked for. Agents may be namesakes: they sign in by their user names. */
    private static Collection<? extends Resource> namesakes(Resource draft, ResourceBook book) {
        return switch (draft) {
            case Outplan _ -> book.outplans();
            case Outdial _ -> book.outdials();
            case Queue _ -> book.queues();
            case Campaign _ -> book.campaigns();
            case RuleSet _ -> book.ruleSets();
            case Agent _ -> List.of();
            case DoNotCallList _ -> book.doNotCallLists();
        };
    }

    /** One that was deleted meanwhile is told; nobody could take it out of the set before. */
    private void doNotCall(RuleSet rules, List<Problem> problems) {
        var saved = catalog.book().ruleSet(rules.id());
        for (var list : rules.doNotCall()) {
            if (catalog.book().doNotCallList(list) == null) {
                boolean before = saved != null && saved.doNotCall().contains(list);
                problems.add(
                        before
                                ? Problem.warning("dnc.unknown", "do_not_call", list)
                                : Problem.error("dnc.unknown", "do_not_call", list));
            }
        }
    }

    private void username(Agent agent, List<Problem> problems) {
        if (agent.username().isBlank()) {
            problems.add(Problem.error("agent.username_empty", "username"));
            return;
        }
        catalog.book().agents().stream()
                .filter(other -> other.username().equalsIgnoreCase(agent.username()))
                .filter(other -> !other.id().equals(agent.id()))
                .findFirst()
                .ifPresent(other -> problems.add(
                        Problem.error("agent.username_taken", "username", agent.username(), other.name())));
    }

    private static void outplan(Outplan outplan, List<Problem> problems) {
        if (outplan.dialTimeout() < 0) {
            problems.add(Problem.error("outplan.negative", "dial_timeout", outplan.dialTimeout()));
        }
        if (outplan.tryInterval() < 0) {
            problems.add(Problem.error("outplan.negative", "try_interval", outplan.tryInterval()));
        }
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            if (outplan.maxTryCounts().get(i) < 0) {
                problems.add(Problem.error(
                        "outplan.negative",
                        "max_try_count_" + i,
                        outplan.maxTryCounts().get(i)));
            }
        }
    }

    /**
     * Stores a new or edited resource.
     *
     * @param reopen of an outplan: failed targets that its raised maximum allows to dial again come back into the range
     */
    public CompletableFuture<Answer> save(Resource draft, boolean reopen) {
        if (draft instanceof Campaign) {
            throw new IllegalArgumentException("campaigns are saved by their own facade");
        }
        var problems = check(draft);
        if (problems.stream().anyMatch(Problem::isError)) {
            return CompletableFuture.completedFuture(new Answer.Refused(problems));
        }
        boolean isNew = draft.stamps().create() == null;
        var stamps = isNew ? Stamps.createdAt(clock.instant()) : draft.stamps().updatedAt(clock.instant());
        return engine.order(new Edited(draft.withStamps(stamps), reopen)).thenApply(Answer::of);
    }

    /** What refers to the resource is told before, unless confirmed. */
    public CompletableFuture<Answer> delete(UUID id, boolean confirmed) {
        var resource = find(catalog.book(), id);
        if (resource == null) {
            return CompletableFuture.completedFuture(Answer.refused(Problem.error("resource.unknown", "", id)));
        }
        var references = ReferenceCheck.to(resource, catalog.book());
        if (!confirmed && !references.isEmpty()) {
            return CompletableFuture.completedFuture(new Answer.Asks(references));
        }
        var deleted = resource.withStamps(resource.stamps().deletedAt(clock.instant()));
        return engine.order(new Edited(deleted, false)).thenApply(Answer::of);
    }

    private static @Nullable Resource find(ResourceBook book, UUID id) {
        if (book.outplan(id) != null) {
            return book.outplan(id);
        }
        if (book.outdial(id) != null) {
            return book.outdial(id);
        }
        if (book.ruleSet(id) != null) {
            return book.ruleSet(id);
        }
        if (book.queue(id) != null) {
            return book.queue(id);
        }
        return book.agent(id) != null ? book.agent(id) : book.doNotCallList(id);
    }

    /** Campaigns that use a resource, by name. */
    public List<Campaign> usedBy(UUID id) {
        Predicate<Campaign> uses = campaign -> campaign.outplanId().equals(id)
                || campaign.outdialId().equals(id)
                || campaign.queueId().equals(id)
                || campaign.nextCampaignId().equals(id)
                || campaign.options().rulesId().equals(id);
        return catalog.book().campaigns().stream().filter(uses).toList();
    }
}
