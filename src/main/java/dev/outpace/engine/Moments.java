package dev.outpace.engine;

import dev.outpace.floor.CallFloor;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.PacingDecision;
import java.time.Duration;
import java.util.OptionalInt;

/** Reports the state of campaigns to the listener, a few times a second while something changes. */
final class Moments {
    private static final Duration APART = Duration.ofMillis(50);

    private final Outside outside;
    private final CampaignRuns campaigns;
    private final CallFloor floor;
    private final Launcher launcher;
    private boolean due;

    Moments(Outside outside, CampaignRuns campaigns, CallFloor floor, Launcher launcher) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.floor = floor;
        this.launcher = launcher;
    }

    /** Schedules a report, because something may have changed. */
    void soon() {
        if (!due && outside.hearsMoments()) {
            due = true;
            outside.later(APART, this::now);
        }
    }

    /**
     * Called after campaigns were asked, so that the decisions are up to date. The effect of an order is reported without
     * delay.
     */
    void decided(boolean atOnce) {
        if (atOnce) {
            now();
        } else if (!due && outside.hearsMoments() && someoneMoved()) {
            soon();
        }
    }

    private boolean someoneMoved() {
        for (var run : campaigns.all()) {
            if (run.hasMoved()) {
                return true;
            }
        }
        return false;
    }

    void now() {
        due = false;
        if (outside.hearsMoments() && someoneMoved()) {
            tellMoved();
        }
    }

    private void tellMoved() {
        for (var run : campaigns.all()) {
            if (run.takeMoved()) {
                outside.campaignMoved(momentOf(run));
            }
        }
    }

    void all() {
        campaigns.all().forEach(CampaignRun::toBeTold);
        floor.moments().forEach(outside::agentMoved);
        due = false;
        if (outside.hearsMoments()) {
            tellMoved();
        }
    }

    private CampaignMoment momentOf(CampaignRun run) {
        boolean paced = run.campaign.type() == CampaignType.CALL && run.campaign.hasQueue();
        var bare = launcher.snapshot(run);
        var snapshot = paced ? launcher.explained(run, bare) : bare;
        var allowed = paced ? run.policy().allowed(bare) : OptionalInt.empty();
        var last = run.lastDecision();
        var decision = last == null ? PacingDecision.hold(DecisionReason.STOPPED, snapshot, 0, null) : last;
        return new CampaignMoment(
                run.id(),
                run.status(),
                run.stopReason,
                run.startedAt,
                snapshot,
                allowed.isPresent() ? (Integer) allowed.getAsInt() : null,
                paced ? run.onFloor.queue().loggedIn() : 0,
                count(run, ActiveCall.Stage.IN_FLOW),
                count(run, ActiveCall.Stage.WAITING),
                count(run, ActiveCall.Stage.AGENT_RINGING),
                count(run, ActiveCall.Stage.TALKING) + count(run, ActiveCall.Stage.TRANSFERRED),
                run.counts,
                campaigns.countsOf(run),
                decision);
    }

    private static int count(CampaignRun run, ActiveCall.Stage stage) {
        int count = 0;
        for (var call : run.calls) {
            count += call.stage == stage ? 1 : 0;
        }
        return count;
    }
}
