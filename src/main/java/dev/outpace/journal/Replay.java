package dev.outpace.journal;

import dev.outpace.engine.CampaignEngine;
import dev.outpace.engine.EngineListener;
import dev.outpace.engine.EngineRecorder;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.EngineTrace;
import dev.outpace.engine.FactLog;
import dev.outpace.engine.TargetPool;
import dev.outpace.engine.Telephony;
import dev.outpace.journal.JournalEntry.Begun;
import dev.outpace.journal.JournalEntry.CapabilitiesChanged;
import dev.outpace.journal.JournalEntry.Claimed;
import dev.outpace.journal.JournalEntry.Closed;
import dev.outpace.journal.JournalEntry.Counted;
import dev.outpace.journal.JournalEntry.Failed;
import dev.outpace.journal.JournalEntry.NotAnswered;
import dev.outpace.journal.JournalEntry.Numbered;
import dev.outpace.journal.JournalEntry.Opened;
import dev.outpace.journal.JournalEntry.Reached;
import dev.outpace.journal.JournalEntry.Taken;
import dev.outpace.journal.JournalEntry.Turn;
import dev.outpace.journal.JournalSession.Cut;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.JsonText;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.TargetCounts;
import dev.outpace.pacing.StandardPolicies;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a recorded opening through the same engine: each input at its recorded moment, with the recorded answers of the ports.
 * After each turn the hash over all decisions, orders and facts must equal the recorded one.
 */
public final class Replay implements EngineListener {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final JournalSession session;
    private final JsonText json;
    private final Watcher watcher;
    private final DecisionHash hash = new DecisionHash();
    private final ReplayClock clock;
    private final JournalSession.Entries entries;
    private @Nullable CampaignEngine engine;
    private Set<Telephony.Capability> able = Set.of();
    private @Nullable Numbered ahead;
    private @Nullable Difference difference;
    private @Nullable Exception unreadable;
    private EngineTime last;
    private long read;
    private long inputs;
    private long turns;
    private long decisions;
    private long launches;
    private boolean closed;

    /** Observes a replay. */
    public interface Watcher {
        Watcher NONE = _ -> true;

        /**
         * Called before an entry is run.
         *
         * @return false to end the replay here
         */
        boolean reads(Numbered entry);

        /** Called when the engine received this recorded answer of a port. */
        default void answers(Numbered entry) {}

        /** @param sequence number of the entry read last before the decision */
        default void decided(long sequence, PacingDecision decision) {}
    }

    /** The first thing that differs from the recording. */
    public record Difference(long sequence, What what) {}

    public enum What {
        /** The hash after a turn differs. */
        HASH,
        /** The engine asked for an answer that is not recorded here, or did not ask for one that is. */
        ANSWER,
        /** The journal does not begin with an opening, or an entry is out of order. */
        ORDER
    }

    /**
     * The result of a replay.
     *
     * @param hash after the last turn that was compared
     * @param cut where the last file ends in the middle of a frame; everything before it was compared
     * @param closed whether the workspace was closed normally
     * @param difference null if nothing differs
     */
    public record Result(
            String session,
            Instant from,
            Instant to,
            long entries,
            long inputs,
            long turns,
            long decisions,
            long launches,
            long hash,
            boolean closed,
            @Nullable Cut cut,
            @Nullable Difference difference) {
        public boolean same() {
            return difference == null;
        }
    }

    private Replay(JournalSession session, JsonText json, Watcher watcher) {
        this.session = session;
        this.json = json;
        this.watcher = watcher;
        clock = new ReplayClock(session.speed());
        last = new EngineTime(session.from(), 0);
        entries = session.open();
    }

    /**
     * Replays an opening to its end, to the first difference, or until the watcher ends it.
     *
     * @param json reads the data of targets
     * @throws JournalException if a file is damaged
     */
    public static Result run(JournalSession session, JsonText json, Watcher watcher) throws IOException {
        var replay = new Replay(session, json, watcher);
        try (var _ = replay.entries) {
            return replay.run();
        }
    }

    private Result run() throws IOException {
        Numbered entry;
        while (difference == null && (entry = take()) != null && watcher.reads(entry)) {
            run(entry);
            switch (unreadable) {
                case JournalException damaged -> throw damaged;
                case IOException failure -> throw failure;
                case null, default -> {}
            }
        }
        return new Result(
                session.name(),
                session.from(),
                last.wall(),
                read,
                inputs,
                turns,
                decisions,
                launches,
                hash.value(),
                closed,
                entries.cut(),
                difference);
    }

    private void run(Numbered numbered) throws IOException {
        var engineNow = engine;
        switch (numbered.entry()) {
            case Opened(var moment, var state)
            when engineNow == null -> {
                setClock(moment);
                engine = engine(state);
            }
            case Begun(var moment)
            when engineNow != null -> {
                setClock(moment);
                engineNow.begin();
            }
            case Taken(var moment, var input)
            when engineNow != null -> {
                inputs++;
                setClock(moment);
                attempt(() -> engineNow.accept(input));
            }
            case Turn(var moment)
            when engineNow != null -> {
                turns++;
                setClock(moment);
                attempt(engineNow::launch);
            }
            case Reached(var recorded) -> {
                if (recorded != hash.value()) {
                    noteDifference(numbered.sequence(), What.HASH);
                }
            }
            case Closed() -> closed = true;
            case CapabilitiesChanged(var capabilities) -> able = capabilities;
            case Claimed _, Counted _, Failed _, NotAnswered _ -> noteDifference(numbered.sequence(), What.ANSWER);
            default -> noteDifference(numbered.sequence(), What.ORDER);
        }
    }

    private void setClock(EngineTime moment) {
        last = moment;
        clock.set(moment);
    }

    /** Goes on after a failure: what failed in the recorded engine fails here, too. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RecordingOver over) {
            LOG.debug("The recording ends here", over);
        } catch (RuntimeException asThen) {
            LOG.debug("The engine failed during the replay", asThen);
        }
    }

    private CampaignEngine engine(EngineState state) {
        return new CampaignEngine(
                clock,
                new HashedTelephony(EngineTrace.orders(new NoTelephony()), hash, _ -> able()),
                new Answers(),
                new HashedFacts(new NoFacts(), hash, () -> {}),
                new HashedListener(this, hash),
                state,
                json,
                _ -> {},
                new StandardPolicies(),
                EngineTrace.inputs(EngineRecorder.NONE));
    }

    private @Nullable Numbered take() throws IOException {
        var next = ahead != null ? ahead : entries.next();
        ahead = null;
        read += next == null ? 0 : 1;
        return next;
    }

    /**
     * Called within the engine, so a file that can't be read is remembered here: the engine would take an exception for a
     * failure of its targets.
     */
    private @Nullable Numbered peek() {
        if (ahead == null && unreadable == null) {
            try {
                ahead = entries.next();
            } catch (IOException | JournalException failure) {
                unreadable = failure;
            }
        }
        return ahead;
    }

    /** The capabilities, with a recorded change of them. */
    private Set<Telephony.Capability> able() {
        var next = peek();
        if (next != null && next.entry() instanceof CapabilitiesChanged(var capabilities)) {
            able = capabilities;
            ahead = null;
            read++;
        }
        return able;
    }

    private void noteDifference(long sequence, What what) {
        if (difference == null) {
            difference = new Difference(sequence, what);
        }
    }

    /** Returns the recorded answers. If the recording ends before the answer, the process was killed while it waited for it. */
    private final class Answers implements TargetPool {
        @Override
        public ClaimResult claim(Claim claim) {
            var next = answer();
            if (next instanceof Claimed(var result)) {
                return result;
            }
            throw unexpected(next);
        }

        @Override
        public TargetCounts counts(UUID outdialId) {
            var next = answer();
            if (next instanceof Counted(var counts)) {
                return counts;
            }
            throw unexpected(next);
        }

        private @Nullable JournalEntry answer() {
            var next = peek();
            if (next == null || difference != null) {
                return null;
            }
            return switch (next.entry()) {
                case Claimed _, Counted _, Failed _, NotAnswered _ -> {
                    ahead = null;
                    read++;
                    watcher.answers(next);
                    yield next.entry();
                }
                default -> {
                    noteDifference(next.sequence(), What.ANSWER);
                    yield null;
                }
            };
        }

        private RuntimeException unexpected(@Nullable JournalEntry answer) {
            if (answer instanceof Failed(var message)) {
                return new IllegalStateException(message);
            }
            if (answer instanceof NotAnswered(var down)) {
                return new TargetPool.Unavailable(down);
            }
            if (answer != null) {
                noteDifference(read - 1, What.ANSWER);
            }
            throw new RecordingOver();
        }
    }

    /**
     * Ends the engine's work because nothing can be answered any more. An error, so that the engine does not go on after it.
     */
    private static final class RecordingOver extends Error {
        private static final long serialVersionUID = 1L;

        RecordingOver() {
            super("the recording is over", null, false, false);
        }
    }

    private static final class NoFacts implements FactLog {
        @Override
        public void write(Fact fact) {}

        @Override
        public boolean awaitCommitted() {
            return true;
        }
    }

    @Override
    public void decided(PacingDecision decision) {
        decisions++;
        launches += decision.launched() ? 1 : 0;
        watcher.decided(read - 1, decision);
    }

    @Override
    public boolean hearsMoments() {
        return false;
    }

    @Override
    public void campaignMoved(CampaignMoment moment) {}

    @Override
    public void agentMoved(AgentMoment moment) {}

    @Override
    public void alarmed(Alarm alarm) {}

    @Override
    public void linkChanged(boolean up, String reason) {}
}
