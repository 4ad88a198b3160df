package dev.outpace.model;

import java.util.UUID;

/** The published "nothing set" id: all zeros. */
public final class Ids {
    public static final UUID NIL = new UUID(0, 0);

    private Ids() {}

    public static boolean isNil(UUID id) {
        return NIL.equals(id);
    }
}
