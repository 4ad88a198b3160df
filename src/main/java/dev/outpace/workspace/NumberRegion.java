package dev.outpace.workspace;

import dev.outpace.numbers.NumberReader;
import dev.outpace.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The region of a workspace for numbers without a country: that of its last import. It is read once, since nobody else has the
 * workspace meanwhile, and forms ask for it while somebody types.
 */
final class NumberRegion {
    private static final Logger LOG = LoggerFactory.getLogger(NumberRegion.class);
    private static final String SETTING = "region";

    private final Store store;
    private volatile String region;

    /** Waits for the store. */
    NumberRegion(Store store) {
        this.store = store;
        region = store.setting(SETTING).join().orElse(NumberReader.FIRST_REGION);
    }

    /** Two letters; empty where such numbers are refused. */
    String get() {
        return region;
    }

    /** Stored in the background; where it can't be, it holds until the workspace is closed. */
    void set(String chosen) {
        if (!chosen.equals(region)) {
            region = chosen;
            var _ = store.saveSetting(SETTING, chosen).whenComplete((_, failure) -> {
                if (failure != null) {
                    LOG.warn("The region of the last import could not be stored", failure);
                }
            });
        }
    }
}
