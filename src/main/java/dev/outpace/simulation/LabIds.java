package dev.outpace.simulation;

import java.util.UUID;

/**
 * Ids made of a kind and a number. They are the same in every run, so the n-th call of a campaign meets the same person under
 * every policy.
 */
final class LabIds {
    private static final long KIND = 1L << 32;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    static final int QUEUE = 1;
    static final int AGENT = 2;
    static final int CAMPAIGN = 3;
    static final int LIST = 4;
    static final int OUTPLAN = 5;
    static final int TARGET = 6;
    static final int ACTION = 7;

    private LabIds() {}

    static UUID of(int kind, int number) {
        return new UUID(KIND * kind | 0x4000, VARIANT | number);
    }

    static int number(UUID id) {
        return (int) id.getLeastSignificantBits();
    }
}
