package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput;
import dev.outpace.telephony.AgentContract;
import dev.outpace.telephony.CallContract;
import dev.outpace.telephony.LinkContract;
import dev.outpace.telephony.MediaContract;
import dev.outpace.telephony.QueueContract;
import dev.outpace.telephony.TestedExchange;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;

class SimulatedContractTest {
    @Nested
    class Calls extends CallContract {
        @Override
        protected TestedExchange exchange(Consumer<EngineInput> sink) {
            return new SimulatedExchange(sink);
        }
    }

    @Nested
    class Media extends MediaContract {
        @Override
        protected TestedExchange exchange(Consumer<EngineInput> sink) {
            return new SimulatedExchange(sink);
        }
    }

    @Nested
    class Queues extends QueueContract {
        @Override
        protected TestedExchange exchange(Consumer<EngineInput> sink) {
            return new SimulatedExchange(sink);
        }
    }

    @Nested
    class Agents extends AgentContract {
        @Override
        protected TestedExchange exchange(Consumer<EngineInput> sink) {
            return new SimulatedExchange(sink);
        }
    }

    @Nested
    class Link extends LinkContract {
        @Override
        protected TestedExchange exchange(Consumer<EngineInput> sink) {
            return new SimulatedExchange(sink);
        }
    }
}
