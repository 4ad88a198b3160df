package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.MediaContractTest;
import dev.outpace.telephony.TestedExchange;
import java.util.function.Consumer;

class AsteriskMediaTest extends MediaContractTest {
    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        return new AsteriskExchange(sink, 1);
    }
}
