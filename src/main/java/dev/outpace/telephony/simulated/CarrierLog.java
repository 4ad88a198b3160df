package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.Address;
import java.time.Instant;
import java.util.UUID;

/** The carrier's own record of every call it saw, independent of what the engine made of it. */
public interface CarrierLog {
    CarrierLog NONE = new CarrierLog() {
        @Override
        public void started(UUID callId, Address to, Instant at) {}

        @Override
        public void answered(UUID callId, Instant at) {}

        @Override
        public void ended(UUID callId, Outcome outcome, Instant at) {}
    };

    void started(UUID callId, Address to, Instant at);

    void answered(UUID callId, Instant at);

    void ended(UUID callId, Outcome outcome, Instant at);
}
