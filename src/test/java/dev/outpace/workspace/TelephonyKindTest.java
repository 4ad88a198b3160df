package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which telephony a workspace has is one of its settings. */
class TelephonyKindTest {
    private static final JacksonJson JSON = new JacksonJson();

    @TempDir
    private Path folder;

    private void choose(String telephony) {
        try (var store = Store.open(folder, "test", JSON)) {
            store.saveSetting(TelephonyKind.SETTING, telephony).join();
        }
    }

    private Workspace open() {
        var opening = new Workspace.Opening(folder, "test", 1, false, false, 1, CarrierLog.NONE);
        return Workspace.open(opening, JSON, Clock.systemUTC());
    }

    @Test
    void withoutAChoiceItIsSimulated() {
        try (var store = Store.open(folder, "test", JSON)) {
            var kind = TelephonyKind.of(store);
            assertThat(kind).isEqualTo(TelephonyKind.SIMULATED);
            assertThat(kind.capabilities()).isEqualTo(SimulatedTelephony.CAPABILITIES);
        }
    }

    @Test
    void anUnknownTelephonyIsNamedAndNothingIsOpened() {
        choose("carrier_pigeons");
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.problem())
                                .isEqualTo(Problem.error(
                                        "telephony.unknown", "telephony", "carrier_pigeons", "simulated")));
        choose("simulated");
        try (var workspace = open()) {
            assertThat(workspace.settings().simulatedWorld()).isEqualTo(SimulatedWorld.DEFAULT);
        }
    }
}
