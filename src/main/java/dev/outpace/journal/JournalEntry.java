package dev.outpace.journal;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineState;
import dev.outpace.engine.TargetPool;
import dev.outpace.engine.Telephony;
import dev.outpace.model.TargetCounts;
import java.util.Set;

/** One line of a journal. Each has a sequence number, beginning with 0 at the opening of a workspace. */
public sealed interface JournalEntry {
    /** The engine is made. */
    record Opened(EngineTime moment, EngineState state) implements JournalEntry {}

    /** The engine connects its telephony. */
    record Begun(EngineTime moment) implements JournalEntry {}

    record Taken(EngineTime moment, EngineInput input) implements JournalEntry {}

    /** The engine is asked to place calls. */
    record Turn(EngineTime moment) implements JournalEntry {}

    /** What the targets answered a claim. */
    record Claimed(TargetPool.ClaimResult result) implements JournalEntry {}

    /** What the targets answered when they were asked how many they are. */
    record Counted(TargetCounts counts) implements JournalEntry {}

    /** What the targets failed to answer. */
    record Failed(String message) implements JournalEntry {}

    /** The targets could not answer, since the store can't be written. */
    record NotAnswered(EngineInput.StoreDown down) implements JournalEntry {}

    /** What the telephony can do from now on. */
    record CapabilitiesChanged(Set<Telephony.Capability> capabilities) implements JournalEntry {}

    /** All that was decided and ordered so far, as one number. */
    record Reached(long hash) implements JournalEntry {}

    /** The workspace was closed in its own order. */
    record Closed() implements JournalEntry {}

    /** @param sequence counts on through all files of an opening */
    record Numbered(long sequence, JournalEntry entry) {}
}
