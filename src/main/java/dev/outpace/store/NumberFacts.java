package dev.outpace.store;

import dev.outpace.model.OutdialTarget;
import dev.outpace.rules.Callee;
import dev.outpace.rules.Consent;
import dev.outpace.rules.Done;
import org.jspecify.annotations.Nullable;

/**
 * What calling rules ask of a number.
 *
 * @param target whose number it is; null where no target was asked for, or none has it. Then all that was done to the number was done
 *     to one person, and there is no consent
 */
public record NumberFacts(@Nullable OutdialTarget target, Callee callee, Done done, Consent consent) {}
