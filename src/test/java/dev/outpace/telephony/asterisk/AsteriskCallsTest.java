package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.CallContractTest;
import dev.outpace.telephony.TestedExchange;
import java.util.function.Consumer;

class AsteriskCallsTest extends CallContractTest {
    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        return new AsteriskExchange(sink, 1);
    }
}
