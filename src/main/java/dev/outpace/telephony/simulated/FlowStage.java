package dev.outpace.telephony.simulated;

/**
 * What happens to a caller in one step of a campaign's flow. Each media order that a call gets is the next stage.
 */
public sealed interface FlowStage {
    /** How long it takes, in seconds. */
    double seconds();

    /** Chance for each second that a person hangs up meanwhile. Machines don't. */
    double hangUpsPerSecond();

    /**
     * The detection of answering machines.
     *
     * @param missed share of machines taken for people
     * @param mistaken share of people taken for machines
     */
    record Detection(double seconds, double missed, double mistaken, double hangUpsPerSecond) implements FlowStage {}

    /** Something is said, and the flow waits for the end of it. */
    record Talk(double seconds, double hangUpsPerSecond) implements FlowStage {}

    /**
     * A key is asked for. Machines press none.
     *
     * @param seconds until the key is pressed
     * @param pressed share of people who press it
     * @param longest seconds until the flow goes on without a key
     */
    record Key(double seconds, double pressed, double longest, double hangUpsPerSecond) implements FlowStage {
        /** The key that they press. */
        public static final String PRESSED = "1";
    }
}
