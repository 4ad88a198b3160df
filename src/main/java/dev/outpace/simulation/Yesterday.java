package dev.outpace.simulation;

import dev.outpace.engine.EngineState.CampaignRecord;
import dev.outpace.engine.EngineState.HourCount;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.PastCall;
import dev.outpace.model.PastCalls;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a workspace would have stored of a day, for the morning after it: the hours' counts, and the latest calls. */
final class Yesterday {
    static final Yesterday UNKNOWN = new Yesterday();
    /** Of each campaign, as a workspace reads them. */
    private static final int LATEST = 300;

    private final Map<UUID, TreeMap<Long, HourCount>> hours = new HashMap<>();
    private final Map<UUID, ArrayDeque<CampaignCall>> latest = new HashMap<>();
    private final Map<UUID, List<CallStep>> steps = new HashMap<>();

    void hear(Fact fact) {
        switch (fact) {
            case Fact.CallNoted(var step) ->
                steps.computeIfAbsent(step.callId(), _ -> new ArrayList<>()).add(step);
            case Fact.CallClosed(var call, var _) -> closed(call);
            default -> {}
        }
    }

    private void closed(CampaignCall call) {
        var ended = call.endedAt();
        if (ended == null) {
            return;
        }
        var one = CallCounts.NONE.with(call);
        long hour = ended.getEpochSecond() / 3_600;
        hours.computeIfAbsent(call.campaignId(), _ -> new TreeMap<>())
                .merge(
                        hour,
                        new HourCount(
                                hour,
                                one.success() + one.fail(),
                                one.answered(),
                                call.queuedAt() == null ? 0 : 1,
                                one.abandoned(),
                                one.machines()),
                        Yesterday::sum);
        var calls = latest.computeIfAbsent(call.campaignId(), _ -> new ArrayDeque<>());
        calls.add(call);
        if (calls.size() > LATEST) {
            steps.remove(calls.remove().id());
        }
    }

    private static HourCount sum(HourCount one, HourCount other) {
        return new HourCount(
                one.hour(),
                one.placed() + other.placed(),
                one.answered() + other.answered(),
                one.queued() + other.queued(),
                one.abandoned() + other.abandoned(),
                one.machines() + other.machines());
    }

    Map<UUID, CampaignRecord> records() {
        var records = new HashMap<UUID, CampaignRecord>();
        hours.forEach((id, counts) ->
                records.put(id, new CampaignRecord(null, null, CallCounts.NONE, false, List.copyOf(counts.values()))));
        return records;
    }

    List<PastCall> calls() {
        var past = new PastCalls();
        latest.values().stream()
                .flatMap(ArrayDeque::stream)
                .forEach(call -> past.add(call, steps.getOrDefault(call.id(), List.of())));
        return past.all();
    }
}
