package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call as the carrier saw it.
 *
 * @param address type and target, as {@link dev.outpace.model.Address#dialKey} writes them
 * @param answeredAt null when nobody answered
 * @param endedAt null when the record ends before the call, as after a killed process; so is {@code outcome}
 */
public record CarrierCall(
        UUID callId,
        String address,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome) {
    CarrierCall answered(Instant at) {
        return new CarrierCall(callId, address, startedAt, at, endedAt, outcome);
    }

    CarrierCall ended(Instant at, Outcome how) {
        return new CarrierCall(callId, address, startedAt, answeredAt, at, how);
    }
}
