package dev.outpace.telephony.asterisk;

import dev.outpace.model.Ids;
import java.util.Optional;
import java.util.UUID;

/**
 * Ids of our channels. Asterisk takes the id that it is given and repeats it in all events. The mark in it keeps the calls of two
 * workspaces apart that use one Asterisk, so that none ends the other's.
 */
record ChannelIds(String mark) {
    private static final int ID_LENGTH = 36;
    private static final String SUPERVISOR = "supervisor-";

    String of(UUID callId) {
        return prefix() + callId;
    }

    /** Of a channel to a supervisor's phone. */
    String supervisor(String id) {
        return prefix() + SUPERVISOR + id;
    }

    boolean isSupervisor(String channelId) {
        return channelId.startsWith(prefix() + SUPERVISOR);
    }

    /** The call of a channel; empty for a channel that is not ours, and for the further legs of our calls. */
    Optional<UUID> callOf(String channelId) {
        if (!channelId.startsWith(prefix())) {
            return Optional.empty();
        }
        var id = channelId.substring(prefix().length());
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(read -> read.toString().equals(id));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /**
     * Of the call to an agent's phone that stands between callers.
     *
     * @param number unlike that of any other such call to this agent
     */
    String ofAgent(UUID agentId, String number) {
        return agentPrefix() + agentId + '-' + number;
    }

    /** The agent to whose phone a standing call leads; empty for all other channels. */
    Optional<UUID> agentOf(String channelId) {
        int from = agentPrefix().length();
        if (!channelId.startsWith(agentPrefix()) || channelId.length() < from + ID_LENGTH) {
            return Optional.empty();
        }
        return Ids.parse(channelId.substring(from, from + ID_LENGTH));
    }

    private String agentPrefix() {
        return prefix() + "agent-";
    }

    private String prefix() {
        return "outpace-" + mark + '-';
    }
}
