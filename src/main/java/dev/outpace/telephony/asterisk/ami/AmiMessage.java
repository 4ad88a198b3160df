package dev.outpace.telephony.asterisk.ami;

import java.util.List;

/** An event, or the answer to an action. A field may occur several times. */
public final class AmiMessage {
    private final List<AmiField> fields;

    AmiMessage(List<AmiField> fields) {
        this.fields = List.copyOf(fields);
    }

    List<AmiField> fields() {
        return fields;
    }

    /**
     * The first value of a field, empty if it is missing. Asterisk does not always spell a name in the same way, so that upper
     * and lower case are not told apart.
     */
    public String get(String name) {
        for (var field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.value();
            }
        }
        return "";
    }

    /** A field as a whole number; 0 if it is missing or is none. */
    public int number(String name) {
        try {
            return Integer.parseInt(get(name).strip());
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** The name of the event; empty for an answer. */
    public String event() {
        return fields.getFirst().name().equalsIgnoreCase("Event")
                ? fields.getFirst().value()
                : "";
    }

    public boolean isAnswer() {
        return fields.getFirst().name().equalsIgnoreCase("Response");
    }

    /** Whether this is an answer that agrees. */
    public boolean agrees() {
        return isAnswer() && !get("Response").equalsIgnoreCase("Error");
    }

    @Override
    public String toString() {
        return AmiTrace.masked(fields);
    }
}
