package dev.outpace.workspace;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineThread;
import dev.outpace.engine.Telephony;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.telephony.asterisk.AsteriskTelephony;
import dev.outpace.telephony.asterisk.ami.AmiSocket;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import dev.outpace.workspace.secrets.SecretRefused;
import java.util.function.Consumer;

/** Makes the telephony that a workspace is set to. */
interface TelephonyFactory {
    /**
     * On the engine thread.
     *
     * @param sink takes inputs on the engine thread
     */
    Telephony make(EngineThread engine, Consumer<EngineInput> sink);

    /**
     * Reads what the telephony needs; may block.
     *
     * @param settings of the workspace; a change of them reaches the simulated telephony that was made
     * @throws StoreException if the workspace can't be opened with this telephony; its problem says why
     */
    static TelephonyFactory of(
            TelephonyKind kind, Store store, JsonText json, Settings settings, Workspace.Opening opening) {
        return switch (kind) {
            case SIMULATED ->
                (engine, sink) -> {
                    var simulated = new SimulatedTelephony(
                            engine, sink, settings.world(), opening.seed(), opening.carrierLog());
                    settings.attach(simulated);
                    return simulated;
                };
            case ASTERISK -> asterisk(new AsteriskText(store, json), opening);
        };
    }

    private static TelephonyFactory asterisk(AsteriskText stored, Workspace.Opening opening) {
        if (opening.speed() != 1) {
            throw new StoreException(Problem.error("telephony.speed", "", opening.speed()));
        }
        var connection = stored.read()
                .orElseThrow(() -> new StoreException(
                        Problem.error("telephony.not_set", opening.folder().toString())));
        try {
            var settings = connection.settings(stored.mark());
            return (engine, sink) -> new AsteriskTelephony(
                    engine, sink, AmiSocket.to(connection.place(), engine::monotonicNanos, engine::handIn), settings);
        } catch (SecretRefused refused) {
            throw new StoreException(refused.problem());
        }
    }
}
