package dev.outpace.ui.campaign;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import org.kordamp.ikonli.feather.Feather;

/** How an action looks in a list: its icon and a few words about what it does. */
final class ActionWords {
    private final Texts texts;
    private final LiveWorkspace live;

    ActionWords(Texts texts, LiveWorkspace live) {
        this.texts = texts;
        this.live = live;
    }

    /** What this very action does; cut by the list where it is long. */
    String summary(Action action) {
        var type = ActionType.of(action.type()).filter(ActionType::runs).orElse(null);
        return switch (type) {
            case TALK -> action.options().text("text", "").replaceAll("\\s+", " ");
            case SLEEP -> texts.span(Duration.ofMillis(action.options().integer("duration", 0)));
            case QUEUE_JOIN -> queue(action);
            case null -> texts.get("actions.kept");
            default -> purpose(type);
        };
    }

    private String queue(Action action) {
        var id = FlowLead.queueOf(action);
        var row = live.queue(id);
        return row != null
                ? row.queue().name()
                : texts.get(Ids.isNil(id) ? "campaignSettings.none" : "actions.queueMissing");
    }

    /** What actions of a type that runs here do. */
    String purpose(ActionType type) {
        return texts.get("actions.purpose." + type.published());
    }

    static Feather icon(String type) {
        return switch (ActionType.of(type).orElse(null)) {
            case ANSWER -> Feather.PHONE;
            case TALK -> Feather.MESSAGE_SQUARE;
            case SLEEP -> Feather.CLOCK;
            case QUEUE_JOIN -> Feather.USERS;
            case HANGUP -> Feather.PHONE_OFF;
            case STOP -> Feather.SQUARE;
            case BRANCH -> Feather.GIT_BRANCH;
            case GOTO -> Feather.CORNER_UP_LEFT;
            case DIGITS_RECEIVE -> Feather.HASH;
            case PLAY -> Feather.VOLUME_2;
            case AMD -> Feather.VOICEMAIL;
            case CONDITION_VARIABLE, CONDITION_DATETIME, CONDITION_CALL_DIGITS, CONDITION_CALL_STATUS -> Feather.FILTER;
            case null, default -> Feather.BOX;
        };
    }
}
