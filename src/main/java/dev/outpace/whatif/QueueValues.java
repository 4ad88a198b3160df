package dev.outpace.whatif;

import dev.outpace.model.CallFigures.Queued;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.CallFigures.Wait;
import dev.outpace.whatif.WhatIfQuestion.Phones;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long callers wait in the queue and how agents take them: by a campaign's own calls, or carefully guessed. */
record QueueValues(Queued seen) {
    private static final int PARTS = 100;
    /** Seconds after which regulators count a caller whom no agent took as abandoned. */
    private static final double SURE = 2;

    /** Callers behind the values; 0 if they are too few. */
    long callers() {
        return WhatIfValues.enough(seen.waits().size(), WhatIfValues.ENOUGH_CALLS);
    }

    /**
     * Of those who waited for some time, some gave up then and others did not (the estimate of Kaplan and Meier). Nobody is expected to
     * wait for more than two seconds longer than callers were seen to wait.
     */
    List<Double> patience() {
        if (callers() == 0) {
            return List.of(SURE);
        }
        // Of those of the same moment, who gave up comes first: the others could have given up, too.
        var waits = seen.waits().stream()
                .sorted(Comparator.comparingDouble(Wait::seconds).thenComparing(wait -> !wait.gaveUp()))
                .toList();
        var parts = new ArrayList<Double>(PARTS);
        double staying = 1;
        int waiting = waits.size();
        for (var wait : waits) {
            staying *= wait.gaveUp() ? 1 - 1.0 / waiting : 1;
            waiting--;
            while (parts.size() < PARTS && staying <= 1 - (parts.size() + 0.5) / PARTS) {
                parts.add(wait.seconds());
            }
        }
        while (parts.size() < PARTS) {
            parts.add(waits.getLast().seconds() + SURE);
        }
        return parts;
    }

    Phones phones() {
        if (callers() == 0 || seen.offered() == 0) {
            return Phones.AT_ONCE;
        }
        double offered = seen.offered();
        return new Phones(
                spread(seen.pickUp()),
                seen.noAnswer().count() / offered,
                seen.rejected() / offered,
                seen.unreachable() / offered,
                seen.noAnswer().count() == 0
                        ? Phones.AT_ONCE.ringFor()
                        : seen.noAnswer().mean());
    }

    private static Spread spread(Times times) {
        return new Spread(times.mean(), times.sd());
    }
}
