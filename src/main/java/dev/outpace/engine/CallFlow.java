package dev.outpace.engine;

import dev.outpace.engine.ActiveCall.FlowWait;
import dev.outpace.engine.ActiveCall.Stage;
import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.Telephony.Capability;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowRunner;
import dev.outpace.flow.FlowStep;
import dev.outpace.flow.FlowStep.At;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.flow.Variables;
import dev.outpace.model.CallStep.Kind;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs the flow of a call: asks it for steps and carries them out. */
final class CallFlow {
    /** A limit of zero would be none. Callers are offered to free agents before an exact limit ends their wait. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    /** In which an exchange that does not end waits itself has told that an agent's phone rings, if one is free. */
    private static final Duration TO_BE_OFFERED = Duration.ofMillis(250);

    private final Outside outside;
    private final CampaignRuns campaigns;
    private final CallsInProgress calls;
    private final Telephony telephony;
    private final CallCourse course;
    private final JsonText json;

    /** @param json reads the data of targets */
    CallFlow(
            Outside outside,
            CampaignRuns campaigns,
            CallsInProgress calls,
            Telephony telephony,
            CallCourse course,
            JsonText json) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.calls = calls;
        this.telephony = telephony;
        this.course = course;
        this.json = json;
    }

    /** Begins the flow of a call that was just answered or that needs no phone call. */
    void begin(ActiveCall call) {
        call.flow = new FlowRunner(
                call.run.flowOf(call.campaign),
                call.facts.referenceType() == CampaignType.CALL,
                new Variables(variables -> begin(variables, call)),
                campaigns::flow,
                outside::wallTime);
        reserve(call);
        advance(call);
    }

    private void begin(Variables variables, ActiveCall call) {
        variables.campaign(call.campaign);
        var target = call.target;
        if (target != null) {
            variables.target(target.name(), target.detail(), target.data(), json);
        }
        variables.set("voipbin.call.id", call.id().toString());
        variables.set("voipbin.call.direction", "outgoing");
        variables.address("source", call.facts.source());
        variables.address("destination", call.facts.destination());
    }

    /** Reserves an agent if the rest of the flow leads to a queue. */
    void reserve(ActiveCall call) {
        calls.keepAgent(call, flow(call).leadsTo(call.campaign.queueId()).queueId());
    }

    private static FlowRunner flow(ActiveCall call) {
        return Objects.requireNonNull(call.flow);
    }

    /** Carries out steps until one takes time or the flow ends. */
    void advance(ActiveCall call) {
        if (call.hangUpCause != null) {
            return;
        }
        if (!outside.linkUp()) {
            call.flowWait = FlowWait.LINK;
            return;
        }
        call.flowWait = FlowWait.NOTHING;
        boolean more = true;
        while (more) {
            more = carryOut(call, flow(call).next());
        }
    }

    /** @return whether the next step can follow at once */
    private boolean carryOut(ActiveCall call, FlowStep step) {
        return switch (step) {
            case FlowStep.Passed(var at, var way) -> {
                if (way.isEmpty()) {
                    note(call, at);
                } else {
                    outside.note(call, Kind.ACTION, at.historyId(), at.action().type() + ' ' + way);
                    reserve(call);
                }
                yield true;
            }
            case FlowStep.Skipped(var at, var reason) -> {
                skipped(call, at, reason);
                yield true;
            }
            case FlowStep.Perform(var at, var order) -> perform(call, at, order);
            case FlowStep.Sleep(var at, var duration) -> {
                note(call, at);
                calls.standsAt(call, at.historyId());
                call.flowWait = FlowWait.SLEEP;
                call.sleepOver = outside.timer(new TimerKey.SleepOver(call.id()), duration);
                yield false;
            }
            case FlowStep.JoinQueue(var at, var queueId) -> {
                note(call, at);
                yield join(call, queueId);
            }
            case FlowStep.HangUp(var at, var reason) -> {
                note(call, at);
                yield reason.equals("normal") ? through(call) : endWith(call, cause(reason));
            }
            case FlowStep.MachineHeard _ -> endWith(call, EndCause.MACHINE);
            case FlowStep.Stopped(var at) -> {
                note(call, at);
                yield through(call);
            }
            case FlowStep.Finished(var queueFollows) -> finished(call, queueFollows);
            case FlowStep.Failed(var at, var reason) -> {
                skipped(call, at, reason);
                yield endWith(call, EndCause.FLOW_FAILED);
            }
        };
    }

    /** Translates a published hangup reason. Only the normal reason is a success. */
    private static EndCause cause(String reason) {
        return switch (reason) {
            case "amd" -> EndCause.MACHINE;
            case "busy" -> EndCause.BUSY;
            case "noanswer", "timeout" -> EndCause.NO_ANSWER;
            case "cancel" -> EndCause.CANCELLED;
            default -> EndCause.FAILED;
        };
    }

    private boolean endWith(ActiveCall call, EndCause cause) {
        call.flowEnd = cause;
        course.hangUp(call, cause);
        return false;
    }

    private boolean finished(ActiveCall call, boolean queueFollows) {
        if (!queueFollows || !call.campaign.hasQueue() || call.facts.referenceType() == CampaignType.FLOW) {
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
        if (call.overdue != null && call.orderOverdue == null) {
            call.orderOverdue = outside.timer(call.overdue, OrderTime.ANSWER);
        }
        leaveWhenOver(call);
        if (call.notTaken) {
            if (call.flowWait == FlowWait.LINK) {
                notTaken(call);
            } else {
                // The end of the message may have been reported while the link was down. The caller must not be left in
                // silence.
                course.hangUp(call, EndCause.ABANDONED);
            }
        } else if (call.flowWait == FlowWait.LINK) {
            advance(call);
        }
    }

    void orderEnded(ActiveCall call, OrderId order, MediaResult result, Instant at) {
        boolean adoptedInMessage = call.flow == null && call.stage == Stage.WAITING && call.order == null;
        boolean awaited = call.flowWait == FlowWait.MEDIA && order.equals(call.order);
        if (!awaited && !adoptedInMessage) {
            return;
        }
        call.orderEnded();
        if (!result.problem().isEmpty()) {
            outside.note(call, Kind.ACTION_SKIPPED, result.problem());
        }
        if (call.notTaken || adoptedInMessage) {
            course.hangUp(call, EndCause.ABANDONED);
            return;
        }
        if (call.verdictAwaited && result.problem().isEmpty() && call.greetingEndedAt == null) {
            call.greetingEndedAt = at;
            call.greetingEnded = outside.nanos();
        }
        call.verdictAwaited = false;
        flow(call).ended(result);
        advance(call);
    }

    /** A key may be pressed between two orders; the next order for keys gets it. */
    void keyPressed(ActiveCall call, char key) {
        call.keysHeard++;
        if (call.flow != null) {
            call.flow.pressed(key);
        }
    }

    private boolean perform(ActiveCall call, At at, MediaOrder order) {
        if (!telephony.capabilities().contains(needs(order))) {
            skipped(call, at, "flow.skipped.not_possible");
            return true;
        }
        note(call, at);
        calls.standsAt(call, at.historyId());
        call.verdictAwaited = order instanceof MediaOrder.DetectMachine(var waits) && waits;
        execute(call, order instanceof MediaOrder.ReceiveDigits keys ? keys.after(call.keysHeard) : order);
        return false;
    }

    private void execute(ActiveCall call, MediaOrder media) {
        call.flowWait = FlowWait.MEDIA;
        var order = outside.nextOrder();
        await(call, order, new TimerKey.OrderOverdue(call.id(), order), OrderTime.longest(media));
        telephony.execute(order, call.id(), media);
    }

    private void await(ActiveCall call, OrderId order, TimerKey overdue, Duration longest) {
        call.orderEnded();
        call.order = order;
        call.overdue = overdue;
        call.orderOverdue = outside.timer(overdue, longest);
    }

    /**
     * Called when the end of an order was lost, or the exchange never received the order. The flow continues as after a failed
     * order.
     */
    void orderOverdue(ActiveCall call, OrderId order) {
        if (isOverdue(call, order)) {
            telephony.cancel(order);
            orderEnded(call, order, MediaResult.failed("flow.failed.order_lost"), outside.wallTime());
        }
    }

    /** While the link is down no end can be reported, so the exchange has the time to answer anew when the link is back. */
    boolean isOverdue(ActiveCall call, OrderId order) {
        if (!order.equals(call.order)) {
            return false;
        }
        call.orderOverdue = null;
        if (!outside.linkUp()) {
            return false;
        }
        var left = OrderTime.ANSWER.minusNanos(outside.nanos() - outside.linkUpSince());
        if (left.isPositive()) {
            call.orderOverdue = outside.timer(Objects.requireNonNull(call.overdue), left);
            return false;
        }
        if (call.run.firstLostOrder()) {
            outside.alarm(call.run.id(), Problem.error("alarm.order_lost", "", call.run.campaign.name()));
        }
        return true;
    }

    private static Capability needs(MediaOrder order) {
        return switch (order) {
            case MediaOrder.Talk _ -> Capability.TALK;
            case MediaOrder.Play _, MediaOrder.Beep _ -> Capability.PLAY;
            case MediaOrder.ReceiveDigits _, MediaOrder.SendDigits _ -> Capability.KEYS;
            case MediaOrder.Echo _ -> Capability.ECHO;
            case MediaOrder.DetectMachine _ -> Capability.MACHINES;
            case MediaOrder.StartRecording _, MediaOrder.StopRecording _ -> Capability.RECORDING;
            case MediaOrder.Connect _ -> Capability.CONNECT;
            case MediaOrder.Conference _ -> Capability.CONFERENCES;
        };
    }

    private boolean join(ActiveCall call, UUID queueId) {
        call.flowWait = FlowWait.QUEUE;
        call.joining = queueId;
        calls.standsAt(call, null);
        var queue = campaigns.book().queue(queueId);
        if (queue != null) {
            flow(call).variables().set("voipbin.queue.name", queue.name());
            flow(call).variables().set("voipbin.queue.detail", queue.detail());
        }
        // The answer stands in the store before an agent hears of the caller; a store that fails costs no caller the
        // call.
        var _ = outside.awaitCommitted();
        var order = outside.nextOrder();
        await(call, order, new TimerKey.JoinOverdue(call.id(), order), OrderTime.ANSWER);
        call.waitEnds();
        call.join = order;
        boolean exact = telephony.capabilities().contains(Capability.EXACT_LIMITS);
        var longest = longestWait(call, queue, exact ? SHORTEST_WAIT : TO_BE_OFFERED);
        if (longest.isZero() || exact) {
            telephony.joinQueue(call.id(), queueId, longest);
        } else {
            call.waitOver = outside.timer(new TimerKey.WaitOver(call.id(), order), longest);
            telephony.joinQueue(call.id(), queueId, Duration.ZERO);
        }
        return false;
    }

    /** Called for an exchange that does not end waits itself. */
    void waitOver(ActiveCall call, OrderId join) {
        if (join.equals(call.join)) {
            call.waitIsOver = true;
            leaveWhenOver(call);
        }
    }

    /** Takes a caller out of the queue who has waited long enough, unless an agent's phone is ringing. */
    void leaveWhenOver(ActiveCall call) {
        if (call.waitIsOver && call.stage == Stage.WAITING && call.order == null && outside.linkUp()) {
            var order = outside.nextOrder();
            await(call, order, new TimerKey.LeaveOverdue(call.id(), order), OrderTime.ANSWER);
            telephony.leaveQueue(call.id());
        }
    }

    /**
     * Zero if the caller may wait without limit.
     *
     * @param least the limit of a caller whose time was over before the queue
     */
    private Duration longestWait(ActiveCall call, @Nullable Queue queue, Duration least) {
        var ofQueue = queue == null ? Duration.ZERO : Duration.ofMillis(queue.waitTimeout());
        var rules = call.campaign.options().compliance();
        if (!call.atFlowEnd || !rules.hasMessage()) {
            return ofQueue;
        }
        var untilMessage = rules.longestWait().minusNanos(call.nanosBeforeQueue(outside.nanos()));
        var longest = untilMessage.compareTo(least) < 0 ? least : untilMessage;
        return ofQueue.isZero() || ofQueue.compareTo(longest) > 0 ? longest : ofQueue;
    }

    /**
     * Called when the caller left the queue at the end of the flow without an agent. Plays the campaign's message about that,
     * if there is one.
     */
    void notTaken(ActiveCall call) {
        call.notTaken = true;
        boolean says = call.campaign.options().compliance().hasMessage()
                && telephony.capabilities().contains(Capability.TALK);
        if (!says) {
            course.hangUp(call, EndCause.ABANDONED);
        } else if (outside.linkUp()) {
            say(call, call.campaign.options().compliance().abandonMessage());
        } else {
            call.flowWait = FlowWait.LINK;
        }
    }

    private void say(ActiveCall call, String message) {
        var text = call.flow == null ? message : call.flow.variables().fill(message);
        outside.note(call, Kind.ACTION, ActionType.TALK.published());
        execute(call, new MediaOrder.Talk(text, "", "", "", false, true));
    }

    private boolean through(ActiveCall call) {
        return endWith(call, EndCause.NORMAL);
    }

    private void note(ActiveCall call, At at) {
        outside.note(call, Kind.ACTION, at.historyId(), at.action().type());
    }

    private void skipped(ActiveCall call, At at, String reason) {
        outside.note(call, Kind.ACTION_SKIPPED, at.historyId(), at.action().type() + ' ' + reason);
    }
}
