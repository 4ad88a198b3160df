package dev.outpace.model;

/**
 * A queue of the exchange's own, as it is found there.
 *
 * @param members who are signed in to it, paused or not
 * @param waiting callers who wait there, whoever called them
 */
public record FoundQueue(String name, int members, int waiting) {}
