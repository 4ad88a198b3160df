package dev.outpace.model;

import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Where answered people wait for an agent.
 *
 * @param tagIds its agents carry any of these tags; none means every agent
 * @param waitTimeout ms, 0 = none
 * @param serviceTimeout ms, 0 = none
 * @param wrapUp ms for which an agent of a real exchange is offered nobody after a talk; not published. The agents of the
 *     simulated world take as long as its settings say
 * @param agentsStayConnected whether one call to each agent's phone stays up, to which the callers are put through without a
 *     ring; not published
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
        long wrapUp,
        boolean agentsStayConnected,
        Stamps stamps,
        Json.Obj unknown)
        implements Resource {
    /** As {@code wrapUp}, where a file says nothing. */
    public static final long USUAL_WRAP_UP = 10_000;

    public Queue {
        tagIds = List.copyOf(tagIds);
    }

    /** With the usual time after a talk, and phones that ring for each caller. */
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
                USUAL_WRAP_UP,
                false,
                stamps,
                unknown);
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
                wrapUp,
                agentsStayConnected,
                newStamps,
                unknown);
    }

    public Queue withAgentsStayConnected(boolean stay) {
        return new Queue(
                id,
                name,
                detail,
                routingMethod,
                tagIds,
                waitFlowId,
                waitTimeout,
                serviceTimeout,
                wrapUp,
                stay,
                stamps,
                unknown);
    }
}
