package dev.outpace.simulation.baseline;

/** Erlang's loss formula: a caller who finds all agents busy is lost. */
public final class ErlangB {
    private static final int HALVINGS = 60;

    private ErlangB() {}

    /**
     * Share of callers lost.
     *
     * @param offered load in erlangs: mean number of callers who arrive during one handling time
     */
    public static double lost(int agents, double offered) {
        double lost = 1;
        for (int n = 1; n <= agents; n++) {
            lost = offered * lost / (n + offered * lost);
        }
        return lost;
    }

    /** The load in erlangs at which this share of callers is lost. */
    public static double offered(int agents, double lost) {
        double low = 0;
        double high = agents / (1 - lost) + 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (lost(agents, middle) < lost) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
