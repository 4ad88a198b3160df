package dev.outpace.engine;

import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.PacingDecision;

/** Hears of momentary things, on the engine thread; must return at once. Facts come through the store. */
public interface EngineListener {
    /** Every launch, and every change of hold. */
    void decided(PacingDecision decision);

    /** Whether anybody hears of decisions; they are not even put into words otherwise. */
    default boolean hearsDecisions() {
        return true;
    }

    /** Whether anybody looks at moments; they are not even made otherwise. */
    boolean hearsMoments();

    /** The latest of a campaign, a few times a second while it changes. */
    void campaignMoved(CampaignMoment moment);

    void agentMoved(AgentMoment moment);

    void alarmed(Alarm alarm);

    /** @param up whether orders can be given; {@code reason} is empty when up */
    void linkChanged(boolean up, String reason);
}
