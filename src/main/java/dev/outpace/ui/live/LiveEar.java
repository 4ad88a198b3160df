package dev.outpace.ui.live;

import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.LinkReturn;
import dev.outpace.model.LinkTry;
import dev.outpace.model.Listening;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.Resource;
import dev.outpace.workspace.LinkBar;
import dev.outpace.workspace.WorkspaceListener;
import dev.outpace.workspace.WorkspaceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Hears the workspace on its threads, merges by id, and leaves the rest to the pulse. */
final class LiveEar implements WorkspaceListener {
    private enum Subject {
        RESOURCES,
        CAMPAIGNS,
        AGENTS,
        CALLS,
        DECISIONS,
        TARGETS,
        ALARMS,
        SETTINGS,
        LISTENING,
        LINK,
        LINK_TRY,
        LINK_RETURN,
        LINK_BAR
    }

    /** What nobody has looked at is forgotten beyond this, oldest first. */
    private static final int MAX_DECISIONS = 500;

    private final LiveWorkspace live;
    private final Pulse pulse;
    private final Latest<Resource> resources = new Latest<>();
    private final Latest<CampaignMoment> campaigns = new Latest<>();
    private final Latest<AgentMoment> agents = new Latest<>();
    private final Latest<CampaignCall> calls = new Latest<>();
    private final Latest<List<PacingDecision>> decisions = new Latest<>();
    private final Latest<UUID> targets = new Latest<>();
    private final ConcurrentLinkedQueue<Alarm> alarms = new ConcurrentLinkedQueue<>();

    LiveEar(LiveWorkspace live, Pulse pulse) {
        this.live = live;
        this.pulse = pulse;
    }

    @Override
    public void resourceChanged(Resource resource) {
        resources.put(resource.id(), resource);
        pulse.put(Subject.RESOURCES, () -> live.showResources(resources.take()));
    }

    @Override
    public void callChanged(CampaignCall call) {
        calls.put(call.id(), call);
        pulse.put(Subject.CALLS, () -> live.showCalls(calls.take()));
    }

    @Override
    public void targetsChanged(UUID outdialId) {
        targets.put(outdialId, outdialId);
        pulse.put(Subject.TARGETS, () -> live.showTargets(targets.take()));
    }

    @Override
    public void settingsChanged(WorkspaceSettings settings) {
        pulse.put(Subject.SETTINGS, () -> live.showSettings(settings));
    }

    @Override
    public void campaignMoved(CampaignMoment moment) {
        campaigns.put(moment.campaignId(), moment);
        pulse.put(Subject.CAMPAIGNS, () -> live.showMoments(campaigns.take()));
    }

    @Override
    public void agentMoved(AgentMoment moment) {
        agents.put(moment.agentId(), moment);
        pulse.put(Subject.AGENTS, () -> live.showAgents(agents.take()));
    }

    @Override
    public void decided(PacingDecision decision) {
        decisions.merge(decision.snapshot().campaignId(), List.of(decision), LiveEar::appended);
        pulse.put(Subject.DECISIONS, () -> live.showDecisions(decisions.take()));
    }

    private static List<PacingDecision> appended(List<PacingDecision> before, List<PacingDecision> next) {
        // The first is the immutable one of its own; from the second on it is a list that grows.
        var all = before instanceof ArrayList<PacingDecision> growing ? growing : new ArrayList<>(before);
        all.addAll(next);
        if (all.size() > MAX_DECISIONS) {
            all.removeFirst();
        }
        return all;
    }

    @Override
    public void alarmed(Alarm alarm) {
        alarms.add(alarm);
        pulse.put(Subject.ALARMS, () -> {
            for (var next = alarms.poll(); next != null; next = alarms.poll()) {
                live.showAlarm(next);
            }
        });
    }

    @Override
    public void listeningChanged(Listening listening) {
        pulse.put(Subject.LISTENING, () -> live.showListening(listening));
    }

    @Override
    public void linkTried(LinkTry next) {
        pulse.put(Subject.LINK_TRY, () -> live.showTry(next));
    }

    @Override
    public void linkReturned(LinkReturn what) {
        pulse.put(Subject.LINK_RETURN, () -> live.showReturn(what));
    }

    @Override
    public void linkBarred(@Nullable LinkBar bar) {
        pulse.put(Subject.LINK_BAR, () -> live.showLinkBar(bar));
    }

    @Override
    public void linkChanged(boolean up, String reason) {
        pulse.put(Subject.LINK, () -> live.showLink(up, reason));
    }
}
