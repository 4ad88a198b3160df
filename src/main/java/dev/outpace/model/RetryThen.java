package dev.outpace.model;

/** What follows when a destination has had its tries. */
public enum RetryThen {
    NEXT_DESTINATION("next"),
    /** The target is not called again, whatever destinations it has left. */
    NEVER("never");

    private final String text;

    RetryThen(String text) {
        this.text = text;
    }

    /** As it stands in a file. */
    public String text() {
        return text;
    }
}
