package dev.outpace.engine;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Outplan;
import dev.outpace.model.RetryCause;
import dev.outpace.model.RetryThen;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Which destinations a rule of retries has ended, recounted from the ends of calls over all openings of a day. */
@SuppressWarnings("NullAway")
final class RetryRecount {
    private final Set<String> ended = new HashSet<>();

    /** @param outplan of the call's campaign when the call ended */
    void read(Fact.CallClosed closed, Outplan outplan) {
        var call = closed.call();
        var cause = RetryCause.of(call.cause());
        if (cause.isEmpty() || closed.fate() instanceof TargetFate.TryGivenBack) {
            return;
        }
        var rule = outplan.retry().byCause().get(cause.get());
        if (rule == null) {
            return;
        }
        int index = call.destinationIndex();
        boolean byRule = rule.maxTries() > 0 && call.tryCount() >= rule.maxTries();
        boolean byOutplan = rule.maxTries() == 0
                && call.tryCount() >= outplan.maxTryCounts().get(index);
        if (rule.then() == RetryThen.NEVER && (byRule || byOutplan)) {
            for (int each = 0; each < Outplan.DESTINATIONS; each++) {
                ended.add(slot(call.outdialTargetId(), each));
            }
        } else if (byRule) {
            ended.add(slot(call.outdialTargetId(), index));
        }
    }

    boolean isEnded(UUID targetId, int index) {
        return ended.contains(slot(targetId, index));
    }

    boolean isEnded(CampaignCall call) {
        return isEnded(call.outdialTargetId(), call.destinationIndex());
    }

    /** The destination got another address. */
    void begunAnew(UUID targetId, int index) {
        ended.remove(slot(targetId, index));
    }

    private static String slot(UUID targetId, int index) {
        return targetId + "/" + index;
    }
}
