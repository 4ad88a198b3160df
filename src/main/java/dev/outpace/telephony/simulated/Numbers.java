package dev.outpace.telephony.simulated;

import dev.outpace.telephony.simulated.WorldSettings.Dial;
import java.util.List;

/**
 * What becomes of the numbers that one campaign dials, how that changes in the course of the day, and what those who answer do in
 * the campaign's flow.
 *
 * @param flow the stages of the flow; empty where each caller comes to the queue at once
 */
public record Numbers(Dial dial, Drift drift, Machines machines, List<FlowStage> flow) {
    public Numbers {
        flow = List.copyOf(flow);
    }

    /** Numbers without machines, and no flow. */
    public Numbers(Dial dial, Drift drift) {
        this(dial, drift, Machines.NONE, List.of());
    }

    public Numbers withDial(Dial newDial) {
        return new Numbers(newDial, drift, machines, flow);
    }

    /**
     * The share that people answer, so many seconds after the world began; what they answer less, nobody answers. Machines are
     * not among them.
     */
    public double answered(double seconds) {
        double others = dial.rejected() + dial.busy() + dial.badNumber() + dial.failed() + machines.share();
        return Math.clamp(dial.answered() * drift.factor(seconds), 0, 1 - others);
    }
}
