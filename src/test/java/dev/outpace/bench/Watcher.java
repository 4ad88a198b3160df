package dev.outpace.bench;

import dev.outpace.engine.EngineListener;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.PacingDecision;

/** Hears of everything, as an open console does, and counts the launches. Engine thread only, but for {@link #launches}. */
final class Watcher implements EngineListener {
    private final boolean looking;
    private volatile long launches;

    /** @param looking whether moments are made for it */
    Watcher(boolean looking) {
        this.looking = looking;
    }

    long launches() {
        return launches;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public void decided(PacingDecision decision) {
        if (decision.launched()) {
            launches++;
        }
    }

    @Override
    public boolean hearsMoments() {
        return looking;
    }

    @Override
    public void campaignMoved(CampaignMoment moment) {}

    @Override
    public void agentMoved(AgentMoment moment) {}

    @Override
    public void alarmed(Alarm alarm) {}

    @Override
    public void linkChanged(boolean up, String reason) {}
}
