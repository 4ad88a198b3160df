package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.QueueContractTest;
import dev.outpace.telephony.TestedExchange;
import java.util.function.Consumer;

/** With Asterisk's own queues. */
class AsteriskOwnQueuesTest extends QueueContractTest {
    @Override
    protected TestedExchange exchange(Consumer<EngineInput> sink) {
        return new AsteriskQueueMode(sink);
    }
}
