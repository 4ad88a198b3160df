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
 * @param spread by how much people differ: half of them answer so much more often than the share says, half so much less. Above 0 a
 *     number is the same person at each dial, otherwise each dial is another one
 */
public record Numbers(
        Dial dial, Drift drift, Machines machines, List<FlowStage> flow, List<Congestion> congestion, double spread) {
    /** In place of the number of a dial. */
    private static final long DRIFT = -1;

    private static final int OFTEN = 0;

    public Numbers {
        flow = List.copyOf(flow);
        congestion = List.copyOf(congestion);
    }

    /** Numbers in a network that is never full. */
    public Numbers(Dial dial, Drift drift, Machines machines, List<FlowStage> flow) {
        this(dial, drift, machines, flow, List.of(), 0);
    }

    /** Numbers without machines, and no flow. */
    public Numbers(Dial dial, Drift drift) {
        this(dial, drift, Machines.NONE, List.of());
    }

    public Numbers withDial(Dial newDial) {
        return new Numbers(newDial, drift, machines, flow, congestion, spread);
    }

    /** @param chance of the person */
    double often(Dice chance) {
        return chance.chance(OFTEN, 0.5) ? 1 + spread : 1 - spread;
    }

    /** These numbers on one day of one campaign: where chance decides their drift, it is known now. */
    public Numbers on(long seed, UUID campaignId) {
        return new Numbers(dial, drift.on(Dice.of(seed, campaignId, DRIFT)), machines, flow, congestion, spread);
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
        return answered(seconds, 1);
    }

    /** @param often how often a person answers, as a multiple of all */
    double answered(double seconds, double often) {
        double others = dial.rejected() + dial.busy() + dial.badNumber() + dial.failed() + machines.share();
        return Math.clamp(dial.answered() * drift.factor(seconds) * often, 0, 1 - others);
    }
}
