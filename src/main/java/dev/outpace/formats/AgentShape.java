package dev.outpace.formats;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Json;

/** The published agent. */
final class AgentShape {
    private AgentShape() {}

    static Agent read(Fields fields, NewIds ids) {
        return new Agent(
                ids.orNew(fields.id("id")),
                fields.text("username", Fields.MAX_NAME),
                fields.text("name", Fields.MAX_NAME),
                fields.text("detail", Fields.MAX_TEXT),
                fields.text("ring_method", Fields.MAX_NAME),
                status(fields),
                fields.number("permission", 0, Integer.MAX_VALUE, 0),
                fields.ids("tag_ids"),
                fields.addresses("addresses"),
                fields.stamps(),
                fields.rest());
    }

    /** Ringing and busy belong to a call that isn't here; nobody is taken for free who has not said so. */
    private static AgentStatus status(Fields fields) {
        var status = fields.word("status", AgentStatus.OFFLINE);
        if (status == AgentStatus.RINGING || status == AgentStatus.BUSY) {
            fields.warning("status", "import.away", Fields.word(status));
            return AgentStatus.AWAY;
        }
        return status;
    }

    static Json.Obj write(Agent agent) {
        return new Shape(agent.unknown())
                .id("id", agent.id())
                .text("username", agent.username())
                .text("name", agent.name())
                .text("detail", agent.detail())
                .text("ring_method", agent.ringMethod())
                .word("status", agent.status())
                .number("permission", agent.permission())
                .ids("tag_ids", agent.tagIds())
                .addresses("addresses", agent.addresses())
                .stamps(agent.stamps())
                .toJson();
    }
}
