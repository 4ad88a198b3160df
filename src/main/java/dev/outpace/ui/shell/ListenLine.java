package dev.outpace.ui.shell;

import dev.outpace.model.ListenMode;
import java.util.function.Consumer;

/**
 * What the supervisor's phone hears, in words.
 *
 * @param who whom it hears, and of what
 * @param state how it stands, with the time that it lasts
 * @param mode that is chosen
 * @param follows whether it goes on with the agent's next call
 * @param steady whether it can be changed now
 */
public record ListenLine(String who, String state, ListenMode mode, boolean follows, boolean steady, Orders orders) {

    /** What a user can do about it; the same object as long as it is the same leg. */
    public record Orders(Consumer<ListenMode> change, Consumer<Boolean> follow, Runnable end) {}
}
