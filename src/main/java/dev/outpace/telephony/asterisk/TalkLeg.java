package dev.outpace.telephony.asterisk;

import java.util.UUID;

/**
 * The leg between Asterisk and the agent of a talk.
 *
 * @param channelId of Asterisk
 */
record TalkLeg(UUID agentId, String channelId) {}
