package dev.outpace.engine;

import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineState.UnfinishedCall;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The link to the exchange: what is settled when it comes, and what rests while it is away. */
final class LinkWatch {
    private final Floor floor;
    private final CampaignLife life;
    private final CallCourse course;
    /** Calls from before the workspace was closed, until the exchange's first snapshot settles them. */
    private final List<UnfinishedCall> unfinished;

    LinkWatch(Floor floor, CampaignLife life, CallCourse course, List<UnfinishedCall> unfinished) {
        this.floor = floor;
        this.life = life;
        this.course = course;
        this.unfinished = new ArrayList<>(unfinished);
    }

    void down(String reason) {
        floor.linkUp = false;
        floor.linkReason = reason;
        floor.wakeAll();
        floor.listener.linkChanged(false, reason);
    }

    void up(LinkUp snapshot) {
        floor.linkUp = true;
        floor.linkReason = "";
        snapshot.agents().forEach(this::changed);
        for (var known : floor.board.moments()) {
            if (!snapshot.agents().containsKey(known.agentId())) {
                changed(known.agentId(), AgentStatus.OFFLINE);
            }
        }
        settle(snapshot);
        settleUnfinished(snapshot);
        for (var run : List.copyOf(floor.runs.values())) {
            life.callEnded(run);
        }
        floor.wakeAll();
        floor.listener.linkChanged(true, "");
    }

    private void changed(UUID agentId, AgentStatus status) {
        var moment = floor.board.changed(agentId, status, false, floor.clock.wallTime());
        if (moment != null && floor.listener.hearsMoments()) {
            floor.listener.agentMoved(moment);
        }
    }

    /** What went on while the link was away: calls that are gone have ended, orders that could not be given are given. */
    private void settle(LinkUp snapshot) {
        for (var call : floor.callsNow()) {
            boolean onTheExchange = call.facts.destination() != null && call.facts.referenceType() == CampaignType.CALL;
            if (onTheExchange && !snapshot.liveCalls().contains(call.id())) {
                course.close(call, CallEnd.cause(call, Outcome.UNKNOWN));
            } else {
                course.linkIsUp(call);
            }
        }
    }

    private void settleUnfinished(LinkUp snapshot) {
        for (var call : unfinished) {
            var run = floor.runs.get(call.call().campaignId());
            if (run != null && snapshot.liveCalls().contains(call.call().id())) {
                course.adopt(ActiveCall.adopted(run, call, floor.line(run, call.call(), call.keepsAgent())));
            } else {
                interrupt(call);
            }
        }
        unfinished.clear();
        floor.runs.values().forEach(run -> run.unsettled = 0);
        for (var callId : snapshot.liveCalls()) {
            if (!floor.calls.containsKey(callId)) {
                // Closed as lost, or of a campaign that is gone: nobody waits for this person any more.
                floor.telephony.hangUp(callId);
            }
        }
    }

    private void interrupt(UnfinishedCall unfinishedCall) {
        var call = unfinishedCall.call();
        var closed = call.ended(EndCause.INTERRUPTED, floor.clock.wallTime());
        var list = floor.list(call.outdialId());
        TargetFate fate;
        if (call.answeredAt() != null || !unfinishedCall.triesLeft()) {
            fate = new TargetFate.Done();
            list.counts = list.counts.plus(1, -1, 0);
        } else {
            var outplan = floor.book.outplan(call.outplanId());
            var wait = outplan == null ? Duration.ZERO : outplan.retryAfter();
            fate = new TargetFate.RetryAt(floor.clock.wallTimeAfter(wait));
        }
        floor.factLog.write(new Fact.CallClosed(closed, fate));
        var run = floor.runs.get(call.campaignId());
        if (run != null) {
            run.counts = run.counts.with(closed);
        }
        list.somethingMayBeDue();
    }

    /** Campaigns that were running wait for the word to go on. */
    void waitToGoOn() {
        for (var run : floor.runs.values()) {
            run.waitingToGoOn = run.status() == CampaignStatus.RUN;
        }
    }
}
