package dev.outpace.workspace;

import dev.outpace.model.AgentMoment;
import dev.outpace.model.Alarm;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.LinkReturn;
import dev.outpace.model.LinkTry;
import dev.outpace.model.Listening;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.Resource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hears what was committed and what moves, on the threads where it happens: it must return at once and hand on. Facts come
 * after their commit and in order.
 */
public interface WorkspaceListener {
    /** Made, edited, deleted, or a campaign moved to another status. */
    default void resourceChanged(Resource resource) {}

    default void callChanged(CampaignCall call) {}

    /** Targets of a list were added, edited or removed; not told for each call. */
    default void targetsChanged(UUID outdialId) {}

    default void settingsChanged(WorkspaceSettings settings) {}

    default void campaignMoved(CampaignMoment moment) {}

    default void agentMoved(AgentMoment moment) {}

    default void decided(PacingDecision decision) {}

    default void alarmed(Alarm alarm) {}

    /** What the supervisor's phone hears. */
    default void listeningChanged(Listening listening) {}

    /** @param bar null when the link is tried again */
    default void linkBarred(@Nullable LinkBar bar) {}

    default void linkChanged(boolean up, String reason) {}

    /** While there is no link. */
    default void linkTried(LinkTry next) {}

    default void linkReturned(LinkReturn what) {}
}
