package dev.outpace.model;

/** What the workspace's lines bear: calls at once, and new calls in any second. They bound everything. */
public record LineLimits(int concurrentCalls, int callsPerSecond) {
    public static final LineLimits DEFAULT = new LineLimits(30, 5);
}
