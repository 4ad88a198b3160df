package dev.outpace.model;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The published "nothing set" id: all zeros. */
public final class Ids {
    public static final UUID NIL = new UUID(0, 0);

    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    public static boolean isNil(UUID id) {
        return NIL.equals(id);
    }

    /** Stricter than the JDK, which takes {@code 1-1-1-1-1} for an id. */
    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
