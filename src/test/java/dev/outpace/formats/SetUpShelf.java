package dev.outpace.formats;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What files hold, to be written again; without lists. */
record SetUpShelf(SetUp setUp) implements ReferenceSource {
    private static <R extends Resource> Optional<R> find(List<R> all, UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Campaign> campaign(UUID id) {
        return find(setUp.campaigns(), id);
    }

    @Override
    public Optional<Outplan> outplan(UUID id) {
        return find(setUp.outplans(), id);
    }

    @Override
    public Optional<Outdial> outdial(UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Queue> queue(UUID id) {
        return find(setUp.queues(), id);
    }

    @Override
    public Optional<RuleSet> ruleSet(UUID id) {
        return find(setUp.ruleSets(), id);
    }

    @Override
    public List<Agent> agents() {
        return setUp.agents();
    }

    @Override
    public void targets(UUID outdialId, Consumer<OutdialTarget> each) {
        // It has no lists.
    }
}
