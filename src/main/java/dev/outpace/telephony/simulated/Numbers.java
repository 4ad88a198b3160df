package dev.outpace.telephony.simulated;

import dev.outpace.telephony.simulated.WorldSettings.Dial;
import java.util.List;
import java.util.UUID;

/**
 * What becomes of the numbers that one campaign dials, how that changes in the course of the day, and what those who answer do in
 * the campaign's flow.
 *
 * @param drift of the share that people answer
 * @param flow the stages of the flow; empty where each caller comes to the queue at once
 */
public record Numbers(Dial dial, Drift drift, Machines machines, List<FlowStage> flow, List<Congestion> congestion) {
    /** In place of the number of a dial. */
    private static final long DRIFT = -1;

    public Numbers {
        flow = List.copyOf(flow);
        congestion = List.copyOf(congestion);
    }

    /** Numbers in a network that is never full. */
    public Numbers(Dial dial, Drift drift, Machines machines, List<FlowStage> flow) {
        this(dial, drift, machines, flow, List.of());
    }

    /** Numbers without machines, and no flow. */
    public Numbers(Dial dial, Drift drift) {
        this(dial, drift, Machines.NONE, List.of());
    }

    public Numbers withDial(Dial newDial) {
        return new Numbers(newDial, drift, machines, flow, congestion);
    }

    /** These numbers on one day of one campaign: where chance decides their drift, it is known now. */
    public Numbers on(long seed, UUID campaignId) {
        return new Numbers(dial, drift.on(Dice.of(seed, campaignId, DRIFT)), machines, flow, congestion);
    }

    /** The share of dials that fail because the network is full. */
    double congested(double seconds) {
        double through = 1;
        for (var one : congestion) {
            through *= one.isAt(seconds) ? 1 - one.share() : 1;
        }
        return 1 - through;
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
