package dev.outpace.engine;

import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineState.UnfinishedCall;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The link to the exchange: what is settled when it comes, and what rests while it is away. */
final class LinkWatch {
    private final Floor floor;
    private final CampaignLife life;
    private final CallCourse course;
    private final AgentWatch agents;
    /** Calls from before the workspace was closed, until the exchange's first snapshot settles them. */
    private final List<UnfinishedCall> unfinished;

    LinkWatch(Floor floor, CampaignLife life, CallCourse course, AgentWatch agents, List<UnfinishedCall> unfinished) {
        this.floor = floor;
        this.life = life;
        this.course = course;
        this.agents = agents;
        this.unfinished = new ArrayList<>(unfinished);
    }

    void down(String reason) {
        floor.linkUp = false;
        floor.linkReason = reason;
        floor.wakeAll();
        floor.listener.linkChanged(false, reason);
    }

    void up(LinkUp link) {
        boolean wasDown = !floor.linkUp;
        floor.linkUp = true;
        floor.linkReason = "";
        agents.allAre(link.now(), link.at());
        settle(link.now(), wasDown);
        settleUnfinished(link.now());
        for (var run : List.copyOf(floor.runs.values())) {
            life.callEnded(run);
        }
        floor.wakeAll();
        if (wasDown) {
            floor.listener.linkChanged(true, "");
        }
    }

    /**
     * What was not told: calls that are gone have ended, those that moved on are followed, and what could not be ordered is ordered.
     * A call that the exchange has not confirmed yet may be on its way there.
     */
    private void settle(Snapshot now, boolean wasDown) {
        for (var call : floor.callsNow()) {
            boolean onTheExchange = call.facts.destination() != null && call.facts.referenceType() == CampaignType.CALL;
            var there = now.calls().get(call.id());
            if (there != null) {
                course.isAt(call, there);
            } else if (onTheExchange && (wasDown || call.accepted)) {
                course.close(call, CallEnd.cause(call, Outcome.UNKNOWN), floor.clock.wallTime());
            }
            if (wasDown && floor.calls.containsKey(call.id())) {
                course.linkIsUp(call);
            }
        }
    }

    private void settleUnfinished(Snapshot now) {
        for (var call : unfinished) {
            var run = floor.runs.get(call.call().campaignId());
            var there = now.calls().get(call.call().id());
            if (run != null && there != null) {
                var adopted = ActiveCall.adopted(run, call, floor.line(run, call.call(), call.keepsAgent()));
                course.adopt(adopted);
                course.isAt(adopted, there);
            } else {
                interrupt(call);
            }
        }
        unfinished.clear();
        floor.runs.values().forEach(run -> run.unsettled = 0);
        for (var callId : now.calls().keySet()) {
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
