package dev.outpace.simulation.baseline;

/** For laws that look at fixed moments: lets them look after a while, and then has the policy asked. */
@FunctionalInterface
public interface Waker {
    void after(long nanos, Runnable look);
}
