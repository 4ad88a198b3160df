package dev.outpace.engine;

import dev.outpace.floor.CallFloor;
import dev.outpace.floor.Line;
import dev.outpace.floor.Lines;
import dev.outpace.model.Address;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calls that have begun and not ended, by id and by number, and the agents reserved for them. */
final class CallsInProgress {
    private final Outside outside;
    private final CallFloor floor;
    private final Lines lines;
    private final CampaignRuns campaigns;
    private final Map<UUID, ActiveCall> calls = new LinkedHashMap<>();
    private final Map<String, Integer> addresses = new LinkedHashMap<>();

    CallsInProgress(Outside outside, CallFloor floor, Lines lines, CampaignRuns campaigns) {
        this.outside = outside;
        this.floor = floor;
        this.lines = lines;
        this.campaigns = campaigns;
    }

    @Nullable
    ActiveCall call(UUID id) {
        return calls.get(id);
    }

    boolean has(UUID id) {
        return calls.containsKey(id);
    }

    /** A copy, so that calls may end while the caller iterates. */
    List<ActiveCall> all() {
        return List.copyOf(calls.values());
    }

    int count() {
        return calls.size();
    }

    boolean isCalled(Address address) {
        return addresses.containsKey(address.dialKey());
    }

    /** A call of a flow campaign belongs to no queue. */
    Line line(CampaignRun run, CampaignCall call, boolean keepsAgent) {
        boolean paced = call.referenceType() == CampaignType.CALL;
        return floor.line(run.onFloor, paced ? run.onFloor.queue().id() : Ids.NIL, keepsAgent);
    }

    void begins(ActiveCall call) {
        lines.take(outside.nanos());
        calls.put(call.id(), call);
        call.run.calls.add(call);
        campaigns.list(call.facts.outdialId()).callBegins();
        if (call.dialKey != null) {
            addresses.merge(call.dialKey, 1, Integer::sum);
        }
        if (call.stage == ActiveCall.Stage.DIALING) {
            floor.dialed(call.line);
        } else {
            floor.changed(call.line);
        }
    }

    void ends(ActiveCall call) {
        takesOtherLines(call, 0);
        boolean linesWereFull = lines.full();
        calls.remove(call.id());
        call.run.calls.remove(call);
        campaigns.list(call.facts.outdialId()).callEnds();
        if (call.dialKey != null) {
            addresses.computeIfPresent(call.dialKey, (_, count) -> count == 1 ? null : count - 1);
        }
        lines.release();
        if (linesWereFull) {
            campaigns.wakeAll();
        }
        floor.changed(call.line);
    }

    /**
     * Others are called because of a call. They count as calls do, though no limit holds them back: somebody waits for them on the
     * line.
     */
    void takesOtherLines(ActiveCall call, int count) {
        boolean linesWereFull = lines.full();
        for (; call.otherLines < count; call.otherLines++) {
            lines.take(outside.nanos());
        }
        for (; call.otherLines > count; call.otherLines--) {
            lines.release();
        }
        if (linesWereFull && !lines.full()) {
            campaigns.wakeAll();
        }
    }

    /**
     * Reserves an agent for a caller on the way to a queue.
     *
     * @param queueId nil if the way leads to no queue
     */
    void keepAgent(ActiveCall call, UUID queueId) {
        if (floor.reserve(call.line, queueId)) {
            call.reservationEnded();
        }
    }

    /** @param stage the action that the caller hears now; null if none takes time */
    void standsAt(ActiveCall call, @Nullable UUID stage) {
        floor.standsAt(call.line, stage);
    }

    void releaseAgent(ActiveCall call) {
        floor.release(call.line);
        call.reservationEnded();
    }
}
