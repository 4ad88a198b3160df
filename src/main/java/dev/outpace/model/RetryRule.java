package dev.outpace.model;

import org.jspecify.annotations.Nullable;

/**
 * What follows a try that failed for one cause.
 *
 * @param tryInterval ms to the target's next try; null for the outplan's
 * @param maxTries after a try that failed so, its destination is not called again once it has had this many tries, whatever they failed
 *     by; 0 for as many as the outplan allows. All causes count the same tries, so that their maxima never add up
 * @param then what follows when the destination has had them
 */
public record RetryRule(@Nullable Long tryInterval, int maxTries, RetryThen then) {
    /** The outplan as it is published. */
    public static final RetryRule PLAIN = new RetryRule(null, 0, RetryThen.NEXT_DESTINATION);
}
