package dev.outpace.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where answered people wait for an agent.
 *
 * @param tagIds its agents carry any of these tags; none means every agent
 * @param waitTimeout ms, 0 = none
 * @param serviceTimeout ms, 0 = none
 * @param service by the agents of a real exchange
 * @param exchangeQueue the real exchange's own queue that hands its callers to agents; null where Outpace does. Not published
 */
public record Queue(
        UUID id,
        String name,
        String detail,
        String routingMethod,
        List<UUID> tagIds,
        UUID waitFlowId,
        long waitTimeout,
        long serviceTimeout,
        QueueService service,
        @Nullable ExchangeQueue exchangeQueue,
        Stamps stamps,
        Json.Obj unknown)
        implements Resource {
    public Queue {
        tagIds = List.copyOf(tagIds);
    }

    /** With the usual service, its callers handed to agents by Outpace. */
    public Queue(
            UUID id,
            String name,
            String detail,
            String routingMethod,
            List<UUID> tagIds,
            UUID waitFlowId,
            long waitTimeout,
            long serviceTimeout,
            Stamps stamps,
            Json.Obj unknown) {
        this(
                id,
                name,
                detail,
                routingMethod,
                tagIds,
                waitFlowId,
                waitTimeout,
                serviceTimeout,
                QueueService.USUAL,
                null,
                stamps,
                unknown);
    }

    /** What is wrong with the values; places are names of fields. */
    public List<Problem> problems() {
        var found = new ArrayList<>(service.problems());
        if (service.agentsStay() && exchangeQueue != null) {
            found.add(Problem.error("queue.two_modes", "asterisk_queue", exchangeQueue.name()));
        }
        return found;
    }

    public boolean serves(Agent agent) {
        return tagIds.isEmpty() || !Collections.disjoint(tagIds, agent.tagIds());
    }

    @Override
    public Queue withStamps(Stamps newStamps) {
        return new Queue(
                id,
                name,
                detail,
                routingMethod,
                tagIds,
                waitFlowId,
                waitTimeout,
                serviceTimeout,
                service,
                exchangeQueue,
                newStamps,
                unknown);
    }
}
