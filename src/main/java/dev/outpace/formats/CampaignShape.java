package dev.outpace.formats;

import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.FilePlace;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The published campaign and its actions; what Outpace adds stands in {@code "outpace"}. */
final class CampaignShape {
    static final String ACTIONS = "actions";

    private static final int DEFAULT_SERVICE_LEVEL = 100;
    private static final int MAX_FLOWS_AT_ONCE = 1_000;

    private CampaignShape() {}

    static Campaign read(Fields fields, NewIds ids) {
        fields.required("type");
        fields.required("name");
        return new Campaign(
                ids.orNew(fields.id("id")),
                fields.word("type", CampaignType.CALL),
                fields.text("name", Fields.MAX_NAME),
                fields.text("detail", Fields.MAX_TEXT),
                stopped(fields),
                fields.integer("service_level", 0, Campaign.MAX_SERVICE_LEVEL, DEFAULT_SERVICE_LEVEL),
                fields.word("end_handle", EndHandle.STOP),
                actions(fields, ACTIONS),
                fields.id("outplan_id"),
                fields.id("outdial_id"),
                fields.id("queue_id"),
                fields.id("next_campaign_id"),
                options(fields.object("outpace")),
                fields.stamps(),
                fields.rest());
    }

    /** A file can't make a campaign dial: only Start does. */
    private static CampaignStatus stopped(Fields fields) {
        var status = fields.word("status", CampaignStatus.STOP);
        if (status != CampaignStatus.STOP) {
            fields.warning("status", "import.stopped", Fields.word(status));
        }
        return CampaignStatus.STOP;
    }

    private static CampaignOptions options(@Nullable Fields fields) {
        if (fields == null) {
            return CampaignOptions.DEFAULT;
        }
        return new CampaignOptions(
                fields.integer("flows_at_once", 1, MAX_FLOWS_AT_ONCE, CampaignOptions.FLOWS_AT_ONCE),
                OptionsShape.pacing(fields.object(OptionsShape.PACING)),
                OptionsShape.compliance(fields.object(OptionsShape.COMPLIANCE)),
                OptionsShape.recording(fields),
                fields.id("rules_id"),
                fields.integer("fresh_share", 0, 100, CampaignOptions.FRESH_SHARE),
                fields.rest());
    }

    static List<Action> actions(Fields fields, String name) {
        return fields.objects(name, CampaignShape::action);
    }

    static Action action(Fields fields) {
        var id = fields.id("id");
        var nextId = fields.id("next_id");
        var type = fields.text("type", Fields.MAX_NAME);
        if (type.isBlank()) {
            fields.error("type", "field.missing");
        }
        return new Action(id, nextId, type, fields.tree("option"), fields.rest());
    }

    /** To be asked before the campaign is read. */
    static void oddIds(Fields fields, Map<FilePlace, String> into) {
        if (!(fields.peek(ACTIONS) instanceof Json.Array(var actions))) {
            return;
        }
        var place = fields.place().field(ACTIONS);
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i) instanceof Json.Obj action
                    && action.get("id") instanceof Json.Text(var id)
                    && !id.isEmpty()
                    && !Ids.parse(id).map(UUID::toString).equals(Optional.of(id))) {
                into.put(place.item(i), Shown.of(id));
            }
        }
    }

    static Json.Obj write(Campaign campaign) {
        var shape = new Shape(campaign.unknown())
                .id("id", campaign.id())
                .word("type", campaign.type())
                .text("name", campaign.name())
                .text("detail", campaign.detail())
                .word("status", campaign.status())
                .number("service_level", campaign.serviceLevel())
                .word("end_handle", campaign.endHandle())
                .put(ACTIONS, write(campaign.actions()))
                .id("outplan_id", campaign.outplanId())
                .id("outdial_id", campaign.outdialId())
                .id("queue_id", campaign.queueId())
                .id("next_campaign_id", campaign.nextCampaignId())
                .stamps(campaign.stamps());
        if (!campaign.options().equals(CampaignOptions.DEFAULT)) {
            shape.put("outpace", write(campaign.options()));
        }
        return shape.toJson();
    }

    private static Json.Obj write(CampaignOptions options) {
        var shape = new Shape(options.unknown());
        if (options.flowsAtOnce() != CampaignOptions.FLOWS_AT_ONCE) {
            shape.number("flows_at_once", options.flowsAtOnce());
        }
        OptionsShape.write(options, shape);
        if (!Ids.isNil(options.rulesId())) {
            shape.id("rules_id", options.rulesId());
        }
        if (options.freshShare() != CampaignOptions.FRESH_SHARE) {
            shape.number("fresh_share", options.freshShare());
        }
        return shape.toJson();
    }

    static Json.Array write(List<Action> actions) {
        return new Json.Array(actions.stream().<Json>map(CampaignShape::write).toList());
    }

    private static Json.Obj write(Action action) {
        var shape = new Shape(action.unknown())
                .id("id", action.id())
                .id("next_id", action.nextId())
                .text("type", action.type());
        var option = action.option();
        if (option != null) {
            shape.put("option", option);
        }
        return shape.toJson();
    }
}
