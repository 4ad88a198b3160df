package dev.outpace.simulation;

import dev.outpace.engine.EngineListener;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.PacingDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ignores the engine's reports. An alarm is logged, because it means a defect of the scenario or of a policy; not that of an agent
 * who missed callers, as scenarios may want it.
 */
final class UnheardListener implements EngineListener {
    private static final Logger LOG = LoggerFactory.getLogger(UnheardListener.class);

    @Override
    public void decided(PacingDecision decision) {}

    @Override
    public boolean hearsDecisions() {
        return false;
    }

    @Override
    public boolean hearsMoments() {
        return false;
    }

    @Override
    public void campaignMoved(CampaignMoment moment) {}

    @Override
    public void agentMoved(AgentMoment moment) {}

    @Override
    public void alarmed(Alarm alarm) {
        if (!alarm.problem().code().equals("alarm.agent_set_away")) {
            LOG.warn("Alarm in a simulated day: {}", alarm.problem());
        }
    }

    @Override
    public void linkChanged(boolean up, String reason) {}
}
