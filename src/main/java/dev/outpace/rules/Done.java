package dev.outpace.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done before, over all campaigns and lists, as far back as the rules ask.
 *
 * @param toNumber moments at which the number was dialed, in any order
 * @param toPerson moments at which any number of the person was dialed, in any order
 * @param conversation end of the last conversation with an agent; null for none. So are the others
 * @param refusal moment of the last refusal
 * @param abandon end of the last call to the number for which no agent was there
 */
public record Done(
        List<Instant> toNumber,
        List<Instant> toPerson,
        @Nullable Instant conversation,
        @Nullable Instant refusal,
        @Nullable Instant abandon) {
    public static final Done NOTHING = new Done(List.of(), List.of(), null, null, null);

    public Done {
        toNumber = List.copyOf(toNumber);
        toPerson = List.copyOf(toPerson);
    }

    /** The same where an abandoned call need not be rested after, since an agent is kept free for the next one. */
    public Done withoutAbandon() {
        return new Done(toNumber, toPerson, conversation, refusal, null);
    }
}
