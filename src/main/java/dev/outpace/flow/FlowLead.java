package dev.outpace.flow;

import dev.outpace.flow.FlowGraph.Way;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Where the rest of a flow leads, without running it.
 *
 * @param queueId the first queue that can be come to; nil for none
 * @param surely every way leads there
 */
public record FlowLead(UUID queueId, boolean surely) {
    public static final FlowLead NOWHERE = new FlowLead(Ids.NIL, true);

    /**
     * @param start index of an action, or the number of actions for the end
     * @param atEnd the queue joined at the end of the list, nil for none
     */
    public static FlowLead of(FlowGraph flow, int start, UUID atEnd) {
        var ends = queues(flow, start, atEnd);
        var queues = ends.queues();
        boolean surely = queues.size() == 1 && !ends.elsewhere();
        return queues.isEmpty() ? NOWHERE : new FlowLead(queues.iterator().next(), surely);
    }

    /** In the order in which they are come to. */
    private static Ends queues(FlowGraph flow, int start, UUID atEnd) {
        var queues = new LinkedHashSet<UUID>();
        boolean elsewhere = false;
        var seen = new BitSet();
        var open = new ArrayDeque<Integer>();
        open.add(start);
        while (!open.isEmpty()) {
            int at = open.remove();
            if (at >= 0 && at < flow.actions().size()) {
                if (seen.get(at)) {
                    continue;
                }
                seen.set(at);
            }
            var queue = queueAt(flow, at, atEnd);
            if (!Ids.isNil(queue)) {
                queues.add(queue);
            } else if (at < 0 || at >= flow.actions().size() || flow.links(at).isEmpty()) {
                elsewhere = true;
            } else {
                for (var link : flow.links(at)) {
                    open.add(
                            link.leads()
                                    ? link.to()
                                    : link.way() == Way.END ? flow.actions().size() : -1);
                }
            }
        }
        return new Ends(queues, elsewhere);
    }

    private static UUID queueAt(FlowGraph flow, int at, UUID atEnd) {
        if (at < 0) {
            return Ids.NIL;
        }
        if (at >= flow.actions().size()) {
            return atEnd;
        }
        var action = flow.actions().get(at);
        return joinsQueue(action) ? queueOf(action) : Ids.NIL;
    }

    /**
     * The queue by whose agents a campaign is paced: its own, or the other one that its flow always joins. Nil without a queue of its
     * own: then nothing is paced.
     */
    public static UUID pacedBy(Campaign campaign) {
        if (!hasCallers(campaign)) {
            return campaign.queueId();
        }
        var lead = of(new FlowGraph(campaign.actions()), 0, campaign.queueId());
        return lead.surely() && !Ids.isNil(lead.queueId()) ? lead.queueId() : campaign.queueId();
    }

    /** The queues that a caller of the campaign may come to first; empty where the flow never leads to any. */
    public static Set<UUID> firstQueues(Campaign campaign) {
        return hasCallers(campaign)
                ? queues(new FlowGraph(campaign.actions()), 0, campaign.queueId())
                        .queues()
                : Set.of();
    }

    /** Only a {@code queue_join} leads elsewhere. */
    private static boolean hasCallers(Campaign campaign) {
        return campaign.type() == CampaignType.CALL
                && campaign.hasQueue()
                && campaign.actions().stream().anyMatch(FlowLead::joinsQueue);
    }

    /** @param elsewhere some way leads to no queue */
    private record Ends(Set<UUID> queues, boolean elsewhere) {}

    public static boolean joinsQueue(Action action) {
        return ActionType.of(action.type()).orElse(null) == ActionType.QUEUE_JOIN;
    }

    /** The queue that a {@code queue_join} names; nil when it names none. */
    public static UUID queueOf(Action queueJoin) {
        return queueJoin.options().get("queue_id") instanceof Json.Text(var id)
                ? Ids.parse(id.strip()).orElse(Ids.NIL)
                : Ids.NIL;
    }
}
