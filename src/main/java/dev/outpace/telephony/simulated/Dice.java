package dev.outpace.telephony.simulated;

import java.util.UUID;

/**
 * The fate of one call or of one agent's turn: numbered random variables that don't depend on which were asked before. So
 * the thousandth call of a campaign meets the same person, whatever pacing led to it, and pacing can be compared.
 */
record Dice(long key) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    static Dice of(long seed, UUID owner, long ordinal) {
        long key = mix(seed + GOLDEN);
        key = mix(key ^ owner.getMostSignificantBits());
        key = mix(key ^ owner.getLeastSignificantBits());
        return new Dice(mix(key + ordinal * GOLDEN));
    }

    boolean chance(int variable, double probability) {
        return uniform(variable) < probability;
    }

    /** Above 0 and below 1. */
    double uniform(int variable) {
        return number(2 * variable);
    }

    double seconds(int variable, Distribution distribution) {
        return distribution.seconds(number(2 * variable), number(2 * variable + 1));
    }

    private double number(int index) {
        return ((mix(key + (index + 1) * GOLDEN) >>> 11) + 0.5) * 0x1p-53;
    }

    /** The output function of SplitMix64. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
