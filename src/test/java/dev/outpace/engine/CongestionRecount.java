package dev.outpace.engine;

import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.LimitsChanged;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.Refusal;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.model.CallStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How many calls a second may be placed, counted anew from what the engine was told. */
final class CongestionRecount {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long TEN_SECONDS = Duration.ofSeconds(10).toNanos();

    private final EngineRig rig;
    private final long openedAt;
    private final Set<UUID> counted = new HashSet<>();
    private final Set<UUID> accepted = new HashSet<>();
    /** Whether each call since the last change of the rate met congestion, the oldest first. */
    private final List<Boolean> calls = new ArrayList<>();

    private long ticks;
    private int allowed;
    private int rate;
    private long changedAt;
    private long congestedAt;
    /** How often the rate was halved. */
    int slowed;

    CongestionRecount(EngineRig rig) {
        this.rig = rig;
        openedAt = rig.clock.monotonicNanos();
        allowed = rig.limits.callsPerSecond();
        rate = allowed;
        rig.store.unfinished().stream()
                .filter(call -> call.answeredAt() != null)
                .forEach(call -> counted.add(call.id()));
    }

    /** Each whole second after the opening, what has passed is looked at. */
    int rate() {
        long now = rig.clock.monotonicNanos();
        while (openedAt + (ticks + 1) * SECOND <= now) {
            ticks++;
            secondPassed(openedAt + ticks * SECOND);
        }
        return rate;
    }

    private void secondPassed(long at) {
        if (rate < allowed && at - changedAt >= TEN_SECONDS && at - congestedAt >= TEN_SECONDS) {
            rate = Math.min(allowed, rate + Math.max(1, allowed / 5));
            changedAt = at;
        }
    }

    void isTold(EngineInput input) {
        rate();
        switch (input) {
            case LimitsChanged(var limits) -> {
                int next = rate < allowed ? Math.min(rate, limits.callsPerSecond()) : limits.callsPerSecond();
                if (next != rate) {
                    calls.clear();
                }
                allowed = limits.callsPerSecond();
                rate = next;
            }
            case LinkUp up ->
                up.now().calls().forEach((id, now) -> {
                    accepted.add(id);
                    if (now.stage() != CallStage.DIALING) {
                        taken(id);
                    }
                });
            case CallEvent event when isOpen(event.callId()) -> call(event);
            default -> {}
        }
    }

    private boolean isOpen(UUID callId) {
        var call = rig.store.calls.get(callId);
        return call != null && call.status() != CallStatus.DONE;
    }

    private void call(CallEvent event) {
        switch (event) {
            case CallRefused refused -> {
                if (refused.why() == Refusal.CONGESTED && !accepted.contains(refused.callId())) {
                    congested();
                }
            }
            case CallEnded ended -> {
                if (ended.outcome() != Outcome.CANCELLED && ended.outcome() != Outcome.UNKNOWN) {
                    taken(ended.callId());
                }
            }
            case EngineInput.CallRinging ringing -> taken(ringing.callId());
            case EngineInput.CallAnswered answered -> taken(answered.callId());
            default -> {}
        }
        accepted.add(event.callId());
    }

    private void taken(UUID callId) {
        if (isOpen(callId) && counted.add(callId)) {
            count(false);
        }
    }

    private void congested() {
        long now = rig.clock.monotonicNanos();
        count(true);
        congestedAt = now;
        long bad = calls.stream().filter(met -> met).count();
        boolean settled = rate == allowed || now - changedAt >= TEN_SECONDS;
        if (bad >= 4 && bad * 10 >= calls.size() && settled) {
            changedAt = now;
            if (rate > 1) {
                rate /= 2;
                slowed++;
                calls.clear();
            }
        }
    }

    private void count(boolean met) {
        calls.add(met);
        if (calls.size() > 40) {
            calls.removeFirst();
        }
    }
}
