package dev.outpace.ui.controls;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStage;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.ListenMode;
import dev.outpace.model.Severity;
import dev.outpace.model.TargetStatus;
import org.kordamp.ikonli.feather.Feather;

/** The table "colour + icon + word" of the design; the words stand in the texts under {@code status.}. */
public final class Looks {

    private Looks() {}

    public static Look of(CampaignStatus status) {
        return switch (status) {
            case RUN -> new Look(Tone.SUCCESS, Symbol.TRIANGLE);
            case STOPPING -> new Look(Tone.WARNING, Symbol.LOADER);
            case STOP -> new Look(Tone.NEUTRAL, Symbol.SQUARE);
        };
    }

    public static Look of(CallStatus status) {
        return switch (status) {
            case DIALING -> new Look(Tone.ACCENT, Symbol.of(Feather.PHONE_OUTGOING));
            case PROGRESSING -> new Look(Tone.SUCCESS, Symbol.of(Feather.PHONE_CALL));
            case DONE -> new Look(Tone.NEUTRAL, Symbol.of(Feather.CHECK_CIRCLE));
        };
    }

    public static Look of(CallStage stage) {
        return switch (stage) {
            case DIALING -> of(CallStatus.DIALING);
            case MENU -> new Look(Tone.NEUTRAL, Symbol.of(Feather.MESSAGE_SQUARE));
            case WAITING -> new Look(Tone.WARNING, Symbol.of(Feather.CLOCK));
            case TALKING -> of(CallStatus.PROGRESSING);
            case FLOW -> new Look(Tone.SUCCESS, Symbol.of(Feather.GIT_BRANCH));
            case DONE -> of(CallStatus.DONE);
        };
    }

    /** While the link is lost: what it is that nobody knows stands beside it. */
    public static Look ofUnknown() {
        return new Look(Tone.WARNING, Symbol.of(Feather.HELP_CIRCLE));
    }

    /** After a call, busy without one. */
    public static Look ofWrapUp() {
        return new Look(Tone.ACCENT, Tone.DEFAULT, Symbol.of(Feather.EDIT_3));
    }

    /** A call without a result yet looks like one that is dialing. */
    public static Look of(CallResult result) {
        return switch (result) {
            case NONE -> of(CallStatus.DIALING);
            case SUCCESS -> new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));
            case FAIL -> new Look(Tone.NEUTRAL, Symbol.of(Feather.X_CIRCLE));
        };
    }

    /** @param success whether a done target was reached; of no meaning for the others */
    public static Look of(TargetStatus status, boolean success) {
        return switch (status) {
            case IDLE -> new Look(Tone.NEUTRAL, Symbol.RING);
            case PROGRESSING -> new Look(Tone.ACCENT, Symbol.of(Feather.PHONE_OUTGOING));
            case DONE -> of(success ? CallResult.SUCCESS : CallResult.FAIL);
            case NOT_CALLABLE -> new Look(Tone.NEUTRAL, Symbol.of(Feather.SLASH));
        };
    }

    public static Look of(AgentStatus status) {
        return switch (status) {
            case AVAILABLE -> new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));
            case RINGING -> new Look(Tone.ACCENT, Symbol.of(Feather.PHONE_INCOMING));
            case BUSY -> new Look(Tone.ACCENT, Tone.DEFAULT, Symbol.of(Feather.PHONE_CALL));
            case AWAY -> new Look(Tone.WARNING, Symbol.of(Feather.COFFEE));
            case OFFLINE -> new Look(Tone.NEUTRAL, Symbol.of(Feather.SLASH));
        };
    }

    public static Look of(ListenMode mode) {
        return new Look(
                Tone.ACCENT,
                Symbol.of(
                        switch (mode) {
                            case LISTEN -> Feather.HEADPHONES;
                            case WHISPER -> Feather.MIC;
                            case BARGE -> Feather.USERS;
                        }));
    }

    public static Look of(Severity severity) {
        return switch (severity) {
            case WARNING -> new Look(Tone.WARNING, Symbol.of(Feather.ALERT_TRIANGLE));
            case ERROR -> new Look(Tone.DANGER, Symbol.of(Feather.ALERT_OCTAGON));
        };
    }
}
