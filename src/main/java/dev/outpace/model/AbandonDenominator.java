package dev.outpace.model;

/** What abandoned calls are divided by. */
public enum AbandonDenominator {
    /** Calls answered by a person. */
    ANSWERED("answered"),
    /** Callers who joined the queue. */
    QUEUED("queued");

    private final String text;

    AbandonDenominator(String text) {
        this.text = text;
    }

    /** As it stands in a file. */
    public String text() {
        return text;
    }
}
