package dev.outpace.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who takes calls.
 *
 * @param status what the agent is set to: available, away or offline; ringing and busy are momentary and not stored
 * @param awayReason what for the agent is set to away; of no meaning in another status
 * @param permission published bit mask, kept
 * @param phone at which a real exchange rings the agent; null where none is known
 */
public record Agent(
        UUID id,
        String username,
        String name,
        String detail,
        String ringMethod,
        AgentStatus status,
        AwayReason awayReason,
        long permission,
        List<UUID> tagIds,
        List<Address> addresses,
        @Nullable Phone phone,
        Stamps stamps,
        Json.Obj unknown)
        implements Resource {
    public Agent {
        tagIds = List.copyOf(tagIds);
        addresses = List.copyOf(addresses);
    }

    /** Away without a reason, as in the published format, is a break; nor has that format a phone. */
    public Agent(
            UUID id,
            String username,
            String name,
            String detail,
            String ringMethod,
            AgentStatus status,
            long permission,
            List<UUID> tagIds,
            List<Address> addresses,
            Stamps stamps,
            Json.Obj unknown) {
        this(
                id,
                username,
                name,
                detail,
                ringMethod,
                status,
                AwayReason.BREAK,
                permission,
                tagIds,
                addresses,
                null,
                stamps,
                unknown);
    }

    public Agent withStatus(AgentStatus newStatus, AwayReason newReason) {
        return new Agent(
                id,
                username,
                name,
                detail,
                ringMethod,
                newStatus,
                newReason,
                permission,
                tagIds,
                addresses,
                phone,
                stamps,
                unknown);
    }

    @Override
    public Agent withStamps(Stamps newStamps) {
        return new Agent(
                id,
                username,
                name,
                detail,
                ringMethod,
                status,
                awayReason,
                permission,
                tagIds,
                addresses,
                phone,
                newStamps,
                unknown);
    }
}
