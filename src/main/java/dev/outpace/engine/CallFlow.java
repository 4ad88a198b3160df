package dev.outpace.engine;

import dev.outpace.engine.ActiveCall.FlowWait;
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
        if (!floor.linkUp) {
            call.flowWait = FlowWait.LINK;
            return;
        }
        call.flowWait = FlowWait.NOTHING;
        boolean more = true;
        while (more) {
            more = carryOut(call, call.flow.next());
        }
    }

    /** @return whether the next step can follow at once */
    private boolean carryOut(ActiveCall call, FlowStep step) {
        return switch (step) {
            case FlowStep.Passed(var action) -> {
                note(call, action);
                yield true;
            }
            case FlowStep.Skipped(var action, var reason) -> {
                floor.note(call, Kind.ACTION_SKIPPED, action.id(), action.type() + ' ' + reason);
                yield true;
            }
            case FlowStep.Perform(var action) -> perform(call, action);
            case FlowStep.Sleep(var action, var duration) -> {
                note(call, action);
                call.flowWait = FlowWait.SLEEP;
                call.sleepOver = floor.timer(new TimerKey.SleepOver(call.id()), duration);
                yield false;
            }
            case FlowStep.JoinQueue(var action, var queueId) -> {
                note(call, action);
                yield join(call, queueId);
            }
            case FlowStep.HangUp(var action) -> {
                note(call, action);
                yield through(call);
            }
            case FlowStep.Stopped(var action) -> {
                note(call, action);
                yield through(call);
            }
            case FlowStep.Finished() -> finished(call);
            case FlowStep.Failed(var reason) -> {
                call.flowFailed = true;
                floor.note(call, Kind.ACTION_SKIPPED, reason);
                course.hangUp(call, EndCause.FLOW_FAILED);
                yield false;
            }
        };
    }

    private boolean finished(ActiveCall call) {
        if (!call.campaign.hasQueue() || call.facts.referenceType() == CampaignType.FLOW) {
            return through(call);
        }
        call.atFlowEnd = true;
        return join(call, call.campaign.queueId());
    }

    void sleepOver(ActiveCall call) {
        if (call.flowWait == FlowWait.SLEEP) {
            advance(call);
        }
    }

    void linkIsUp(ActiveCall call) {
        if (call.flowWait == FlowWait.LINK) {
            advance(call);
        }
    }

    void mediaEnded(ActiveCall call, String problem) {
        if (call.flowWait != FlowWait.MEDIA) {
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
        call.flowWait = FlowWait.MEDIA;
        floor.telephony.execute(call.id(), action);
        return false;
    }

    private boolean join(ActiveCall call, UUID queueId) {
        call.flowWait = FlowWait.QUEUE;
        var queue = floor.book.queue(queueId);
        // The answer stands in the store before an agent hears of the caller.
        floor.journal.awaitCommitted();
        floor.telephony.joinQueue(
                call.id(), queueId, queue == null ? Duration.ZERO : Duration.ofMillis(queue.waitTimeout()));
        return false;
    }

    private boolean through(ActiveCall call) {
        call.flowDone = true;
        course.hangUp(call, EndCause.NORMAL);
        return false;
    }

    private void note(ActiveCall call, Action action) {
        floor.note(call, Kind.ACTION, action.id(), action.type());
    }
}
