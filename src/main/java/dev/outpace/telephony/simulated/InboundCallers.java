package dev.outpace.telephony.simulated;

import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Address;
import dev.outpace.model.Ids;
import java.time.Duration;
import java.util.UUID;

/** People who call a queue by themselves. The engine hears of them only that agents are busy. */
final class InboundCallers implements Runnable {
    private static final Address NOBODY = Address.tel("");
    private static final int APART = 0;
    /** In place of the number of a caller. */
    private static final long DRIFT = -1;

    /** Seconds for which the number of callers counts as constant. */
    private static final double STEP = 10;
    /** A time without end. */
    private static final double NEVER = WorldSettings.LONGEST * 8;

    private final World world;
    private final SimulatedFloor floor;
    private final UUID queueId;
    private final Distribution between;
    private final Drift drift;
    private final Distribution patience;
    private long came;

    InboundCallers(
            World world, SimulatedFloor floor, UUID queueId, Distribution between, Drift drift, Distribution patience) {
        this.world = world;
        this.floor = floor;
        this.queueId = queueId;
        this.between = between;
        this.drift = drift.on(world.dice(queueId, DRIFT));
        this.patience = patience;
    }

    void begin() {
        double apart = stretched(world.dice(queueId, came).seconds(APART, between));
        if (apart < NEVER) {
            world.after(apart, this);
        }
    }

    /** As long as the time takes in which as many come as without the drift. */
    private double stretched(double apart) {
        if (drift.equals(Drift.NONE)) {
            return apart;
        }
        double now = world.seconds();
        double passed = 0;
        double left = apart;
        while (passed < NEVER) {
            double factor = drift.factor(now + passed);
            if (left < factor * STEP) {
                return passed + left / factor;
            }
            left -= factor * STEP;
            passed += STEP;
        }
        return NEVER;
    }

    /** One calls. */
    @Override
    public void run() {
        var request = new CallRequest(world.unheardCall(), Ids.NIL, NOBODY, null, Duration.ZERO);
        var call = SimulatedCall.inbound(world, request, world.dice(queueId, came), patience);
        floor.join(call, queueId, Duration.ZERO);
        came++;
        begin();
    }
}
