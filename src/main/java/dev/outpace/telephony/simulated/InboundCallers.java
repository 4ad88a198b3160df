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

    private final World world;
    private final SimulatedFloor floor;
    private final UUID queueId;
    private final Distribution between;
    private final Distribution patience;
    private long came;

    InboundCallers(World world, SimulatedFloor floor, UUID queueId, Distribution between, Distribution patience) {
        this.world = world;
        this.floor = floor;
        this.queueId = queueId;
        this.between = between;
        this.patience = patience;
    }

    void begin() {
        world.after(world.dice(queueId, came).seconds(APART, between), this);
    }

    /** One calls. */
    @Override
    public void run() {
        var request =
                new CallRequest(new UUID(queueId.getMostSignificantBits(), came), Ids.NIL, NOBODY, null, Duration.ZERO);
        var call = SimulatedCall.inbound(world, request, world.dice(queueId, came), patience);
        floor.join(call, queueId, Duration.ZERO);
        came++;
        begin();
    }
}
