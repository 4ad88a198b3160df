package dev.outpace.workspace;

import dev.outpace.numbers.NumberReader;
import dev.outpace.store.Store;

/** The region of a workspace for numbers without a country: that of its last import. */
final class NumberRegion {
    private static final String SETTING = "region";

    private final Store store;

    NumberRegion(Store store) {
        this.store = store;
    }

    /** Two letters; empty where such numbers are refused. */
    String get() {
        return store.setting(SETTING).join().orElse(NumberReader.FIRST_REGION);
    }

    void set(String region) {
        if (!region.equals(get())) {
            store.saveSetting(SETTING, region).join();
        }
    }
}
