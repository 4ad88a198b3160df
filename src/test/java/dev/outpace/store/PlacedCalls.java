package dev.outpace.store;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.model.Address;
import dev.outpace.model.CallStep;
import dev.outpace.model.CallStep.Kind;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.ui.live.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A campaign with a queue, agents and a list, whose calls go as a test says. */
public final class PlacedCalls {
    public static final UUID CAMPAIGN = Facts.id(11);
    public static final UUID QUEUE = Facts.id(40);
    private static final int LIST = 1;

    private final Store store;

    /**
     * Stores everything into an empty store.
     *
     * @param targets enough for every call
     */
    public PlacedCalls(Store store, int targets) {
        this.store = store;
        var queue = Facts.queue(40, "Renewals");
        store.targets()
                .storeAll(
                        List.of(
                                Facts.outdial(LIST, "One"),
                                Facts.outplan(20, "Plan"),
                                queue,
                                Facts.agent(51, "Aiko Tanaka", queue.tagIds().getFirst()),
                                Facts.agent(52, "Rosa Delgado", queue.tagIds().getFirst()),
                                Facts.campaign(11, "Spring renewal", QUEUE, Facts.id(LIST), Facts.id(20)),
                                Facts.campaign(
                                        12,
                                        "Without a queue",
                                        dev.outpace.model.Ids.NIL,
                                        Facts.id(LIST),
                                        Facts.id(20))),
                        Map.of(Facts.id(LIST), targets(targets).iterator()),
                        Set.of());
    }

    private static List<OutdialTarget> targets(int count) {
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < count; i++) {
            targets.add(new OutdialTarget(
                    Facts.id(1_000 + i),
                    Facts.id(LIST),
                    0,
                    "Target " + i,
                    "",
                    "",
                    TargetStatus.IDLE,
                    Arrays.asList(Address.tel("+12125550123"), null, null, null, null),
                    List.of(0, 0, 0, 0, 0),
                    null,
                    null,
                    Stamps.createdAt(Facts.NOW),
                    Json.Obj.EMPTY));
        }
        return targets;
    }

    public CampaignCall inProgress(Instant at) {
        var campaign = Facts.campaign(11, "Spring renewal", QUEUE, Facts.id(LIST), Facts.id(20));
        var claim = new Claim(UUID.randomUUID(), campaign, Facts.outplan(20, "Plan"), at, _ -> false);
        return ((Claimed) store.targetPool().claim(claim)).call();
    }

    public void ended(Instant at, long seconds, EndCause cause) {
        close(inProgress(at).ended(cause, at.plusSeconds(seconds)));
    }

    public void answered(Instant at, long seconds, EndCause cause) {
        var answer = at.plusSeconds(seconds);
        close(inProgress(at).answered(answer).queued(QUEUE, answer).ended(cause, answer.plusSeconds(2)));
    }

    public void talked(Instant at, long ring, long talk) {
        var answer = at.plusSeconds(ring);
        close(inProgress(at)
                .answered(answer)
                .queued(QUEUE, answer)
                .connected(Facts.id(51), answer)
                .ended(EndCause.NORMAL, answer.plusSeconds(talk)));
    }

    /** A person who answers after {@code ring}, and hangs up or is through with the flow before it comes to a queue. */
    public void leftFlow(Instant at, long ring, long flow, EndCause cause) {
        var answer = at.plusSeconds(ring);
        close(inProgress(at).answered(answer).ended(cause, answer.plusSeconds(flow)));
    }

    /**
     * A caller who comes to the queue, where what happens is told.
     *
     * @param steps seconds since the answer, and what happened then
     */
    public void inQueue(Instant at, UUID queueId, long flow, Map<Long, String> steps) {
        var call = inProgress(at).answered(at).queued(queueId, at.plusSeconds(flow));
        note(call, flow, Kind.QUEUE_JOINED, queueId.toString());
        steps.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(step -> {
            int space = step.getValue().indexOf(' ');
            note(
                    call,
                    step.getKey(),
                    Kind.valueOf(step.getValue().substring(0, space)),
                    step.getValue().substring(space + 1));
        });
        close(call.ended(EndCause.ABANDONED, at.plusSeconds(flow + 60)));
    }

    private void note(CampaignCall call, long after, Kind kind, String text) {
        store.factLog()
                .write(new Fact.CallNoted(
                        new CallStep(call.id(), call.createdAt().plusSeconds(after), kind, QUEUE, text)));
    }

    private void close(CampaignCall call) {
        store.factLog().write(new Fact.CallClosed(call, new TargetFate.Done()));
        store.factLog().awaitCommitted();
    }
}
