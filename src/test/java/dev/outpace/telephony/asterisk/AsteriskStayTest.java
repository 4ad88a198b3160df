package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.StayContractTest;
import dev.outpace.telephony.TestedExchange;
import java.time.Duration;
import java.util.function.Consumer;

class AsteriskStayTest extends StayContractTest {
    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        return new AsteriskExchange(sink, 1, Duration.ofMillis(200));
    }
}
