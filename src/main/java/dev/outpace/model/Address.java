package dev.outpace.model;

/** A place that can be called. Absent parts are empty texts. */
public record Address(String type, String target, String targetName, String name, String detail) {
    public static Address tel(String number) {
        return new Address("tel", number, "", "", "");
    }

    public static Address sip(String uri) {
        return new Address("sip", uri, "", "", "");
    }

    /** An address without a target is as good as none: some files write absent destinations as {@code {}}. */
    public boolean isEmpty() {
        return target.isBlank();
    }

    /** What two addresses share when they ring the same phone. */
    public String dialKey() {
        return type + ':' + target;
    }
}
