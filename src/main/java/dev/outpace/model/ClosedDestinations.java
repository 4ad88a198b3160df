package dev.outpace.model;

/**
 * Destinations of a target that are not called again whatever tries an outplan allows, since a rule of retries said so.
 *
 * @param bits bit i for destination i
 */
public record ClosedDestinations(int bits) {
    private static final int EVERY_BIT = (1 << Outplan.DESTINATIONS) - 1;

    public static final ClosedDestinations NONE = new ClosedDestinations(0);
    public static final ClosedDestinations ALL = new ClosedDestinations(EVERY_BIT);

    public ClosedDestinations {
        if ((bits & ~EVERY_BIT) != 0) {
            throw new IllegalArgumentException("closed destinations " + bits);
        }
    }

    public static ClosedDestinations of(int destination) {
        return new ClosedDestinations(1 << destination);
    }

    public boolean has(int destination) {
        return (bits >> destination & 1) == 1;
    }

    public boolean isNone() {
        return bits == 0;
    }

    public ClosedDestinations and(ClosedDestinations others) {
        return new ClosedDestinations(bits | others.bits);
    }

    /** For a destination that got another address. */
    public ClosedDestinations without(int destination) {
        return new ClosedDestinations(bits & ~(1 << destination));
    }
}
