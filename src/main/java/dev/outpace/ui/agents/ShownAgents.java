package dev.outpace.ui.agents;

import dev.outpace.model.AgentStatus;
import dev.outpace.ui.live.QueueRow.Staff;
import org.jspecify.annotations.Nullable;

/** Which of a team are shown. */
enum ShownAgents {
    ALL(null),
    AVAILABLE(AgentStatus.AVAILABLE),
    RINGING(AgentStatus.RINGING),
    BUSY(AgentStatus.BUSY),
    AWAY(AgentStatus.AWAY),
    OFFLINE(AgentStatus.OFFLINE);

    private final @Nullable AgentStatus status;

    ShownAgents(@Nullable AgentStatus status) {
        this.status = status;
    }

    /** Null for all. */
    @Nullable
    AgentStatus status() {
        return status;
    }

    int count(Staff staff) {
        return status == null ? staff.total() : staff.count(status);
    }
}
