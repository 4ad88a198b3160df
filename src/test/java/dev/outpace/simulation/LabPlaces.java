package dev.outpace.simulation;

import java.util.UUID;

/** The ids that the laboratory gives to the resources of a scenario. */
public final class LabPlaces {
    private LabPlaces() {}

    public static UUID campaign() {
        return LabIds.of(LabIds.CAMPAIGN, 0);
    }

    public static UUID agent(int number) {
        return LabIds.of(LabIds.AGENT, number);
    }
}
