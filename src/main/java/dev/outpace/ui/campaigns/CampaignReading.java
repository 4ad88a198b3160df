package dev.outpace.ui.campaigns;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.TargetCounts;
import dev.outpace.ui.campaigns.CampaignFigures.Pacing;
import dev.outpace.ui.campaigns.CampaignFigures.Progress;
import dev.outpace.ui.campaigns.CampaignFigures.Speed;
import dev.outpace.ui.campaigns.CampaignFigures.Staff;
import dev.outpace.ui.controls.Gauge;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OtherCalls;
import dev.outpace.ui.live.Totals;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads off a campaign's live row what the screen shows of it. */
final class CampaignReading {
    /** Before so many calls have ended, an estimate would be a guess. */
    private static final long MIN_CALLS = 20;
    /** Of the pace, ten seconds apart: a single minute jumps. */
    private static final int MIN_POINTS = 18;

    private final Texts texts;
    private final LiveWorkspace live;

    CampaignReading(Texts texts, LiveWorkspace live) {
        this.texts = texts;
        this.live = live;
    }

    CampaignFigures of(CampaignRow row, boolean pending, String refusal) {
        var campaign = row.campaign();
        var moment = row.moment();
        var queue = row.links().queue();
        var waiting = waiting(campaign, moment);
        boolean staffed = campaign.type() == CampaignType.CALL && campaign.hasQueue();
        double abandon = staffed ? Totals.abandonRate(row.window()) : Double.NaN;
        return new CampaignFigures(
                campaign,
                queue == null ? "" : queue.name(),
                waiting.isEmpty() ? campaign.detail() : waiting,
                !waiting.isEmpty(),
                pacing(row, moment),
                staffed ? staff(row, moment) : Staff.NONE,
                progress(row, moment),
                campaign.type() == CampaignType.CALL ? Totals.answerRate(row.window()) : Double.NaN,
                abandon,
                tone(abandon),
                campaign.status() == CampaignStatus.STOP || campaign.type() == CampaignType.FLOW
                        ? Speed.NONE
                        : Speed.of(row.rate()),
                pending,
                refusal);
    }

    private String waiting(Campaign campaign, @Nullable CampaignMoment moment) {
        return campaign.status() == CampaignStatus.STOPPING && moment != null
                ? texts.get("campaigns.waitingFor", moment.inProgress())
                : "";
    }

    /** Plain within the limit: only what is near or over it has a colour. */
    private Tone tone(double abandon) {
        var tone = Gauge.toneOf(abandon, live.settings().abandonLimit() * 100);
        return tone == Tone.SUCCESS || tone == Tone.NEUTRAL ? Tone.DEFAULT : tone;
    }

    private Pacing pacing(CampaignRow row, @Nullable CampaignMoment moment) {
        var campaign = row.campaign();
        if (moment == null || campaign.status() == CampaignStatus.STOP || campaign.type() == CampaignType.FLOW) {
            return Pacing.NONE;
        }
        var reason = campaign.status() == CampaignStatus.STOPPING
                ? DecisionReason.STOP_ASKED
                : moment.decision().reason();
        int dialing = moment.snapshot().ownDialing();
        var allowed = campaign.hasQueue() ? moment.allowed() : null;
        return new Pacing(
                texts.number(dialing),
                allowed == null || allowed == 0 ? "" : texts.get("format.of", texts.number(allowed)),
                word(row, reason, dialing, allowed),
                tone(reason),
                allowed == null ? Math.min(1, dialing) : share(dialing, allowed),
                allowed != null,
                dialing);
    }

    /** Where others fill the limit of a shared queue, that says so. */
    private String word(CampaignRow row, DecisionReason reason, int dialing, @Nullable Integer allowed) {
        boolean atLimit = reason == DecisionReason.WAITING_FOR_AGENT || reason == DecisionReason.OVER_LIMIT;
        if (atLimit && allowed != null && dialing < allowed) {
            var others = OtherCalls.of(row, live);
            if (others.any()) {
                return texts.get("campaigns.pacing.others", texts.number(others.dialing()));
            }
        }
        return texts.get("campaigns.pacing." + reason.name());
    }

    private static double share(int dialing, int allowed) {
        return allowed == 0 ? Math.min(1, dialing) : (double) dialing / allowed;
    }

    private static Tone tone(DecisionReason reason) {
        return switch (reason) {
            case DIALING -> Tone.ACCENT;
            case NO_AGENT_AVAILABLE, OVER_ABANDON_TARGET, CLOCK_CHANGED, WAITING_TO_GO_ON -> Tone.WARNING;
            case QUEUE_GONE, TELEPHONY_DOWN, STORE_DOWN, CALLS_REFUSED, DO_NOT_CALL_TOO_OLD -> Tone.DANGER;
            default -> Tone.NEUTRAL;
        };
    }

    private Staff staff(CampaignRow row, @Nullable CampaignMoment moment) {
        if (moment != null) {
            int available = moment.snapshot().available();
            return new Staff(
                    available, moment.agents(), available == 0 && row.campaign().status() == CampaignStatus.RUN);
        }
        return Staff.NONE;
    }

    private Progress progress(CampaignRow row, @Nullable CampaignMoment moment) {
        var list = live.outdial(row.campaign().outdialId());
        if (list == null) {
            return Progress.NONE;
        }
        TargetCounts counts = moment != null ? moment.targets() : list.counts();
        return counts == null ? Progress.NONE : new Progress(counts.done(), counts.left(), counts.total());
    }

    /** How long the list lasts at the pace of the last minutes; empty before that is steady. */
    static Optional<Duration> listEndsIn(CampaignRow row) {
        var moment = row.moment();
        var pace = row.rate().series();
        double perMinute =
                pace.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        if (moment == null
                || pace.size() < MIN_POINTS
                || perMinute == 0
                || row.campaign().status() != CampaignStatus.RUN
                || moment.calls().ended() < MIN_CALLS
                || moment.targets().done() == 0) {
            return Optional.empty();
        }
        double callsATarget =
                Math.max(1, (double) moment.calls().ended() / moment.targets().done());
        return Optional.of(Duration.ofSeconds(Math.round(moment.targets().left()
                * callsATarget
                / perMinute
                * Duration.ofMinutes(1).toSeconds())));
    }
}
