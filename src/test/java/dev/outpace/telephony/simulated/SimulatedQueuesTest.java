package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.QueueContractTest;
import dev.outpace.telephony.TestedExchange;
import java.util.function.Consumer;

class SimulatedQueuesTest extends QueueContractTest {
    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        return new SimulatedExchange(sink);
    }
}
