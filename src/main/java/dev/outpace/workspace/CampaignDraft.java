package dev.outpace.workspace;

import dev.outpace.engine.EditCheck;
import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowCheck;
import dev.outpace.flow.FlowContext;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.CallRecording;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.Compliance;
import dev.outpace.model.Ids;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The checks of a campaign's form. */
final class CampaignDraft {
    private static final Set<ActionType> TAKE_TIME =
            EnumSet.of(ActionType.AMD, ActionType.TALK, ActionType.PLAY, ActionType.SLEEP, ActionType.DIGITS_RECEIVE);

    private final ResourceBook book;

    CampaignDraft(ResourceBook book) {
        this.book = book;
    }

    List<Problem> check(Campaign draft) {
        var problems = new ArrayList<>(new NameCheck(draft.name()).check("campaign.name_empty"));
        problems.addAll(new NameCheck(draft.name()).free(draft.id(), book.campaigns()));
        if (draft.serviceLevel() < 0 || draft.serviceLevel() > Campaign.MAX_SERVICE_LEVEL) {
            problems.add(Problem.error(
                    "campaign.service_level", "service_level", draft.serviceLevel(), Campaign.MAX_SERVICE_LEVEL));
        }
        options(draft.options(), problems);
        waitsFromAnswer(draft, problems);
        missing(draft.outplanId(), book::outplan, "outplan_id", problems);
        missing(draft.outdialId(), book::outdial, "outdial_id", problems);
        missing(draft.queueId(), book::queue, "queue_id", problems);
        missing(draft.nextCampaignId(), book::campaign, "next_campaign_id", problems);
        // The problems of the flow itself tell more than that it is broken.
        new EditCheck(book)
                .check(draft).stream()
                        .filter(problem -> !problem.code().equals("start.flow_broken"))
                        .forEach(problems::add);
        problems.addAll(new FlowCheck(draft.actions(), FlowContext.of(draft, book)).check());
        return problems;
    }

    private static void options(CampaignOptions options, List<Problem> problems) {
        double target = options.pacing().abandonTarget();
        if (!(target >= PacingChoice.LOWEST_TARGET && target <= PacingChoice.HIGHEST_TARGET)) {
            problems.add(Problem.error(
                    "campaign.abandon_target",
                    "outpace.pacing.abandon_target",
                    100 * PacingChoice.LOWEST_TARGET,
                    100 * PacingChoice.HIGHEST_TARGET));
        }
        double errors = options.pacing().machineErrors();
        if (!(errors >= 0 && errors <= PacingChoice.MOST_MACHINE_ERRORS)) {
            problems.add(Problem.error(
                    "campaign.machine_errors",
                    "outpace.pacing.machine_errors",
                    100 * PacingChoice.MOST_MACHINE_ERRORS));
        }
        var rules = options.compliance();
        if (rules.abandonMessage().length() > Compliance.MAX_MESSAGE) {
            problems.add(Problem.error(
                    "campaign.message_long",
                    "outpace.compliance.abandon_message",
                    rules.abandonMessage().length(),
                    Compliance.MAX_MESSAGE));
        }
        if (rules.abandonAfter() < Compliance.SHORTEST_ABANDON_AFTER
                || rules.abandonAfter() > Compliance.MAX_ABANDON_AFTER) {
            problems.add(Problem.error(
                    "campaign.abandon_after",
                    "outpace.compliance.abandon_after",
                    Compliance.SHORTEST_ABANDON_AFTER / 1e3,
                    Compliance.MAX_ABANDON_AFTER / 1e3));
        }
        if (rules.redialHours() < 0 || rules.redialHours() > Compliance.MAX_REDIAL_HOURS) {
            problems.add(Problem.error(
                    "campaign.redial_hours", "outpace.compliance.redial_hours", Compliance.MAX_REDIAL_HOURS));
        }
        int days = options.recording().keepDays();
        if (days < 0 || days > CallRecording.MOST_DAYS) {
            problems.add(
                    Problem.error("campaign.keep_recordings", "outpace.keep_recordings_days", CallRecording.MOST_DAYS));
        }
        if (rules.minimumRing() < 0 || rules.minimumRing() > Compliance.MAX_MINIMUM_RING) {
            problems.add(Problem.error(
                    "campaign.minimum_ring", "outpace.compliance.minimum_ring", Compliance.MAX_MINIMUM_RING / 1e3));
        }
    }

    private static void waitsFromAnswer(Campaign draft, List<Problem> problems) {
        var rules = draft.options().compliance();
        boolean limited = rules.countsWaits() || rules.hasMessage();
        if (limited && rules.abandonFrom() == AbandonFrom.ANSWER && takesTime(draft)) {
            problems.add(Problem.warning(
                    "campaign.waits_before_queue", "outpace.compliance.abandon_from", rules.abandonAfter() / 1e3));
        }
    }

    private static boolean takesTime(Campaign draft) {
        return draft.actions().stream()
                .anyMatch(action ->
                        ActionType.of(action.type()).filter(TAKE_TIME::contains).isPresent());
    }

    private static void missing(
            UUID id, Function<UUID, ? extends @Nullable Resource> find, String field, List<Problem> problems) {
        if (!Ids.isNil(id) && find.apply(id) == null) {
            problems.add(Problem.warning("campaign.reference_missing", field, id));
        }
    }
}
