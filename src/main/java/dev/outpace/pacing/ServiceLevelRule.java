package dev.outpace.pacing;

import dev.outpace.model.PacingSnapshot;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * The published rule with its numbers. A new campaign call is placed while
 *
 * <pre>available agents &gt; current dialing campaign calls × service_level / 100</pre>
 *
 * in exact arithmetic. A higher service level is more careful. Every decision, chart and text about the rule uses this class,
 * so that the screens show what was decided.
 *
 * @param left available agents that no call of another queue needs, in hundredths of an agent
 * @param dialing dialing calls of the queue's campaigns
 * @param serviceLevel percent, 0 or more; at 0 a dialing call takes up no agent
 */
public record ServiceLevelRule(long left, int dialing, int serviceLevel) {
    private static final int AGENT = 100;

    /** The rule with the numbers of a snapshot. */
    public static ServiceLevelRule of(PacingSnapshot snapshot) {
        long left = (long) AGENT * snapshot.available() - snapshot.neededElsewhere();
        return new ServiceLevelRule(left, snapshot.dialing(), snapshot.serviceLevel());
    }

    /** The rule with no dialing calls and this many available agents, all of whom serve only one queue. */
    public static ServiceLevelRule with(int available, int serviceLevel) {
        return new ServiceLevelRule((long) AGENT * available, 0, serviceLevel);
    }

    /** Whether one more call may be placed. */
    public boolean isTrue() {
        return left > takenUp();
    }

    /** Agents that the dialing calls take up, in hundredths of an agent. */
    private long takenUp() {
        return (long) dialing * serviceLevel;
    }

    /** The left side in agents, with only the decimals that it needs: two at most. */
    public BigDecimal agents() {
        return exact(left);
    }

    /** The right side, {@code dialing × service_level / 100}, with only the decimals that it needs: two at most. */
    public BigDecimal product() {
        return exact(takenUp());
    }

    private static BigDecimal exact(long hundredths) {
        var number = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** The lowest number of dialing calls for which the rule is false; empty for no limit. */
    public OptionalLong allowed() {
        if (left <= 0) {
            return OptionalLong.of(0);
        }
        return serviceLevel == 0 ? OptionalLong.empty() : OptionalLong.of(Math.ceilDiv(left, serviceLevel));
    }
}
