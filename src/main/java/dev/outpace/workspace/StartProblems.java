package dev.outpace.workspace;

import dev.outpace.engine.StartCheck;
import dev.outpace.engine.Telephony;
import dev.outpace.flow.FlowContext;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why campaigns would be refused a start. Going through a large flow takes long, so what was found of it is kept until the flow
 * is another one, or what it leads to came or went. Any thread asks, and none waits for another.
 */
final class StartProblems {
    private final StartCheck.Flows check;
    private final Supplier<Set<Telephony.Capability>> capabilities;
    private final Map<UUID, Checked> flows = new ConcurrentHashMap<>();

    /** @param capabilities of the telephony; read at each check */
    StartProblems(StartCheck.Flows check, Supplier<Set<Telephony.Capability>> capabilities) {
        this.check = check;
        this.capabilities = capabilities;
    }

    /** What was found of a campaign's flow, and all that it was found by. */
    private record Checked(
            List<Action> actions,
            CampaignType type,
            UUID queueId,
            Map<UUID, Boolean> queues,
            Map<UUID, Boolean> flows,
            @Nullable Problem first) {
        boolean holds(List<Action> nowActions, FlowContext now) {
            return actions.equals(nowActions)
                    && type == now.type()
                    && queueId.equals(now.queueId())
                    && queues.entrySet().stream().allMatch(told -> now.queues().test(told.getKey()) == told.getValue())
                    && flows.entrySet().stream().allMatch(told -> now.flows().test(told.getKey()) == told.getValue());
        }
    }

    List<Problem> of(UUID campaignId, ResourceBook book) {
        var campaign = book.campaign(campaignId);
        if (campaign == null) {
            return List.of(Problem.error("campaign.unknown", "", campaignId));
        }
        return new StartCheck(book, capabilities, (actions, context) -> first(campaign, book, actions, context))
                .check(campaign);
    }

    private @Nullable Problem first(Campaign campaign, ResourceBook book, List<Action> actions, FlowContext context) {
        var known = flows.get(campaign.id());
        if (known == null || !known.holds(actions, context)) {
            // Nobody asks about deleted campaigns any more.
            flows.keySet().removeIf(id -> book.campaign(id) == null);
            known = checked(actions, context);
            flows.put(campaign.id(), known);
        }
        return known.first();
    }

    private Checked checked(List<Action> actions, FlowContext context) {
        var queues = new ConcurrentHashMap<UUID, Boolean>();
        var led = new ConcurrentHashMap<UUID, Boolean>();
        var noting = new FlowContext(
                context.type(), context.queueId(), noting(context.queues(), queues), noting(context.flows(), led));
        var first = check.firstThatFailsCalls(actions, noting);
        return new Checked(actions, context.type(), context.queueId(), queues, led, first);
    }

    private static Predicate<UUID> noting(Predicate<UUID> asked, Map<UUID, Boolean> answers) {
        return id -> {
            boolean answer = asked.test(id);
            answers.put(id, answer);
            return answer;
        };
    }
}
