package dev.outpace.engine;

import dev.outpace.engine.Telephony.Capability;
import dev.outpace.flow.ActionType;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks before the start whether the telephony can do what a campaign needs, instead of skipping actions in each call. */
final class CapabilityCheck {
    private final Set<Capability> capabilities;

    CapabilityCheck(Set<Capability> capabilities) {
        this.capabilities = capabilities;
    }

    void check(Campaign campaign, List<Problem> problems) {
        if (campaign.type() != CampaignType.CALL) {
            return;
        }
        for (Action action : campaign.actions()) {
            var needed =
                    ActionType.of(action.type()).map(CapabilityCheck::needs).orElse(null);
            if (needed != null && !capabilities.contains(needed)) {
                problems.add(missing(needed, campaign.name(), action.type()));
            }
        }
        if (campaign.hasQueue() && !capabilities.contains(Capability.QUEUES)) {
            problems.add(Problem.error("start.telephony_without_queues", campaign.name()));
        }
        boolean says = campaign.options().compliance().hasMessage();
        if (says && campaign.hasQueue() && !capabilities.contains(Capability.TALK)) {
            problems.add(Problem.error("start.telephony_without_message", campaign.name()));
        }
    }

    /**
     * An error if the campaign would not work without the capability: callers would hear nothing, could not choose, or would
     * reach no agent. Otherwise a warning, because the action is skipped.
     */
    private static Problem missing(Capability needed, String campaign, String action) {
        return switch (needed) {
            case TALK -> Problem.error("start.telephony_no_talk", campaign, action);
            case PLAY -> Problem.error("start.telephony_no_play", campaign, action);
            case KEYS -> Problem.error("start.telephony_no_keys", campaign, action);
            case QUEUES -> Problem.error("start.telephony_no_queues", campaign, action);
            case CONNECT -> Problem.error("start.telephony_no_connect", campaign, action);
            case CONFERENCES -> Problem.error("start.telephony_no_conferences", campaign, action);
            case ECHO -> Problem.warning("start.telephony_no_echo", campaign, action);
            case MACHINES -> Problem.warning("start.telephony_no_machines", campaign, action);
            case RECORDING -> Problem.warning("start.telephony_no_recording", campaign, action);
            case AGENT_STATUS, EXACT_LIMITS, EXCHANGE_QUEUES ->
                throw new IllegalArgumentException("no action needs " + needed);
        };
    }

    /** Null for actions that every telephony can do. */
    private static @Nullable Capability needs(ActionType type) {
        return switch (type) {
            case TALK -> Capability.TALK;
            case PLAY, BEEP -> Capability.PLAY;
            case DIGITS_RECEIVE, DIGITS_SEND -> Capability.KEYS;
            case ECHO, STREAM_ECHO -> Capability.ECHO;
            case AMD -> Capability.MACHINES;
            case RECORDING_START, RECORDING_STOP -> Capability.RECORDING;
            case QUEUE_JOIN -> Capability.QUEUES;
            case CONNECT -> Capability.CONNECT;
            case CONFERENCE_JOIN, CONFBRIDGE_JOIN -> Capability.CONFERENCES;
            default -> null;
        };
    }
}
