package dev.outpace.telephony.simulated;

/**
 * What happens to a caller in one step of a campaign's flow. Each media order that a call gets is the next stage.
 */
public sealed interface FlowStage {
    /** How long it takes, in seconds. */
    double seconds();

    /** Chance for each second that a person hangs up meanwhile, beyond what the stage itself says of it. Machines don't. */
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
     * All that happens before the queue in one, where no more is known of it: some come through, the others hang up. Of machines
     * as many as of people.
     *
     * @param reached share of those who come through
     * @param time until they are through
     * @param leaves until the others hang up
     */
    record Passage(double reached, Distribution time, Distribution leaves) implements FlowStage {
        @Override
        public double seconds() {
            return time.mean();
        }

        @Override
        public double hangUpsPerSecond() {
            return 0;
        }
    }

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
