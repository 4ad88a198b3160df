package dev.outpace.simulation;

import java.util.UUID;

/**
 * The ids of the laboratory: kind and number. They are the same in every run, so that a campaign's thousandth call meets the
 * same person whatever is tried.
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

    private LabIds() {}

    static UUID of(int kind, int number) {
        return new UUID(KIND * kind | 0x4000, VARIANT | number);
    }

    static int number(UUID id) {
        return (int) id.getLeastSignificantBits();
    }
}
