package dev.outpace.formats;

import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Queue;
import dev.outpace.model.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Where an export finds what its campaigns refer to. Deleted resources count as absent. */
public interface ReferenceSource {
    Optional<Campaign> campaign(UUID id);

    Optional<Outplan> outplan(UUID id);

    Optional<Outdial> outdial(UUID id);

    Optional<Queue> queue(UUID id);

    Optional<RuleSet> ruleSet(UUID id);

    List<Agent> agents();

    /** Hands over the targets of a list in their order, one by one. */
    void targets(UUID outdialId, Consumer<OutdialTarget> each);
}
