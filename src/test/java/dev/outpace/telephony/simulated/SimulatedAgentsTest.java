package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.AgentContractTest;
import dev.outpace.telephony.TestedExchange;
import java.util.function.Consumer;

class SimulatedAgentsTest extends AgentContractTest {
    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        return new SimulatedExchange(sink);
    }
}
