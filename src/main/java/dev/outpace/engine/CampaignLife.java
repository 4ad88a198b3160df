package dev.outpace.engine;

import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.engine.TargetPool.Unavailable;
import dev.outpace.floor.ListFloor;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import dev.outpace.model.StopMode;
import dev.outpace.model.StopReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts, stops and exhausts campaigns, and starts the next ones in a chain. */
final class CampaignLife {
    private final Outside outside;
    private final CampaignRuns campaigns;
    private final TargetPool targets;
    private final StoreWatch store;
    private final StartCheck startCheck;

    CampaignLife(Outside outside, CampaignRuns campaigns, TargetPool targets, Telephony telephony, StoreWatch store) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.targets = targets;
        this.store = store;
        this.startCheck = new StartCheck(campaigns.book(), telephony::capabilities);
    }

    List<Problem> start(UUID campaignId) {
        var run = campaigns.run(campaignId);
        if (run == null) {
            return List.of(Problem.error("campaign.unknown", "", campaignId));
        }
        var problems = startCheck.check(run.campaign);
        if (problems.stream().anyMatch(Problem::isError)) {
            return problems;
        }
        run.refusals.forgiven();
        run.startedByChain = false;
        run.isTrial = false;
        run.waitingToGoOn = false;
        campaigns.held(false);
        if (run.status() != CampaignStatus.RUN) {
            boolean anew = run.status() == CampaignStatus.STOP;
            write(List.of(change(run, CampaignStatus.RUN, null, anew)));
        }
        campaigns.list(run.campaign.outdialId()).somethingMayBeDue();
        run.wake();
        return problems;
    }

    /** Starts a campaign for one call. What it placed since its start, also before the process was cut, was that call. */
    List<Problem> tryOne(UUID campaignId) {
        var problems = start(campaignId);
        var run = campaigns.run(campaignId);
        if (run != null
                && run.status() == CampaignStatus.RUN
                && problems.stream().noneMatch(Problem::isError)) {
            run.isTrial = true;
            if (run.placedSinceStart) {
                tried(run);
            }
        }
        return problems;
    }

    /** The one call of a trial is placed. */
    void tried(CampaignRun run) {
        stopping(run, StopReason.TRIED);
    }

    List<Problem> stop(UUID campaignId, StopMode mode, CallCourse course) {
        var run = campaigns.run(campaignId);
        if (run == null) {
            return List.of(Problem.error("campaign.unknown", "", campaignId));
        }
        if (run.status() != CampaignStatus.STOP) {
            stopping(run, StopReason.USER);
        }
        if (mode != StopMode.FINISH_CALLS) {
            for (var call : List.copyOf(run.calls)) {
                if (mode == StopMode.HANG_UP_ALL || call.stage == ActiveCall.Stage.DIALING) {
                    course.hangUp(call, EndCause.CANCELLED);
                }
            }
        }
        return List.of();
    }

    /** Called when no target is left and no call in progress can bring one back. */
    void exhausted(CampaignRun run) {
        stopping(run, StopReason.EXHAUSTED);
    }

    /** Called when something is wrong that only a user can repair. */
    void fault(CampaignRun run, Problem problem) {
        outside.alarm(run.id(), problem);
        stopping(run, StopReason.FAULT);
    }

    private void stopping(CampaignRun run, StopReason reason) {
        run.waitingToGoOn = false;
        if (!run.hasCalls()) {
            stopped(run, reason);
        } else {
            write(List.of(change(run, CampaignStatus.STOPPING, reason, false)));
        }
    }

    /** Ends a stopping campaign with its last call. While its list can't be counted, the campaign stays stopping. */
    void callEnded(CampaignRun run) {
        if (run.status() == CampaignStatus.STOPPING && !run.hasCalls()) {
            try {
                if (run.stopReason == StopReason.EXHAUSTED && hasTargets(run)) {
                    goOn(run);
                } else {
                    stopped(run, run.stopReason);
                }
            } catch (Unavailable failure) {
                store.down(failure.down());
            }
        }
    }

    /** Ends the campaigns that could not end while the store could not be written. */
    void storeUp() {
        List.copyOf(campaigns.all()).forEach(this::callEnded);
    }

    /** Whether a target can be called, now or later. */
    private boolean hasTargets(CampaignRun run) {
        var list = campaigns.list(run.campaign.outdialId());
        list.counts(targets.counts(list.outdialId()));
        return list.idle() > 0;
    }

    /** Resumes a campaign that was stopping because its list was exhausted, after targets were added or may be tried again. */
    private void goOn(CampaignRun run) {
        write(List.of(change(run, CampaignStatus.RUN, null, false)));
        campaigns.list(run.campaign.outdialId()).somethingMayBeDue();
        run.waitingToGoOn = campaigns.held();
    }

    private void stopped(CampaignRun run, @Nullable StopReason reason) {
        var statusBefore = run.status();
        var reasonBefore = run.stopReason;
        var changes = new ArrayList<StatusChange>();
        // Stopped first, because the next campaign may have the same list.
        changes.add(change(run, CampaignStatus.STOP, reason, false));
        CampaignRun next;
        try {
            next = reason == StopReason.EXHAUSTED && !run.isTrial ? nextOf(run) : null;
        } catch (Unavailable failure) {
            // Its end is written together with the start of the next one, so it has not ended yet.
            change(run, statusBefore, reasonBefore, false);
            throw failure;
        }
        if (next != null) {
            changes.add(change(next, CampaignStatus.RUN, null, true));
            next.startedByChain = true;
            next.waitingToGoOn = campaigns.held();
            campaigns.list(next.campaign.outdialId()).somethingMayBeDue();
        }
        write(changes);
    }

    /**
     * The campaign that starts because this one is exhausted; null for none. Campaigns that can't start or have no targets are
     * skipped, with an alarm each.
     */
    private @Nullable CampaignRun nextOf(CampaignRun used) {
        if (!used.placedSinceStart && !Ids.isNil(used.campaign.nextCampaignId())) {
            if (!used.startedByChain) {
                // A campaign that a user started placed no call: its list may be empty by mistake, so the chain ends
                // here.
                var next = campaigns.run(used.campaign.nextCampaignId());
                alarm(next == null ? "alarm.next_missing" : "alarm.next_without_call", used, next);
                return null;
            }
            alarm("alarm.ended_without_call", used, null);
        }
        var seen = new HashSet<UUID>();
        seen.add(used.id());
        var before = used;
        while (!Ids.isNil(before.campaign.nextCampaignId())) {
            var next = campaigns.run(before.campaign.nextCampaignId());
            if (next == null) {
                alarm("alarm.next_missing", before, null);
                return null;
            }
            if (!seen.add(next.id())) {
                alarm("alarm.next_loop", before, next);
                return null;
            }
            if (next.status() != CampaignStatus.STOP) {
                alarm("alarm.next_not_stopped", before, next);
                return null;
            }
            if (startCheck.check(next.campaign).stream().anyMatch(Problem::isError)) {
                alarm("alarm.next_refused", before, next);
            } else if (next.campaign.endHandle() == EndHandle.STOP && !hasTargets(next)) {
                alarm("alarm.next_nothing_to_call", before, next);
            } else {
                return next;
            }
            before = next;
        }
        return null;
    }

    private void alarm(String code, CampaignRun before, @Nullable CampaignRun next) {
        var nextName = next == null ? before.campaign.nextCampaignId().toString() : next.campaign.name();
        outside.alarm(before.id(), Problem.warning(code, "", before.campaign.name(), nextName));
    }

    /** Changes the status in memory. The caller must write the returned change. */
    private StatusChange change(CampaignRun run, CampaignStatus status, @Nullable StopReason reason, boolean anew) {
        Instant now = outside.wallTime();
        run.campaign = run.campaign.withStatus(status);
        campaigns.book().put(run.campaign);
        run.stopReason = reason;
        if (anew) {
            run.startedAt = now;
            run.placedSinceStart = false;
        }
        run.wake();
        return new StatusChange(run.id(), status, reason, anew ? now : null, now);
    }

    private void write(List<StatusChange> changes) {
        outside.write(new Fact.StatusesChanged(changes));
    }

    /** Wakes the campaigns of a list when a target becomes due earlier than they know. */
    void retryDueAt(ListFloor list, Instant at) {
        if (list.isSooner(at)) {
            nothingDueBefore(list, at);
            list.waitsForNoRule();
            campaigns.wakeListUsers(list.outdialId());
        }
    }

    /** Notes that no target of the list is due before a moment, unless the list is changed. */
    void nothingDueBefore(ListFloor list, @Nullable Instant at) {
        var timer = at == null ? null : outside.timer(new TimerKey.RetryDue(list.outdialId()), outside.until(at));
        list.nothingDueBefore(at, timer == null ? null : timer::cancel);
    }

    /** The campaign as the book has it after an edit, in the status that it has here. */
    void edited(Campaign campaign) {
        var run = campaigns.run(campaign.id());
        if (run == null) {
            run = campaigns.openNew(campaign.withStatus(CampaignStatus.STOP));
        } else {
            campaigns.edit(run, campaign);
        }
        if (campaign.deleted()) {
            campaigns.delete(run);
        } else {
            campaigns.list(campaign.outdialId()).somethingMayBeDue();
            run.wake();
        }
    }
}
