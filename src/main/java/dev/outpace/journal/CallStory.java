package dev.outpace.journal;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CallListened;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.CampaignTried;
import dev.outpace.engine.EngineInput.Closing;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.HangUpOrdered;
import dev.outpace.engine.EngineInput.Imported;
import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.LimitsChanged;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.TargetsChanged;
import dev.outpace.engine.EngineInput.TimerFired;
import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.journal.JournalEntry.Claimed;
import dev.outpace.journal.JournalEntry.Numbered;
import dev.outpace.journal.JournalEntry.Opened;
import dev.outpace.journal.JournalEntry.Taken;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Ids;
import dev.outpace.model.JsonText;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.ResourceBook;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What led to a call and how it ended. The opening of the call is run again until the call ends. So the decision is the
 * engine's own, with the numbers that it was made from.
 */
public final class CallStory {
    /** Time before the decision in which inputs are considered, in nanoseconds of engine time. */
    private static final long BEFORE = Duration.ofSeconds(10).toNanos();

    private static final int MAX_BEFORE = 12;
    private static final int MAX_REMEMBERED = 4_000;

    private final List<Input> before;
    private final PacingDecision decision;
    private final long sequence;
    private final @Nullable PacingDecision held;
    private final List<Input> after;
    private final ResourceBook book;

    /** @param person whom the call is made to, if the input is about a call; empty otherwise */
    public record Input(long sequence, EngineTime moment, EngineInput input, String person) {}

    private CallStory(Finder finder, PacingDecision decision) {
        this.before = List.copyOf(finder.before);
        this.decision = decision;
        this.sequence = finder.sequence;
        this.held = finder.held;
        this.after = List.copyOf(finder.after);
        this.book = finder.book;
    }

    /**
     * Empty if the call was not placed in this opening.
     *
     * @throws JournalException if a file is damaged
     */
    public static Optional<CallStory> of(UUID callId, JournalSession session, JsonText json) throws IOException {
        var finder = new Finder(callId);
        Replay.run(session, json, finder);
        var found = finder.decision;
        return found == null ? Optional.empty() : Optional.of(new CallStory(finder, found));
    }

    /** Inputs of the last seconds that changed the numbers of the decision or made the engine ask for one. */
    public List<Input> before() {
        return before;
    }

    public PacingDecision decision() {
        return decision;
    }

    /** Sequence number of the claim's answer. */
    public long sequence() {
        return sequence;
    }

    /** Why the campaign placed no call before; null if its previous decision was to place one. */
    public @Nullable PacingDecision held() {
        return held;
    }

    /** Inputs about the call, until its end. */
    public List<Input> after() {
        return after;
    }

    /** The resources at that time. */
    public ResourceBook book() {
        return book;
    }

    private static final class Finder implements Replay.Watcher {
        private final UUID callId;
        private final ResourceBook book = new ResourceBook();
        private final ArrayDeque<Input> recent = new ArrayDeque<>();
        private final Map<UUID, CampaignCall> calls = new HashMap<>();
        private final Map<UUID, PacingDecision> last = new HashMap<>();
        private final List<Input> before = new ArrayList<>();
        private final List<Input> after = new ArrayList<>();
        private @Nullable PacingDecision decision;
        private @Nullable PacingDecision held;
        private long sequence;
        private boolean over;

        Finder(UUID callId) {
            this.callId = callId;
        }

        @Override
        public boolean reads(Numbered entry) {
            switch (entry.entry()) {
                case Opened(var _, var state) -> {
                    state.campaigns().forEach(book::put);
                    state.outplans().forEach(book::put);
                    state.outdials().forEach(book::put);
                    state.queues().forEach(book::put);
                    state.agents().forEach(book::put);
                    state.ruleSets().forEach(book::put);
                }
                case Taken(var moment, var input) -> taken(entry.sequence(), moment, input);
                default -> {}
            }
            return !over;
        }

        @Override
        public void answers(Numbered entry) {
            if (entry.entry() instanceof Claimed(ClaimResult.Claimed(var call, var _, var _, var _))) {
                calls.put(call.id(), call);
            }
        }

        private void taken(long number, EngineTime moment, EngineInput input) {
            var call = callOf(input).map(calls::get).orElse(null);
            var noted = new Input(number, moment, input, call == null ? "" : call.targetName());
            if (decision == null) {
                recent.add(noted);
                while (recent.size() > MAX_REMEMBERED
                        || moment.nanos() - recent.getFirst().moment().nanos() > BEFORE) {
                    recent.removeFirst();
                }
            } else if (input instanceof Closing || callOf(input).equals(Optional.of(callId))) {
                after.add(noted);
                over = input instanceof CallEnded || input instanceof CallRefused;
            }
            switch (input) {
                case Edited(var resource, var _) -> book.put(resource);
                case Imported(var _, var resources, var _) -> resources.forEach(book::put);
                case CallEnded ended -> calls.remove(ended.callId());
                default -> {}
            }
        }

        @Override
        public void decided(long number, PacingDecision made) {
            var campaignId = made.snapshot().campaignId();
            var previous = last.put(campaignId, made);
            if (made.callId().equals(callId)) {
                decision = made;
                sequence = number;
                held = previous == null || previous.launched() ? null : previous;
                recent.stream().filter(input -> leadsTo(made, input.input())).forEach(before::add);
                while (before.size() > MAX_BEFORE) {
                    before.removeFirst();
                }
                recent.clear();
            }
        }

        private boolean leadsTo(PacingDecision made, EngineInput input) {
            var campaignId = made.snapshot().campaignId();
            var campaign = book.campaign(campaignId);
            var list = campaign == null ? Ids.NIL : campaign.outdialId();
            return switch (input) {
                case CallAccepted _, CallRinging _, OrderEnded _, KeyPressed _, CallListened _ -> false;
                case CallEvent event -> sharesQueue(made, event.callId());
                case AgentChanged(var _, var agentId, var _) ->
                    serves(agentId, made.snapshot().queueId());
                case CampaignStarted(var id) -> id.equals(campaignId);
                case CampaignTried(var id) -> id.equals(campaignId);
                case CampaignStopped(var id, var _) -> id.equals(campaignId);
                case TargetsChanged(var id) -> id.equals(list);
                case TimerFired(TimerKey.RetryDue(var id)) -> id.equals(list);
                case TimerFired(TimerKey.ReservationOver(var id)) -> sharesQueue(made, id);
                case TimerFired(TimerKey.CallRateFree()) -> true;
                case LinkDown _, LinkUp _, Edited _, Imported _, LimitsChanged _ -> true;
                default -> false;
            };
        }

        private boolean sharesQueue(PacingDecision made, UUID otherId) {
            var other = calls.get(otherId);
            return other != null
                    && (other.campaignId().equals(made.snapshot().campaignId())
                            || (made.snapshot().hasQueue()
                                    && other.queueId().equals(made.snapshot().queueId())));
        }

        private boolean serves(UUID agentId, UUID queueId) {
            var agent = book.agent(agentId);
            var queue = book.queue(queueId);
            return agent != null && queue != null && queue.serves(agent);
        }

        private static Optional<UUID> callOf(EngineInput input) {
            return switch (input) {
                case CallEvent event -> Optional.of(event.callId());
                case HangUpOrdered(var id) -> Optional.of(id);
                case TimerFired(TimerKey.DialTimeout(var id)) -> Optional.of(id);
                case TimerFired(TimerKey.EndOverdue(var id)) -> Optional.of(id);
                case TimerFired(TimerKey.ReservationOver(var id)) -> Optional.of(id);
                case TimerFired(TimerKey.SleepOver(var id)) -> Optional.of(id);
                case TimerFired(TimerKey.OrderOverdue(var id, var _)) -> Optional.of(id);
                case TimerFired(TimerKey.JoinOverdue(var id, var _)) -> Optional.of(id);
                case TimerFired(TimerKey.WaitOver(var id, var _)) -> Optional.of(id);
                case TimerFired(TimerKey.LeaveOverdue(var id, var _)) -> Optional.of(id);
                default -> Optional.empty();
            };
        }
    }
}
