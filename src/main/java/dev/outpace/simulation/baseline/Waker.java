package dev.outpace.simulation.baseline;

/** Lets a policy act at moments of its own: runs a task after a delay, then has the engine ask the policy. */
@FunctionalInterface
public interface Waker {
    void after(long nanos, Runnable task);
}
