package dev.outpace.journal;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.journal.JournalEntry.Claimed;
import dev.outpace.journal.JournalEntry.Numbered;
import dev.outpace.journal.JournalEntry.Opened;
import dev.outpace.journal.JournalEntry.Taken;
import dev.outpace.journal.JournalEntry.Turn;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Ids;
import dev.outpace.model.OutdialTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls and agents of a recorded opening, read from its inputs without replaying them, so that the same people can meet
 * another policy. All times are nanoseconds of engine time since the opening.
 */
public final class RecordedCalls {
    private final EngineState opening;
    private final List<CallFate> calls;
    private final List<AgentStay> stays;
    private final long end;

    /**
     * One call. Times are null for stages that the call did not reach before the end of the recording.
     *
     * @param target as it was after its try was counted
     * @param refused whether the call never reached the network
     * @param left how the caller left the queue without an agent
     * @param outcome how the call ended, as the exchange reported it
     * @param agentId the nil id if it had no agent
     * @param rang when an agent's phone last rang for the call
     * @param wrapUp from the end of the call until its agent finished the work after it
     */
    public record CallFate(
            CampaignCall call,
            OutdialTarget target,
            long dialed,
            boolean refused,
            @Nullable Long answered,
            @Nullable Long queued,
            @Nullable Long rang,
            @Nullable Long connected,
            @Nullable Left left,
            @Nullable Long ended,
            @Nullable Outcome outcome,
            UUID agentId,
            @Nullable Long wrapUp) {}

    /** A period in which an agent had one status, until the next or the end of the recording. */
    public record AgentStay(UUID agentId, AgentStatus status, boolean wrappingUp, long from, long until) {}

    private RecordedCalls(Collector collector, EngineState opening) {
        this.opening = opening;
        this.calls = collector.calls.values().stream().map(Open::fate).toList();
        this.stays = List.copyOf(collector.stays);
        this.end = collector.now;
    }

    /** @throws JournalException if a file is damaged or has no opening */
    public static RecordedCalls of(JournalSession session) throws IOException {
        var collector = new Collector();
        try (var entries = session.open()) {
            Numbered entry;
            while ((entry = entries.next()) != null) {
                collector.take(entry.entry());
            }
        }
        var opening = collector.opening;
        if (opening == null) {
            throw JournalException.withoutOpening(session.name());
        }
        collector.end();
        return new RecordedCalls(collector, opening);
    }

    /** The state from which the engine was made. */
    public EngineState opening() {
        return opening;
    }

    /** In the order in which they were placed. */
    public List<CallFate> calls() {
        return calls;
    }

    /** In the order in which they ended. */
    public List<AgentStay> stays() {
        return stays;
    }

    /** Length of the recording. */
    public long length() {
        return end;
    }

    private static final class Open {
        private final CampaignCall call;
        private final OutdialTarget target;
        private final long dialed;
        private boolean refused;
        private @Nullable Long answered;
        private @Nullable Long queued;
        private @Nullable Long rang;
        private @Nullable Long connected;
        private @Nullable Left left;
        private @Nullable Long ended;
        private @Nullable Outcome outcome;
        private UUID agentId = Ids.NIL;
        private @Nullable Long wrapUp;

        Open(CampaignCall call, OutdialTarget target, long dialed) {
            this.call = call;
            this.target = target;
            this.dialed = dialed;
        }

        CallFate fate() {
            return new CallFate(
                    call, target, dialed, refused, answered, queued, rang, connected, left, ended, outcome, agentId,
                    wrapUp);
        }
    }

    private static final class Collector {
        private final Map<UUID, Open> calls = new LinkedHashMap<>();
        private final Map<UUID, AgentStay> agents = new LinkedHashMap<>();
        private final Map<UUID, Open> wrappingUp = new HashMap<>();
        private final Map<UUID, Open> lastOf = new HashMap<>();
        private final List<AgentStay> stays = new ArrayList<>();
        private @Nullable EngineState opening;
        private long origin;
        private long now;

        void take(JournalEntry entry) {
            switch (entry) {
                case Opened(var moment, var state) -> {
                    opening = state;
                    origin = moment.nanos();
                }
                case Turn(var moment) -> now = moment.nanos() - origin;
                case Claimed(ClaimResult.Claimed(var call, var target, var _, var _)) ->
                    calls.put(call.id(), new Open(call, target, now));
                case Taken(var moment, var input) -> {
                    now = moment.nanos() - origin;
                    take(input);
                }
                default -> {}
            }
        }

        private void take(EngineInput input) {
            switch (input) {
                case AgentChanged(var _, var id, var state) -> moved(id, state.status(), state.isWrappingUp());
                case LinkUp(var _, var _, var snapshot) -> snapshot.agents().forEach(this::seen);
                case EngineInput.CallEvent event -> {
                    var call = calls.get(event.callId());
                    if (call != null) {
                        take(call, event);
                    }
                }
                default -> {}
            }
        }

        private void take(Open call, EngineInput.CallEvent event) {
            switch (event) {
                case CallRefused _ -> {
                    call.refused = true;
                    call.ended = now;
                }
                case CallAnswered _ -> call.answered = now;
                case QueueJoined _ -> call.queued = now;
                case AgentRinging _ -> call.rang = now;
                case AgentConnected(var _, var _, var agentId) -> {
                    call.connected = now;
                    call.agentId = agentId;
                    lastOf.put(agentId, call);
                }
                case QueueLeft(var _, var _, var how) -> call.left = how;
                case CallEnded(var _, var _, var outcome, var _) -> {
                    call.ended = now;
                    call.outcome = outcome;
                }
                default -> {}
            }
        }

        /** An agent's state in a snapshot, which is usually already known. */
        private void seen(UUID agentId, AgentNow state) {
            var before = agents.get(agentId);
            if (before == null || before.status() != state.status() || before.wrappingUp() != state.isWrappingUp()) {
                moved(agentId, state.status(), state.isWrappingUp());
            }
        }

        private void moved(UUID agentId, AgentStatus status, boolean wraps) {
            var before = agents.put(agentId, new AgentStay(agentId, status, wraps, now, now));
            if (before != null) {
                stays.add(until(before));
            }
            if (wraps) {
                var call = lastOf.remove(agentId);
                if (call != null) {
                    wrappingUp.put(agentId, call);
                }
            } else {
                var call = wrappingUp.remove(agentId);
                if (call != null && call.ended != null) {
                    call.wrapUp = now - call.ended;
                }
            }
        }

        private AgentStay until(AgentStay stay) {
            return new AgentStay(stay.agentId(), stay.status(), stay.wrappingUp(), stay.from(), now);
        }

        void end() {
            agents.values().forEach(stay -> stays.add(until(stay)));
        }
    }
}
