package dev.outpace.workspace;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.EngineListener;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.LinkReturn;
import dev.outpace.model.LinkTry;
import dev.outpace.model.Listening;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.Resource;
import dev.outpace.store.StoreChanges;
import dev.outpace.store.StoreListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands what the store committed and what the engine sees to whoever listens. */
final class WorkspaceNews implements EngineListener, StoreListener {
    private final List<WorkspaceListener> listeners = new CopyOnWriteArrayList<>();
    private final Catalog catalog;
    private volatile boolean down;
    /** Why the exchange can't be reached; null while it can, or nothing was told of it. */
    private volatile @Nullable String linkDown;

    private volatile @Nullable LinkBar bar;

    WorkspaceNews(Catalog catalog) {
        this.catalog = catalog;
    }

    void add(WorkspaceListener listener) {
        listeners.add(listener);
        var why = linkDown;
        if (why != null) {
            listener.linkChanged(false, why);
        }
        var by = bar;
        if (by != null) {
            listener.linkBarred(by);
        }
    }

    void linkBarred(@Nullable LinkBar by) {
        bar = by;
        tell(listener -> listener.linkBarred(by));
    }

    void remove(WorkspaceListener listener) {
        listeners.remove(listener);
    }

    private void tell(Consumer<WorkspaceListener> what) {
        listeners.forEach(what);
    }

    @Override
    public void committed(StoreChanges changes) {
        catalog.committed(changes.resources(), changes.statuses()).forEach(this::tellResource);
        changes.calls().forEach(call -> tell(listener -> listener.callChanged(call)));
        changes.lists().forEach(outdialId -> tell(listener -> listener.targetsChanged(outdialId)));
    }

    @Override
    public void down(StoreDown why) {
        down = true;
    }

    @Override
    public void up() {
        down = false;
    }

    boolean isDown() {
        return down;
    }

    private void tellResource(Resource resource) {
        tell(listener -> listener.resourceChanged(resource));
    }

    void settingsChanged(WorkspaceSettings settings) {
        tell(listener -> listener.settingsChanged(settings));
    }

    void listeningChanged(Listening listening) {
        tell(listener -> listener.listeningChanged(listening));
    }

    @Override
    public boolean hearsMoments() {
        return !listeners.isEmpty();
    }

    @Override
    public void decided(PacingDecision decision) {
        tell(listener -> listener.decided(decision));
    }

    @Override
    public void campaignMoved(CampaignMoment moment) {
        tell(listener -> listener.campaignMoved(moment));
    }

    @Override
    public void agentMoved(AgentMoment moment) {
        tell(listener -> listener.agentMoved(moment));
    }

    @Override
    public void alarmed(Alarm alarm) {
        tell(listener -> listener.alarmed(alarm));
    }

    @Override
    public void linkChanged(boolean up, String reason) {
        if (up && bar != null) {
            linkBarred(null);
        }
        linkDown = up ? null : reason;
        tell(listener -> listener.linkChanged(up, reason));
    }

    /** On the engine thread. */
    void linkTried(LinkTry next) {
        tell(listener -> listener.linkTried(next));
    }

    @Override
    public void linkReturned(LinkReturn what) {
        tell(listener -> listener.linkReturned(what));
    }
}
