package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.MediaContractTest;
import dev.outpace.telephony.TestedExchange;
import java.util.function.Consumer;

class SimulatedMediaTest extends MediaContractTest {
    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        return new SimulatedExchange(sink);
    }
}
