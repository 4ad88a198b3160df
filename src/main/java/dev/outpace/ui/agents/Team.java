package dev.outpace.ui.agents;

import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.live.QueueRow.Staff;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** An entry of the list at the left: everyone, or those who serve one queue. Lives as long as the screen. */
final class Team {

    private final @Nullable QueueRow queue;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
    private final ReadOnlyObjectWrapper<Staff> staff = new ReadOnlyObjectWrapper<>(this, "staff", Staff.NONE);

    /** @param queue null for everyone */
    Team(@Nullable QueueRow queue) {
        this.queue = queue;
    }

    @Nullable
    QueueRow queue() {
        return queue;
    }

    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    String name() {
        return name.get();
    }

    ReadOnlyObjectProperty<Staff> staffProperty() {
        return staff.getReadOnlyProperty();
    }

    Staff staff() {
        return staff.get();
    }

    List<AgentRow> people(LiveWorkspace live) {
        return queue == null ? live.agents() : queue.agents();
    }

    /** @param everyone the name of the team of everyone */
    void take(LiveWorkspace live, String everyone) {
        name.set(queue == null ? everyone : queue.queue().name());
        staff.set(queue == null ? Staff.of(live.agents()) : queue.staff());
    }
}
