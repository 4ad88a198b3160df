package dev.outpace.ui.campaign;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.PacingMode;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names and values of a campaign's fields as a person reads them. */
final class FieldWords {
    private final Texts texts;
    private final LiveWorkspace live;

    FieldWords(Texts texts, LiveWorkspace live) {
        this.texts = texts;
        this.live = live;
    }

    String name(CampaignField<?> field) {
        return texts.get("campaignField." + field.place());
    }

    /** The value of this field, an id by the name of what it leads to. */
    String value(CampaignField<?> field, Object value) {
        return switch (value) {
            case UUID id -> reference(field, id);
            case CampaignType type -> texts.get(type == CampaignType.CALL ? "campaignType.call" : "campaignType.flow");
            case EndHandle end -> texts.get(end == EndHandle.STOP ? "endHandle.stop" : "endHandle.continue");
            case Integer number -> number(field, number);
            case Double share -> texts.percent(100 * share, 1);
            case PacingMode mode -> texts.get("pacingMode." + mode.text());
            case AbandonWindow window -> texts.get("abandonWindow." + window.text());
            case AbandonDenominator denominator -> texts.get("abandonDenominator." + denominator.text());
            case AbandonFrom from -> texts.get("abandonFrom." + from.text());
            case Boolean flag -> texts.get(flag ? "control.on" : "control.off");
            case Json.Obj layout ->
                texts.get("flowCanvas.places", layout.fields().size());
            case List<?> actions -> texts.get("actions.count", actions.size());
            default -> value.toString().isEmpty() ? texts.get("campaignSettings.none") : value.toString();
        };
    }

    private String number(CampaignField<?> field, int number) {
        if (field.equals(CampaignField.SERVICE_LEVEL)) {
            return texts.percent(number);
        }
        if (field.equals(CampaignField.FRESH_SHARE)) {
            return texts.percent(number);
        }
        if (field.equals(CampaignField.REDIAL_HOURS)) {
            return texts.get("format.hours", number);
        }
        return texts.get("format.exactSeconds", number / 1_000.0);
    }

    /** "was 100 %"; empty while the field is unchanged. */
    String was(CampaignField<?> field, CampaignEdit edit) {
        return edit.isChanged(field) ? texts.get("control.was", value(field, edit.saved(field))) : "";
    }

    private String reference(CampaignField<?> field, UUID id) {
        if (Ids.isNil(id)) {
            return texts.get("campaignSettings.none");
        }
        var name = resourceName(field, id);
        return name == null ? missing(id) : name;
    }

    String missing(UUID id) {
        return texts.get("campaignSettings.missing", id);
    }

    private @Nullable String resourceName(CampaignField<?> field, UUID id) {
        if (field.equals(CampaignField.OUTPLAN)) {
            var row = live.outplan(id);
            return row == null ? null : row.outplan().name();
        }
        if (field.equals(CampaignField.LIST)) {
            var row = live.outdial(id);
            return row == null ? null : row.outdial().name();
        }
        if (field.equals(CampaignField.QUEUE)) {
            var row = live.queue(id);
            return row == null ? null : row.queue().name();
        }
        if (field.equals(CampaignField.RULES)) {
            var row = live.ruleSet(id);
            return row == null ? null : row.rules().name();
        }
        var row = live.campaign(id);
        return row == null ? null : row.campaign().name();
    }
}
