package dev.outpace.model;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How long a number is left alone, in time on the wall.
 *
 * @param gap after any call, until it is dialed for another target
 * @param afterAbandon after a call that was abandoned, until it is dialed again; zero for no such rule
 * @param withAgent the same where an agent is kept free from the dial on; as {@code afterAbandon} where that changes nothing
 */
public record NumberRest(Duration gap, Duration afterAbandon, Duration withAgent) {
    public static final NumberRest NONE = new NumberRest(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** The rules of a campaign, in engine time. */
    public static NumberRest of(Campaign campaign, Outplan outplan, LineLimits limits) {
        var rules = campaign.options().compliance();
        var afterAbandon = campaign.restsAbandoned() ? Duration.ofHours(rules.redialHours()) : Duration.ZERO;
        var byOutplan = outplan.retryAfter(EndCause.ABANDONED);
        boolean earlier = rules.redialWithAgent() && byOutplan.compareTo(afterAbandon) < 0;
        return new NumberRest(limits.numberGap(), afterAbandon, earlier ? byOutplan : afterAbandon);
    }

    /** @param onTheWall makes wall time of engine time */
    public NumberRest inWallTime(UnaryOperator<Duration> onTheWall) {
        return new NumberRest(onTheWall.apply(gap), onTheWall.apply(afterAbandon), onTheWall.apply(withAgent));
    }

    /** With an agent kept free, an abandoned number may be dialed so much earlier; zero for not at all. */
    public Duration earlierWithAgent() {
        return afterAbandon.minus(withAgent);
    }
}
