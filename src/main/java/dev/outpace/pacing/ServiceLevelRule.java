package dev.outpace.pacing;

import dev.outpace.model.PacingSnapshot;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * The published rule with its numbers. A new campaign call is made while
 *
 * <pre>available agents &gt; current dialing campaign calls × service_level / 100</pre>
 *
 * in exact arithmetic. A higher service level is more careful. Whoever decides by the rule, draws it or puts it in words asks
 * here, so that what is shown is what was decided.
 *
 * @param left hundredths of an agent: available, and needed by no call of another queue
 * @param dialing calls in status dialing of the queue's campaigns
 * @param serviceLevel percent, 0 or more; at 0 a dialing call takes up no agent
 */
public record ServiceLevelRule(long left, int dialing, int serviceLevel) {
    private static final int AGENT = 100;

    /** The rule as it stood when the snapshot was taken. */
    public static ServiceLevelRule of(PacingSnapshot snapshot) {
        long left = (long) AGENT * snapshot.available() - snapshot.neededElsewhere();
        return new ServiceLevelRule(left, snapshot.dialing(), snapshot.serviceLevel());
    }

    /** The rule with so many agents available, who serve one queue only, and nothing dialing yet. */
    public static ServiceLevelRule with(int available, int serviceLevel) {
        return new ServiceLevelRule((long) AGENT * available, 0, serviceLevel);
    }

    /** Whether one more call may be placed. */
    public boolean isTrue() {
        return left > takenUp();
    }

    /** Hundredths of an agent that the dialing calls take up. */
    private long takenUp() {
        return (long) dialing * serviceLevel;
    }

    /** The left side: agents, with no more decimals than it has, two at the most. */
    public BigDecimal agents() {
        return exact(left);
    }

    /** The right side, {@code dialing × service_level / 100}: with no more decimals than it has, two at the most. */
    public BigDecimal product() {
        return exact(takenUp());
    }

    private static BigDecimal exact(long hundredths) {
        var number = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** The calls that may dial at once: the lowest number for which the rule is false; empty for no limit. */
    public OptionalLong allowed() {
        if (left <= 0) {
            return OptionalLong.of(0);
        }
        return serviceLevel == 0 ? OptionalLong.empty() : OptionalLong.of(Math.ceilDiv(left, serviceLevel));
    }
}
