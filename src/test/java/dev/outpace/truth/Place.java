package dev.outpace.truth;

/**
 * An exchange on this machine.
 *
 * @param policy of the campaign that it calls for, named as for {@code simulate}
 * @param port of its manager interface
 */
record Place(String policy, int port, int carrierPort, int agentsPort) {
    /** @param text {@code POLICY@PORT,CARRIER,AGENTS} */
    static Place read(String text) {
        int at = text.lastIndexOf('@');
        var ports = text.substring(at + 1).split(",", -1);
        return new Place(
                text.substring(0, at),
                Integer.parseInt(ports[0]),
                Integer.parseInt(ports[1]),
                Integer.parseInt(ports[2]));
    }
}
