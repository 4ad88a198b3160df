package dev.outpace.formats;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Json;
import dev.outpace.model.Phone;
import dev.outpace.model.Shown;
import org.jspecify.annotations.Nullable;

/** The published agent; what Outpace adds stands in {@code "outpace"}. */
final class AgentShape {
    private static final String OUTPACE = "outpace";
    private static final String PHONE = "phone";

    private AgentShape() {}

    static Agent read(Fields fields, NewIds ids) {
        return new Agent(
                ids.orNew(fields.id("id")),
                fields.text("username", Fields.MAX_NAME),
                fields.text("name", Fields.MAX_NAME),
                fields.text("detail", Fields.MAX_TEXT),
                fields.text("ring_method", Fields.MAX_NAME),
                status(fields),
                AwayReason.BREAK,
                fields.number("permission", 0, Integer.MAX_VALUE, 0),
                fields.ids("tag_ids"),
                fields.addresses("addresses"),
                phone(fields),
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

    /** In {@code "outpace"}, where it is exported; written by hand it may also stand beside the published fields. */
    private static @Nullable Phone phone(Fields fields) {
        var beside = written(fields);
        var own = fields.object(OUTPACE);
        if (own == null) {
            return beside;
        }
        var within = written(own);
        fields.keep(OUTPACE, own);
        if (within != null && beside != null && !within.equals(beside)) {
            fields.error(PHONE, "agent.two_phones", beside.dialString(), within.dialString());
        }
        return within == null ? beside : within;
    }

    private static @Nullable Phone written(Fields fields) {
        var text = fields.text(PHONE, Fields.MAX_NAME).strip();
        if (text.isEmpty()) {
            return null;
        }
        var phone = Phone.read(text);
        if (phone.isEmpty()) {
            fields.error(PHONE, "agent.phone", Shown.of(text));
        }
        return phone.orElse(null);
    }

    static Json.Obj write(Agent agent) {
        var shape = new Shape(agent.unknown())
                .id("id", agent.id())
                .text("username", agent.username())
                .text("name", agent.name())
                .text("detail", agent.detail())
                .text("ring_method", agent.ringMethod())
                .word("status", agent.status())
                .number("permission", agent.permission())
                .ids("tag_ids", agent.tagIds())
                .addresses("addresses", agent.addresses())
                .stamps(agent.stamps());
        var phone = agent.phone();
        if (phone != null) {
            var kept = agent.unknown().get(OUTPACE) instanceof Json.Obj rest ? rest : Json.Obj.EMPTY;
            shape.put(OUTPACE, new Shape(kept).text(PHONE, phone.dialString()).toJson());
        }
        return shape.toJson();
    }
}
