package dev.outpace.engine;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowPath;
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

/** Whether a campaign may start. Errors refuse it; warnings are asked about where a person orders the start. */
public final class StartCheck {
    private final ResourceBook book;

    public StartCheck(ResourceBook book) {
        this.book = book;
    }

    public List<Problem> check(Campaign campaign) {
        var problems = new ArrayList<Problem>();
        list(campaign, problems);
        outplan(campaign, problems);
        queue(campaign, problems);
        actions(campaign, problems);
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

    /** The other campaign that calls the same list now: one list serves one running campaign. */
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
        } else if (book.outplan(campaign.outplanId()) == null) {
            problems.add(Problem.error("start.outplan_missing", campaign.name(), campaign.outplanId()));
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

    private void actions(Campaign campaign, List<Problem> problems) {
        var place = campaign.name();
        for (Action action : campaign.actions()) {
            var type = ActionType.of(action.type());
            boolean runs = type.map(ActionType::runs).orElse(false);
            boolean joins = type.filter(ActionType.QUEUE_JOIN::equals).isPresent();
            boolean refuses = type.filter(known -> known.here() == ActionType.Here.REFUSES_START)
                    .isPresent();
            if (refuses || (joins && campaign.type() == CampaignType.FLOW)) {
                problems.add(Problem.error("start.action_not_possible", place, action.type()));
            } else if (!runs) {
                problems.add(Problem.warning("start.action_skipped", place, action.type()));
            } else if (campaign.type() == CampaignType.FLOW && type.get().lacksMedia(false)) {
                problems.add(Problem.warning("start.action_needs_call", place, action.type()));
            } else if (joins) {
                queueJoin(campaign, action, problems);
            }
        }
    }

    private void queueJoin(Campaign campaign, Action action, List<Problem> problems) {
        var queueId = FlowPath.queueOf(action);
        if (book.queue(queueId) == null) {
            problems.add(Problem.error("start.join_queue_missing", campaign.name(), queueId));
        } else if (!campaign.hasQueue()) {
            problems.add(Problem.warning("start.join_unpaced", campaign.name()));
        }
    }
}
