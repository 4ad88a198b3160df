package dev.outpace.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The phone at which an exchange reaches a person, as the exchange dials it: technology and resource, such as
 * {@code PJSIP/agent101} or {@code Local/101@from-queue/n}. It holds no character that separates or means something else in a
 * dial string of Asterisk, so it may stand in one as it is.
 */
public record Phone(String technology, String resource) {
    private static final Pattern TECHNOLOGY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");
    private static final Pattern RESOURCE = Pattern.compile("[A-Za-z0-9_.+:@/*-]{1,200}");

    /** @throws IllegalArgumentException if a part holds what must not stand in a dial string */
    public Phone {
        if (!TECHNOLOGY.matcher(technology).matches()
                || !RESOURCE.matcher(resource).matches()) {
            throw new IllegalArgumentException("not a phone: " + technology + '/' + resource);
        }
    }

    /** As people write it. Empty if it can't be read. */
    public static Optional<Phone> read(String written) {
        int slash = written.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var technology = written.substring(0, slash);
        var resource = written.substring(slash + 1);
        boolean can = TECHNOLOGY.matcher(technology).matches()
                && RESOURCE.matcher(resource).matches();
        return can ? Optional.of(new Phone(technology, resource)) : Optional.empty();
    }

    /** As it is dialed. */
    public String dialString() {
        return technology + '/' + resource;
    }
}
