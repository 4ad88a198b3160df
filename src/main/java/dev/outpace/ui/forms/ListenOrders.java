package dev.outpace.ui.forms;

import dev.outpace.model.CallStage;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Ids;
import dev.outpace.model.ListenMode;
import dev.outpace.ui.shell.Shortcut;
import org.jspecify.annotations.Nullable;

/** Lets a supervisor hear the talk of a call, wherever the call is shown. */
public interface ListenOrders {
    /** For a telephony that can't. */
    ListenOrders NONE = new ListenOrders() {
        @Override
        public boolean isPossible() {
            return false;
        }

        @Override
        public void listen(CampaignCall call, ListenMode mode) {}
    };

    /** Whether the telephony can; where it can't, nothing of it is shown. */
    boolean isPossible();

    void listen(CampaignCall call, ListenMode mode);

    /**
     * The keys that let a supervisor hear a call.
     *
     * @param call the one that is selected; null for none
     * @return whether it was one of them, also where there is nothing to hear
     */
    default boolean perform(Shortcut shortcut, @Nullable CampaignCall call) {
        var mode = switch (shortcut) {
            case LISTEN -> ListenMode.LISTEN;
            case WHISPER -> ListenMode.WHISPER;
            case BARGE -> ListenMode.BARGE;
            default -> null;
        };
        if (mode != null && call != null && canHear(call)) {
            listen(call, mode);
        }
        return mode != null;
    }

    /** Whether there is somebody to hear: an agent talks to the caller. */
    default boolean canHear(CampaignCall call) {
        return isPossible() && CallStage.of(call) == CallStage.TALKING && !Ids.isNil(call.agentId());
    }
}
