package dev.outpace.model;

/** By which policy a campaign is paced by the agents of its queue. */
public enum PacingMode {
    /** The published rule, with the campaign's service level. */
    SERVICE_LEVEL("service_level"),
    /** As much as an abandon target allows. */
    ADAPTIVE("adaptive");

    private final String text;

    PacingMode(String text) {
        this.text = text;
    }

    /** As it stands in a file. */
    public String text() {
        return text;
    }
}
