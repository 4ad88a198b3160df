package dev.outpace.workspace;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.Telephony;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import java.util.function.Consumer;

/**
 * Makes the telephony that a workspace is set to.
 *
 * @param settings of the workspace; a change of them reaches the telephony that was made
 * @param seed for the simulated world
 * @param carrierLog what the simulated carrier writes down
 */
record TelephonyFactory(Settings settings, long seed, CarrierLog carrierLog) {
    /** On the engine thread. */
    Telephony make(TelephonyKind kind, EngineClock clock, Consumer<EngineInput> inbox) {
        return switch (kind) {
            case SIMULATED -> {
                var simulated = new SimulatedTelephony(clock, inbox, settings.world(), seed, carrierLog);
                settings.attach(simulated);
                yield simulated;
            }
        };
    }
}
