package dev.outpace.ui.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/** What fills the window beside the navigation: one at a time. */
public interface Screen {
    /** Never changes. */
    ObservableValue<Boolean> NO = new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();

    Parent node();

    /** It is in the window from now on: take up live values here. */
    default void onShow() {}

    /** It is in the window no longer: let live values go, so that nothing is drawn unseen and nothing is kept alive. */
    default void onHide() {}

    /**
     * Does what the keys mean here: {@link Shortcut#FIND} puts the focus into the filter field.
     *
     * @return whether it did
     */
    default boolean perform(Shortcut shortcut) {
        return false;
    }

    /** Runs {@code proceed} at once, or after the user agreed to leave with unsaved changes, or never. */
    default void beforeLeave(Runnable proceed) {
        proceed.run();
    }

    /** Whether it needs the room beside the navigation, which is then folded to a rail. */
    default ObservableValue<Boolean> wantsRoom() {
        return NO;
    }

    /** The parts that F6 moves between, in order. */
    default List<Node> regions() {
        return List.of(node());
    }
}
