package dev.outpace.journal;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.TargetPool;
import dev.outpace.engine.Telephony;
import dev.outpace.model.TargetCounts;
import java.util.Set;

/** One entry of a journal. Entries have sequence numbers, beginning with 0 at the opening of a workspace. */
public sealed interface JournalEntry {
    /** The engine was made. */
    record Opened(EngineTime moment, EngineState state) implements JournalEntry {}

    /** The engine connected its telephony. */
    record Begun(EngineTime moment) implements JournalEntry {}

    /** The engine took an input. */
    record Taken(EngineTime moment, EngineInput input) implements JournalEntry {}

    /** The engine was asked to place calls. */
    record Turn(EngineTime moment) implements JournalEntry {}

    /** The target pool's answer to a claim. */
    record Claimed(TargetPool.ClaimResult result) implements JournalEntry {}

    /** The target pool's answer to a question for counts. */
    record Counted(TargetCounts counts) implements JournalEntry {}

    /** The target pool failed instead of answering. */
    record Failed(String message) implements JournalEntry {}

    /** The target pool could not answer because the store can't be written. */
    record NotAnswered(EngineInput.StoreDown down) implements JournalEntry {}

    /** What the telephony can do from now on. */
    record CapabilitiesChanged(Set<Telephony.Capability> capabilities) implements JournalEntry {}

    /** The hash over everything decided and ordered so far. */
    record Reached(long hash) implements JournalEntry {}

    /** The workspace was closed normally. */
    record Closed() implements JournalEntry {}

    /** @param sequence counts through all files of an opening */
    record Numbered(long sequence, JournalEntry entry) {}
}
