package dev.outpace.journal;

import dev.outpace.engine.EngineListener;
import dev.outpace.journal.DecisionHash.Kind;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.LinkReturn;
import dev.outpace.model.PacingDecision;

/** Adds every decision and alarm to the hash, then passes it on. Moments are passed on only. */
record HashedListener(EngineListener listener, DecisionHash hash) implements EngineListener {
    @Override
    public void decided(PacingDecision decision) {
        hash.decided(decision);
        listener.decided(decision);
    }

    @Override
    public boolean hearsMoments() {
        return listener.hearsMoments();
    }

    @Override
    public void campaignMoved(CampaignMoment moment) {
        listener.campaignMoved(moment);
    }

    @Override
    public void agentMoved(AgentMoment moment) {
        listener.agentMoved(moment);
    }

    @Override
    public void alarmed(Alarm alarm) {
        hash.alarmed(alarm);
        listener.alarmed(alarm);
    }

    @Override
    public void linkChanged(boolean up, String reason) {
        hash.kind(Kind.LINK);
        hash.number(up ? 1 : 0);
        hash.text(reason);
        listener.linkChanged(up, reason);
    }

    @Override
    public void linkReturned(LinkReturn what) {
        listener.linkReturned(what);
    }
}
