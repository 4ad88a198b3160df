package dev.outpace.ui.agents;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Resource;
import dev.outpace.ui.live.AgentRow;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.FakeSource;
import dev.outpace.ui.live.HandCrankedFx;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.texts.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** People whose states a test sets, without an engine. Time stands still at {@link Facts#NOW}. */
final class Floor {

    static final int CAMPAIGN = 1;
    private static final int CALLS = 50_000;

    private final FakeSource source = new FakeSource();
    private final HandCrankedFx fx = new HandCrankedFx();
    private final Pulse pulse = fx.pulse();
    final LiveWorkspace live;
    private final List<AgentMoment> told = new ArrayList<>();

    Floor(Texts texts, Resource... resources) {
        source.with(resources);
        live = new LiveWorkspace(source, pulse, fx.tasks(pulse), texts, Clock.fixed(Facts.NOW, ZoneOffset.UTC));
        fx.settle();
    }

    /** As many agents of one queue, numbered from 1,000. */
    static Agent[] crowd(int size, UUID tag) {
        var agents = new Agent[size];
        for (int i = 0; i < size; i++) {
            agents[i] = Facts.agent(1_000 + i, "Agent " + i, tag);
        }
        return agents;
    }

    AgentRow row(int id) {
        return Objects.requireNonNull(live.agent(Facts.id(id)));
    }

    /** Comes to the views with the next {@link #beat}. */
    void set(int agent, AgentStatus status, long seconds) {
        boolean withCall = status == AgentStatus.BUSY || status == AgentStatus.RINGING;
        told.add(new AgentMoment(
                Facts.id(agent),
                status,
                Facts.NOW.minusSeconds(seconds),
                withCall ? callOf(agent) : Ids.NIL,
                withCall ? Facts.id(CAMPAIGN) : Ids.NIL,
                false));
    }

    static UUID callOf(int agent) {
        return Facts.id(agent + CALLS);
    }

    /** A call in progress, with this agent if it is theirs. */
    void call(int agent, Campaign campaign) {
        source.tell(listener -> listener.callChanged(Facts.call(agent + CALLS, campaign)));
        fx.pass(Pulse.LIVELY);
    }

    /** The agent has taken the call. */
    void talk(int agent, Campaign campaign) {
        var call = Facts.call(agent + CALLS, campaign).answered(Facts.NOW).connected(Facts.id(agent), Facts.NOW);
        source.tell(listener -> listener.callChanged(call));
        fx.pass(Pulse.LIVELY);
    }

    void tell(AgentMoment moment) {
        told.add(moment);
        beat();
    }

    void beat() {
        told.forEach(moment -> source.tell(listener -> listener.agentMoved(moment)));
        told.clear();
        fx.pass(Pulse.LIVELY);
    }

    void link(boolean up) {
        source.tell(listener -> listener.linkChanged(up, up ? "" : "cable"));
        fx.pass(Pulse.LIVELY);
    }

    void store(Resource resource) {
        source.tell(listener -> listener.resourceChanged(resource));
        fx.pass(Pulse.LIVELY);
    }
}
