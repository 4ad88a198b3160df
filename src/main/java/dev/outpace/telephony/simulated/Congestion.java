package dev.outpace.telephony.simulated;

/**
 * Dials that fail because the network is full, whoever is dialed.
 *
 * @param share of the dials of that time
 * @param from seconds after the world began
 * @param until seconds after the world began
 */
public record Congestion(double share, double from, double until) {
    boolean isAt(double seconds) {
        return seconds >= from && seconds < until;
    }
}
