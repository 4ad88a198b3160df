package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.LinkContractTest;
import dev.outpace.telephony.TestedExchange;
import java.util.function.Consumer;

class SimulatedLinkTest extends LinkContractTest {
    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        return new SimulatedExchange(sink);
    }
}
