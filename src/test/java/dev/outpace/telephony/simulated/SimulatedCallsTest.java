package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.CallContractTest;
import dev.outpace.telephony.TestedExchange;
import java.util.function.Consumer;

class SimulatedCallsTest extends CallContractTest {
    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        return new SimulatedExchange(sink);
    }
}
