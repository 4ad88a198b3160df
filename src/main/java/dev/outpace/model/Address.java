package dev.outpace.model;

/**
 * A place that can be called. Absent parts are empty texts.
 *
 * @param target what is dialed: of a phone the number in E.164, of SIP the address without a scheme. A number that was
 *     stored before numbers were read, and that can't be read, stands as it was written
 * @param written how a file wrote the target, where that is another text; files get it back
 */
public record Address(String type, String target, String targetName, String name, String detail, String written) {
    /** One whose target is what was written. */
    public Address(String type, String target, String targetName, String name, String detail) {
        this(type, target, targetName, name, detail, "");
    }

    public static Address tel(String number) {
        return new Address("tel", number, "", "", "");
    }

    public static Address sip(String uri) {
        return new Address("sip", uri, "", "", "");
    }

    /** The same as a file wrote it. */
    public Address writtenAs(String text) {
        return new Address(type, target, targetName, name, detail, text.equals(target) ? "" : text);
    }

    /** The target as it stands in files. */
    public String asWritten() {
        return written.isEmpty() ? target : written;
    }

    /** An address without a target is as good as none: some files write absent destinations as {@code {}}. */
    public boolean isEmpty() {
        return target.isBlank();
    }

    /** What two addresses share when they ring the same phone, however they were written. */
    public String dialKey() {
        return type + ':' + target;
    }
}
