package dev.outpace.engine;

import dev.outpace.engine.Telephony.Capability;
import dev.outpace.flow.ActionType;
import dev.outpace.flow.ActionType.Here;
import dev.outpace.flow.FlowCheck;
import dev.outpace.flow.FlowContext;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks whether a campaign may start. Errors refuse the start; a user who orders the start must confirm warnings. */
public final class StartCheck {
    private final ResourceBook book;
    private final Supplier<Set<Capability>> capabilities;
    private final Flows flows;

    /** Checks flows. A large flow takes long. */
    @FunctionalInterface
    public interface Flows {
        /** @return the first problem that would end calls in the middle; null for none */
        @Nullable
        Problem firstThatFailsCalls(List<Action> actions, FlowContext context);

        /** Checks the flow anew each time. */
        static @Nullable Problem check(List<Action> actions, FlowContext context) {
            return new FlowCheck(actions, context)
                    .check().stream().filter(FlowCheck::failsCalls).findFirst().orElse(null);
        }
    }

    /** @param capabilities what the telephony can do; read at each check */
    public StartCheck(ResourceBook book, Supplier<Set<Capability>> capabilities) {
        this(book, capabilities, Flows::check);
    }

    /** @param flows may remember results for callers that check often */
    public StartCheck(ResourceBook book, Supplier<Set<Capability>> capabilities, Flows flows) {
        this.book = book;
        this.capabilities = capabilities;
        this.flows = flows;
    }

    public List<Problem> check(Campaign campaign) {
        var problems = new ArrayList<Problem>();
        list(campaign, problems);
        outplan(campaign, problems);
        if (!Ids.isNil(campaign.options().rulesId())
                && book.ruleSet(campaign.options().rulesId()) == null) {
            problems.add(Problem.error(
                    "start.rules_missing", campaign.name(), campaign.options().rulesId()));
        }
        queue(campaign, problems);
        queueOfTheExchange(campaign, problems);
        callersOfAnotherQueue(campaign, problems);
        actions(campaign, problems);
        new CapabilityCheck(capabilities.get()).check(campaign, problems);
        if (!Ids.isNil(campaign.nextCampaignId()) && book.campaign(campaign.nextCampaignId()) == null) {
            problems.add(Problem.warning("start.next_missing", campaign.name(), campaign.nextCampaignId()));
        }
        return List.copyOf(problems);
    }

    private void list(Campaign campaign, List<Problem> problems) {
        if (Ids.isNil(campaign.outdialId())) {
            problems.add(Problem.error("start.no_list", campaign.name()));
            return;
        }
        var outdial = book.outdial(campaign.outdialId());
        if (outdial == null) {
            problems.add(Problem.error("start.list_missing", campaign.name(), campaign.outdialId()));
            return;
        }
        inUseBy(campaign)
                .ifPresent(other -> problems.add(
                        Problem.error("start.list_in_use", campaign.name(), outdial.name(), other.name())));
    }

    /** The running campaign that already calls the same list. A list serves one running campaign. */
    private Optional<Campaign> inUseBy(Campaign campaign) {
        return book.campaigns().stream()
                .filter(other -> !other.id().equals(campaign.id())
                        && other.status() != CampaignStatus.STOP
                        && other.outdialId().equals(campaign.outdialId()))
                .findFirst();
    }

    private void outplan(Campaign campaign, List<Problem> problems) {
        if (Ids.isNil(campaign.outplanId())) {
            if (campaign.type() == CampaignType.CALL) {
                problems.add(Problem.error("start.no_outplan", campaign.name()));
            }
            return;
        }
        var outplan = book.outplan(campaign.outplanId());
        if (outplan == null) {
            problems.add(Problem.error("start.outplan_missing", campaign.name(), campaign.outplanId()));
        } else if (campaign.type() == CampaignType.CALL && outplan.ringsUnusually()) {
            problems.add(Problem.warning("start.dial_timeout", campaign.name(), outplan.name(), outplan.dialTimeout()));
        }
    }

    private void queue(Campaign campaign, List<Problem> problems) {
        if (campaign.hasQueue()) {
            if (campaign.type() == CampaignType.CALL && book.queue(campaign.queueId()) == null) {
                problems.add(Problem.error("start.queue_missing", campaign.name(), campaign.queueId()));
            }
        } else if (campaign.actions().isEmpty()) {
            problems.add(Problem.error("start.nothing_to_do", campaign.name()));
        }
    }

    /** Warns if the campaign's queue is set to one of an exchange that the telephony does not have. */
    private void queueOfTheExchange(Campaign campaign, List<Problem> problems) {
        var queue = campaign.hasQueue() ? book.queue(campaign.queueId()) : null;
        var ofExchange = queue == null ? null : queue.exchangeQueue();
        if (queue != null && ofExchange != null && !capabilities.get().contains(Capability.EXCHANGE_QUEUES)) {
            problems.add(
                    Problem.warning("start.exchange_queue_ignored", campaign.name(), queue.name(), ofExchange.name()));
        }
    }

    /** Warns if callers come to another queue than the campaign's, whose agents set the pace. */
    private void callersOfAnotherQueue(Campaign campaign, List<Problem> problems) {
        var queues = FlowLead.firstQueues(campaign);
        if (!queues.isEmpty()
                && !queues.contains(campaign.queueId())
                && FlowLead.pacedBy(campaign).equals(campaign.queueId())) {
            var joined = queues.stream().map(this::queueName).collect(Collectors.joining(", "));
            problems.add(
                    Problem.warning("start.joins_other_queue", campaign.name(), joined, queueName(campaign.queueId())));
        }
    }

    private String queueName(UUID id) {
        var queue = book.queue(id);
        return queue == null ? id.toString() : queue.name();
    }

    private void actions(Campaign campaign, List<Problem> problems) {
        var first = flows.firstThatFailsCalls(campaign.actions(), FlowContext.of(campaign, book));
        if (first != null) {
            problems.add(broken(campaign, first));
        }
        boolean onCall = campaign.type() == CampaignType.CALL;
        for (Action action : campaign.actions()) {
            switch (ActionType.of(action.type()).orElse(null)) {
                case null -> problems.add(Problem.warning("start.action_skipped", campaign.name(), action.type()));
                case QUEUE_JOIN -> queueJoin(campaign, action, problems);
                case ActionType type
                when type.lacksMedia(onCall) ->
                    problems.add(Problem.warning(
                            onCall ? "start.action_skipped" : "start.action_needs_call",
                            campaign.name(),
                            action.type()));
                case ActionType type
                when type.here() == Here.REFUSES_START ->
                    problems.add(Problem.error("start.action_not_possible", campaign.name(), action.type()));
                case ActionType type
                when type.here() == Here.SKIPPED ->
                    problems.add(Problem.warning("start.action_skipped", campaign.name(), action.type()));
                case FETCH_FLOW -> nested(campaign, action, problems);
                default -> {}
            }
        }
    }

    /** A flow with errors would end calls in the middle. */
    private static Problem broken(Campaign campaign, Problem first) {
        int at = FlowCheck.indexOf(first);
        return Problem.error(
                "start.flow_broken",
                campaign.name(),
                at + 1,
                campaign.actions().get(at).type());
    }

    private void nested(Campaign campaign, Action action, List<Problem> problems) {
        var flowId = action.options().text("flow_id", "");
        if (Ids.parse(flowId).filter(id -> book.campaign(id) != null).isEmpty()) {
            problems.add(Problem.error("start.flow_missing", campaign.name(), flowId));
        }
    }

    private void queueJoin(Campaign campaign, Action action, List<Problem> problems) {
        var queueId = FlowLead.queueOf(action);
        if (campaign.type() == CampaignType.FLOW) {
            problems.add(Problem.error("start.action_not_possible", campaign.name(), action.type()));
        } else if (book.queue(queueId) == null) {
            problems.add(Problem.error("start.join_queue_missing", campaign.name(), queueId));
        } else if (!campaign.hasQueue()) {
            problems.add(Problem.warning("start.join_unpaced", campaign.name()));
        }
    }
}
