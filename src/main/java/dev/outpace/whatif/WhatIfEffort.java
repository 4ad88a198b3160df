package dev.outpace.whatif;

/**
 * How much is simulated for an answer.
 *
 * @param levels service levels that are tried; adaptive pacing comes to them
 * @param days that each of them is tried on
 * @param hours of a day
 */
public record WhatIfEffort(int levels, int days, double hours) {
    /** 320 days of eight hours. */
    public static final WhatIfEffort FULL = new WhatIfEffort(15, 20, 8);

    public int runs() {
        return (levels + 1) * days;
    }
}
