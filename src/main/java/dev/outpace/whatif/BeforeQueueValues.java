package dev.outpace.whatif;

import dev.outpace.model.CallFigures;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.simulation.FlowTrial;
import dev.outpace.whatif.WhatIfQuestion.BeforeQueue;
import dev.outpace.whatif.WhatIfQuestion.Spread;

/**
 * What happens between the answer and the queue: by a campaign's own calls, and where there are too few of them, by its flow.
 *
 * @param machineErrors share of the detected machines that are people
 */
record BeforeQueueValues(CallFigures calls, FlowTrial.Outcome flow, double machineErrors) {
    /** People who answered, behind the share of those who come to the queue; 0 if they are too few. */
    long people() {
        return WhatIfValues.enough(calls.flow().people(), WhatIfValues.ENOUGH_CALLS);
    }

    /** Behind a time of the flow; 0 if they are too few. */
    long enough(Times times) {
        return people() == 0 ? 0 : WhatIfValues.enough(times.count(), WhatIfValues.ENOUGH_TIMES);
    }

    /** People whom the detection took for machines. */
    double mistaken() {
        return machineErrors * calls.flow().machines().count();
    }

    BeforeQueue values() {
        var seen = calls.flow();
        long machines = seen.machines().count();
        boolean dialed = calls.dialed() >= WhatIfValues.ENOUGH_CALLS;
        double people = calls.answered() + mistaken();
        return new BeforeQueue(
                dialed ? (machines - mistaken()) / calls.dialed() : 0,
                Math.min(detection(), WhatIfQuestion.LONGEST_DETECTION),
                people == 0 ? 0 : mistaken() / people,
                people() == 0 ? flow.reached() : (double) seen.toQueue().count() / seen.people(),
                times(seen.toQueue(), flow.toQueue()),
                times(seen.leaving(), flow.leaving()),
                enough(seen.leaving()) == 0
                        ? 0
                        : (double) seen.hungUp() / seen.leaving().count());
    }

    private double detection() {
        var seen = calls.flow().machines();
        return seen.count() >= WhatIfValues.ENOUGH_TIMES ? seen.mean() : flow.detection();
    }

    private Spread times(Times seen, Times otherwise) {
        var times = enough(seen) == 0 ? otherwise : seen;
        return new Spread(times.mean(), times.sd());
    }
}
