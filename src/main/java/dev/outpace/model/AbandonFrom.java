package dev.outpace.model;

/** From when the time runs after which a caller without an agent is abandoned. */
public enum AbandonFrom {
    /** The caller joined the queue. */
    QUEUE("queue"),
    /** The person answered. */
    ANSWER("answer"),
    /** The verdict of the first detection of machines, which hears the greeting out; without a verdict, the answer. */
    GREETING("greeting");

    private final String text;

    AbandonFrom(String text) {
        this.text = text;
    }

    /** As it stands in a file. */
    public String text() {
        return text;
    }
}
