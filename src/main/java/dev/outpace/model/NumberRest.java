package dev.outpace.model;

import java.time.Duration;

/**
 * How long a number is left alone, in time on the wall.
 *
 * @param gap after any call, until it is dialed for another target
 * @param afterAbandon after a call that was abandoned, until it is dialed again; zero for no such rule
 * @param withAgent the same where an agent is kept free from the dial on; as {@code afterAbandon} where that changes nothing
 */
public record NumberRest(Duration gap, Duration afterAbandon, Duration withAgent) {
    public static final NumberRest NONE = new NumberRest(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** With an agent kept free, an abandoned number may be dialed so much earlier; zero for not at all. */
    public Duration earlierWithAgent() {
        return afterAbandon.minus(withAgent);
    }
}
