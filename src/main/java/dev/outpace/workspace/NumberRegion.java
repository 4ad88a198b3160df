package dev.outpace.workspace;

import dev.outpace.numbers.NumberReader;
import dev.outpace.store.Store;
import java.util.concurrent.CompletableFuture;

/** The region of a workspace for numbers without a country: as set, or as of its last import. One for an open workspace. */
final class NumberRegion {
    private static final String SETTING = "region";

    private final Store store;
    private volatile String region;

    NumberRegion(Store store) {
        this.store = store;
        region = store.setting(SETTING).join().orElse(NumberReader.FIRST_REGION);
    }

    /** Two letters; empty where such numbers are refused. */
    String get() {
        return region;
    }

    CompletableFuture<Void> set(String changed) {
        if (changed.equals(region)) {
            return CompletableFuture.completedFuture(null);
        }
        return store.saveSetting(SETTING, changed).thenAccept(_ -> region = changed);
    }
}
