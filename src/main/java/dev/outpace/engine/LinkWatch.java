package dev.outpace.engine;

import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineState.UnfinishedCall;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.LinkReturn;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Watches the link to the exchange: settles calls when it comes up and suspends orders while it is down. */
final class LinkWatch {
    /** Lost events are rare, but someone may be waiting for the result of one. */
    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofMinutes(5);

    private final Outside outside;
    private final CampaignRuns campaigns;
    private final CallsInProgress calls;
    private final Telephony telephony;
    private final CampaignLife life;
    private final CallCourse course;
    private final AgentWatch agents;
    private final AgentOrders agentOrders;
    private final CutCalls cut;
    /** Calls of the previous opening, until the first snapshot of the exchange settles them. */
    private final List<UnfinishedCall> unfinished;

    private final Set<UUID> missingAgents = new LinkedHashSet<>();
    private final Set<UUID> missingQueues = new LinkedHashSet<>();
    /** Monotonic time of the latest snapshot or of the latest request for one, in nanoseconds. */
    private long snapshotAt;
    /** Wall time at which the link was lost; null while it is up, and until it was up once. */
    private @Nullable Instant downSince;

    LinkWatch(
            Outside outside,
            CampaignRuns campaigns,
            CallsInProgress calls,
            Telephony telephony,
            CampaignLife life,
            CallCourse course,
            AgentWatch agents,
            AgentOrders agentOrders,
            CutCalls cut,
            List<UnfinishedCall> unfinished) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.calls = calls;
        this.telephony = telephony;
        this.life = life;
        this.course = course;
        this.agents = agents;
        this.agentOrders = agentOrders;
        this.cut = cut;
        this.unfinished = new ArrayList<>(unfinished);
    }

    void down(String reason) {
        if (outside.linkUp()) {
            downSince = outside.wallTime();
            cut.linkIsLost(outside.nanos());
        }
        outside.linkIsDown(reason);
        campaigns.wakeAll();
        outside.linkChanged();
    }

    void up(LinkUp link) {
        boolean wasDown = !outside.linkUp();
        outside.linkIsUp();
        snapshotAt = outside.nanos();
        agents.allAre(link.now(), link.at());
        var settled = settle(link.now(), wasDown || link.restarted(), link.restarted());
        settleUnfinished(link.now());
        for (var run : List.copyOf(campaigns.all())) {
            if (wasDown || link.restarted()) {
                // An exchange that shuts down refuses all calls before its link is lost.
                run.refusals.forgiven();
            }
            life.callEnded(run);
        }
        campaigns.wakeAll();
        if (wasDown) {
            agentOrders.linkIsUp();
            outside.linkChanged();
        }
        if (link.restarted()) {
            outside.alarm(
                    Ids.NIL,
                    Problem.warning(
                            "alarm.exchange_restarted", "", settled.ended().size()));
        }
        if (downSince != null || link.restarted()) {
            outside.linkReturned(settled);
        }
        downSince = null;
        missing("alarm.agents_missing", link.now().missingAgents(), missingAgents, campaigns.book()::agent);
        missing("alarm.queues_missing", link.now().missingQueues(), missingQueues, campaigns.book()::queue);
    }

    /** Reports each missing resource once. */
    private void missing(String code, Set<UUID> now, Set<UUID> before, Function<UUID, @Nullable Resource> resource) {
        var names = new ArrayList<String>();
        for (var id : now) {
            var known = resource.apply(id);
            if (known != null && !before.contains(id)) {
                names.add(known.name());
            }
        }
        before.clear();
        before.addAll(now);
        if (!names.isEmpty()) {
            outside.alarm(Ids.NIL, Problem.warning(code, "", names.size(), String.join(", ", names)));
        }
    }

    /** Requests a snapshot from time to time, to find events that the exchange never reported. */
    void look() {
        long now = outside.nanos();
        if (outside.linkUp() && now - snapshotAt >= BETWEEN_SNAPSHOTS.toNanos()) {
            snapshotAt = now;
            telephony.requestSnapshot();
        }
    }

    /**
     * Finds what was never reported. Calls that are gone have ended, calls in another stage are brought to it, and pending
     * orders are given. A call that the exchange has not confirmed yet may still be on its way there.
     *
     * @param restarted whether the exchange was restarted: what was not settled by then is tried again
     */
    private LinkReturn settle(Snapshot now, boolean wasDown, boolean restarted) {
        int goOn = 0;
        int talked = 0;
        int triedAgain = 0;
        var ended = new LinkedHashSet<UUID>();
        for (var call : calls.all()) {
            boolean onTheExchange = call.facts.destination() != null && call.facts.referenceType() == CampaignType.CALL;
            var there = now.calls().get(call.id());
            if (there != null) {
                goOn++;
                course.isAt(call, there);
            } else if (onTheExchange && (wasDown || call.accepted)) {
                var cause = restarted ? CallEnd.byExchange(call) : CallEnd.cause(call, Outcome.UNKNOWN);
                ended.add(call.id());
                if (call.facts.connectedAt() != null) {
                    talked++;
                } else if (!(CallEnd.fate(outside, campaigns, call, cause) instanceof TargetFate.Done)) {
                    triedAgain++;
                }
                course.close(call, cause, outside.wallTime());
            }
            if (wasDown && calls.has(call.id())) {
                course.linkIsUp(call);
            }
        }
        for (var earlier : cut.takeBeforeLoss()) {
            if (restarted) {
                ended.add(earlier.callId());
                talked += earlier.talked() ? 1 : 0;
                triedAgain += earlier.triedAgain() ? 1 : 0;
            }
        }
        return new LinkReturn(downSince, outside.wallTime(), restarted, goOn, ended, talked, triedAgain);
    }

    private void settleUnfinished(Snapshot now) {
        for (var call : unfinished) {
            var run = campaigns.run(call.call().campaignId());
            var there = now.calls().get(call.call().id());
            if (run != null && there != null) {
                var adopted = ActiveCall.adopted(run, call, calls.line(run, call.call(), call.keepsAgent()));
                course.adopt(adopted, there);
                course.isAt(adopted, there);
            } else {
                interrupt(call);
            }
        }
        unfinished.clear();
        campaigns.all().forEach(run -> run.unsettled = 0);
        for (var callId : now.calls().keySet()) {
            if (!calls.has(callId)) {
                // The call was closed as lost, or its campaign was deleted, so nobody would talk to this person.
                telephony.hangUp(callId);
            }
        }
    }

    private void interrupt(UnfinishedCall unfinishedCall) {
        var call = unfinishedCall.call();
        var closed = call.ended(EndCause.INTERRUPTED, outside.wallTime());
        var list = campaigns.list(call.outdialId());
        TargetFate fate;
        if (call.answeredAt() != null || !unfinishedCall.triesLeft()) {
            fate = new TargetFate.Done();
            list.counts(list.counts().plus(1, -1, 0));
        } else {
            var outplan = campaigns.book().outplan(call.outplanId());
            var wait = outplan == null ? Duration.ZERO : outplan.retryAfter();
            fate = new TargetFate.RetryAt(outside.wallTimeAfter(wait));
        }
        outside.write(new Fact.CallClosed(closed, fate));
        var run = campaigns.run(call.campaignId());
        if (run != null) {
            run.counts = run.counts.with(closed);
        }
        list.somethingMayBeDue();
    }

    /** Holds the campaigns that were running until a user resumes them. */
    void waitToGoOn() {
        for (var run : campaigns.all()) {
            run.waitingToGoOn = run.status() == CampaignStatus.RUN;
        }
    }
}
