package dev.outpace.engine;

import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.LinkReturn;
import dev.outpace.model.PacingDecision;

/**
 * Is told of decisions, moments and alarms, on the engine thread. Methods must return at once. Facts come through the store
 * instead.
 */
public interface EngineListener {
    /** Called for every launch and every change of hold. */
    void decided(PacingDecision decision);

    /** Whether decisions are wanted; otherwise the engine does not build them. */
    default boolean hearsDecisions() {
        return true;
    }

    /** Whether moments are wanted; otherwise the engine does not build them. */
    boolean hearsMoments();

    /** The latest state of a campaign, a few times a second while it changes. */
    void campaignMoved(CampaignMoment moment);

    void agentMoved(AgentMoment moment);

    void alarmed(Alarm alarm);

    /**
     * @param up whether orders can be given
     * @param reason why the link is down; empty if it is up
     */
    void linkChanged(boolean up, String reason);

    /** Called when a list of the exchange has settled the calls that were in progress when the link was lost. */
    default void linkReturned(LinkReturn what) {}
}
