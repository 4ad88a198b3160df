package dev.outpace.engine;

import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.Telephony.Capability;
import dev.outpace.flow.FlowStep;
import dev.outpace.model.Action;
import dev.outpace.model.CallStep.Kind;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import java.time.Duration;
import java.util.UUID;

/** Drives the flow of a call: asks it for steps and carries them out. */
final class CallFlow {
    private final Floor floor;
    private final CallCourse course;

    CallFlow(Floor floor, CallCourse course) {
        this.floor = floor;
        this.course = course;
    }

    /** Carries out steps until one takes time or the flow is through. */
    void advance(ActiveCall call) {
        if (call.hangUpCause != null) {
            return;
        }
        boolean more = true;
        while (more) {
            more = carryOut(call, call.flow.next());
        }
    }

    /** @return whether the next step can follow at once */
    private boolean carryOut(ActiveCall call, FlowStep step) {
        switch (step) {
            case FlowStep.Passed(var action) -> {
                note(call, action);
                return true;
            }
            case FlowStep.Skipped(var action, var reason) -> {
                floor.note(call, Kind.ACTION_SKIPPED, action.id(), action.type() + ' ' + reason);
                return true;
            }
            case FlowStep.Perform(var action) -> {
                return perform(call, action);
            }
            case FlowStep.Sleep(var action, var duration) -> {
                note(call, action);
                call.sleepOver = floor.timer(new TimerKey.SleepOver(call.id()), duration);
                return false;
            }
            case FlowStep.JoinQueue(var action, var queueId) -> {
                note(call, action);
                join(call, queueId);
                return false;
            }
            case FlowStep.HangUp(var action) -> {
                note(call, action);
                through(call);
                return false;
            }
            case FlowStep.Stopped(var action) -> {
                note(call, action);
                through(call);
                return false;
            }
            case FlowStep.Finished() -> {
                if (call.campaign.hasQueue() && call.facts.referenceType() == CampaignType.CALL) {
                    call.atFlowEnd = true;
                    join(call, call.campaign.queueId());
                } else {
                    through(call);
                }
                return false;
            }
            case FlowStep.Failed(var reason) -> {
                call.flowFailed = true;
                floor.note(call, Kind.ACTION_SKIPPED, reason);
                course.hangUp(call, EndCause.FLOW_FAILED);
                return false;
            }
        }
    }

    void mediaEnded(ActiveCall call, String problem) {
        if (call.stage != ActiveCall.Stage.IN_FLOW) {
            return;
        }
        if (!problem.isEmpty()) {
            floor.note(call, Kind.ACTION_SKIPPED, problem);
        }
        advance(call);
    }

    private boolean perform(ActiveCall call, Action action) {
        if (!floor.telephony.capabilities().contains(Capability.TALK)) {
            floor.note(call, Kind.ACTION_SKIPPED, action.id(), action.type() + " flow.skipped.not_possible");
            return true;
        }
        note(call, action);
        floor.telephony.execute(call.id(), action);
        return false;
    }

    private void join(ActiveCall call, UUID queueId) {
        call.joined = true;
        var queue = floor.book.queue(queueId);
        // The answer stands in the store before an agent hears of the caller.
        floor.journal.awaitCommitted();
        floor.telephony.joinQueue(
                call.id(), queueId, queue == null ? Duration.ZERO : Duration.ofMillis(queue.waitTimeout()));
    }

    private void through(ActiveCall call) {
        call.flowDone = true;
        course.hangUp(call, EndCause.NORMAL);
    }

    private void note(ActiveCall call, Action action) {
        floor.note(call, Kind.ACTION, action.id(), action.type());
    }
}
