package dev.outpace.rules;

import dev.outpace.model.RuleReason;
import java.time.Instant;

/** Whether a number may be called, as far as calling rules say. */
public sealed interface Ruling {
    record MayCall() implements Ruling {}

    /** @param until earliest moment at which the rules may allow it, if nothing else is done before */
    record NotBefore(Instant until, RuleReason reason) implements Ruling {}

    /** Not before the rules or the facts change. */
    record Never(RuleReason reason) implements Ruling {}
}
