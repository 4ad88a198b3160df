package dev.outpace.simulation.baseline;

/** For laws that look at fixed moments: has the policy asked again after a while, besides all other times it is asked. */
@FunctionalInterface
public interface Waker {
    void after(long nanos);
}
