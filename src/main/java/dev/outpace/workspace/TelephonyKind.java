package dev.outpace.workspace;

import dev.outpace.engine.Telephony;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.telephony.asterisk.AsteriskTelephony;
import dev.outpace.telephony.simulated.SimulatedTelephony;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The telephony that a workspace is set to. Each kind is made by {@link TelephonyFactory}. */
enum TelephonyKind {
    SIMULATED("simulated"),
    ASTERISK("asterisk");

    /** Name of the setting. It is missing where nothing was chosen. */
    static final String SETTING = "telephony";

    private final String word;

    TelephonyKind(String word) {
        this.word = word;
    }

    /**
     * What such a telephony can do, where none is made.
     *
     * @param voice whether a voice is installed that an exchange's callers can hear
     */
    Set<Telephony.Capability> capabilities(BooleanSupplier voice) {
        return switch (this) {
            case SIMULATED -> SimulatedTelephony.CAPABILITIES;
            case ASTERISK -> AsteriskTelephony.capabilities(voice.getAsBoolean());
        };
    }

    /** @throws StoreException if the workspace is set to a telephony that this program does not have */
    static TelephonyKind of(Store store) {
        var chosen = store.setting(SETTING).join();
        return chosen.map(TelephonyKind::named).orElse(SIMULATED);
    }

    /** From the next opening on. */
    void choose(Store store) {
        var _ = store.saveSetting(SETTING, word).join();
    }

    private static TelephonyKind named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new StoreException(Problem.error("telephony.unknown", SETTING, word, words())));
    }

    private static String words() {
        return Arrays.stream(values()).map(kind -> kind.word).collect(Collectors.joining(", "));
    }
}
