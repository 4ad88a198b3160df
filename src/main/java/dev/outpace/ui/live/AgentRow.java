package dev.outpace.ui.live;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** An agent with their status of this moment. */
public final class AgentRow {
    private final ReadOnlyObjectWrapper<Agent> agent;
    private final ReadOnlyObjectWrapper<@Nullable AgentMoment> moment = new ReadOnlyObjectWrapper<>(this, "moment");

    AgentRow(Agent agent) {
        this.agent = new ReadOnlyObjectWrapper<>(this, "agent", agent);
    }

    public UUID id() {
        return agent().id();
    }

    public Agent agent() {
        return agent.get();
    }

    public ReadOnlyObjectProperty<Agent> agentProperty() {
        return agent.getReadOnlyProperty();
    }

    /** Null until the engine has told it. */
    public @Nullable AgentMoment moment() {
        return moment.get();
    }

    public ReadOnlyObjectProperty<@Nullable AgentMoment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    public AgentStatus status() {
        var now = moment.get();
        return now == null ? AgentStatus.OFFLINE : now.status();
    }

    void show(Agent now) {
        agent.set(now);
    }

    void show(AgentMoment now) {
        moment.set(now);
    }
}
