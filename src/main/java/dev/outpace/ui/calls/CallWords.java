package dev.outpace.ui.calls;

import dev.outpace.model.Address;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStage;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Calls in a person's words. */
final class CallWords {

    private static final Look ABANDONED = new Look(Tone.WARNING, Symbol.of(Feather.USER_X));
    private static final Look NOT_PLACED = new Look(Tone.NEUTRAL, Symbol.of(Feather.SLASH));

    private final Texts texts;
    private final LiveWorkspace live;

    CallWords(Texts texts, LiveWorkspace live) {
        this.texts = texts;
        this.live = live;
    }

    /** "10:42:18" on the day of {@code now}, "11 May 2026, 10:42" on others. */
    String moment(Instant moment, Instant now) {
        boolean today = moment.atZone(texts.zone())
                .toLocalDate()
                .equals(now.atZone(texts.zone()).toLocalDate());
        return today ? texts.time(moment) : texts.dateMinute(moment);
    }

    Look look(CampaignCall call) {
        if (endedLate(call)) {
            return ABANDONED;
        }
        return call.status() == CallStatus.DONE ? look(call.cause()) : Looks.of(CallStage.of(call));
    }

    /** Whether a success counts as abandoned nevertheless. */
    private static boolean endedLate(CampaignCall call) {
        return call.takenLate() && call.cause() == EndCause.NORMAL;
    }

    private static Look look(@Nullable EndCause cause) {
        return switch (cause) {
            case ABANDONED -> ABANDONED;
            case NOT_PLACED -> NOT_PLACED;
            case NORMAL -> Looks.of(CallResult.SUCCESS);
            case null, default -> Looks.of(CallResult.FAIL);
        };
    }

    /** "Dialing", "Waiting", "Success", and for a failure how it ended: "Busy". */
    String status(CampaignCall call) {
        if (endedLate(call)) {
            return texts.get("calls.cause.late");
        }
        var stage = CallStage.of(call);
        return stage == CallStage.DONE
                ? cause(call.cause())
                : texts.get("status.call." + stage.name().toLowerCase(Locale.ROOT));
    }

    String unknown() {
        return texts.get("status.unknown");
    }

    /** "Talking, Aiko Tanaka". */
    String lastKnown(CampaignCall call) {
        var agent = agent(call.agentId());
        return agent.isEmpty() || agent.equals(Texts.NOT_APPLICABLE) ? status(call) : status(call) + ", " + agent;
    }

    /** How long it had lasted: since its answer, or since its order. */
    String timeThen(CampaignCall call, Instant moment) {
        var from = call.answeredAt() == null ? call.createdAt() : call.answeredAt();
        return texts.stopwatch(Duration.between(from, moment.isBefore(from) ? from : moment));
    }

    String cause(@Nullable EndCause cause) {
        return cause == null ? texts.get("status.result.fail") : texts.get("calls.cause." + cause);
    }

    /** What it means how the call ended, as a sentence; empty before its end. */
    String explained(CampaignCall call) {
        var cause = call.cause();
        return cause == null ? "" : texts.get(endedLate(call) ? "calls.explained.late" : "calls.explained." + cause);
    }

    String campaign(UUID id) {
        var row = live.campaign(id);
        return row == null ? texts.get("calls.gone") : row.campaign().name();
    }

    String agent(UUID id) {
        if (Ids.isNil(id)) {
            return Texts.NOT_APPLICABLE;
        }
        var row = live.agent(id);
        return row == null ? texts.get("calls.gone") : row.agent().name();
    }

    String queue(UUID id) {
        if (Ids.isNil(id)) {
            return Texts.NOT_APPLICABLE;
        }
        var row = live.queue(id);
        return row == null ? texts.get("calls.gone") : row.queue().name();
    }

    String number(CampaignCall call) {
        var number = PhoneNumbers.show(call.destination());
        return number.isEmpty() ? Texts.NOT_APPLICABLE : number;
    }

    /** "1 · 2": the second try of the first destination. */
    String tries(CampaignCall call) {
        return call.destination() == null
                ? texts.number(call.tryCount())
                : texts.get("calls.tries", texts.number(call.destinationIndex() + 1L), texts.number(call.tryCount()));
    }

    /** From the order until a person answered, or until the end. */
    String ring(CampaignCall call, Instant now) {
        return call.destination() == null
                ? Texts.NOT_APPLICABLE
                : lasting(call.createdAt(), first(call.answeredAt(), call.endedAt(), now));
    }

    /** In the actions: from the answer until the call joined a queue, had an agent or ended. */
    String menu(CampaignCall call, Instant now) {
        var from = call.answeredAt();
        return from == null || call.destination() == null
                ? Texts.NOT_APPLICABLE
                : lasting(from, first(first(call.queuedAt(), call.connectedAt()), call.endedAt(), now));
    }

    /** With an agent. */
    String talk(CampaignCall call, Instant now) {
        var from = call.connectedAt();
        return from == null ? Texts.NOT_APPLICABLE : lasting(from, first(call.endedAt(), null, now));
    }

    /** In the queue, until an agent took the call or it ended. */
    String wait(CampaignCall call, Instant now) {
        var from = call.queuedAt();
        return from == null ? Texts.NOT_APPLICABLE : lasting(from, first(call.connectedAt(), call.endedAt(), now));
    }

    private static @Nullable Instant first(@Nullable Instant moment, @Nullable Instant otherwise) {
        return moment != null ? moment : otherwise;
    }

    private static Instant first(@Nullable Instant moment, @Nullable Instant otherwise, Instant now) {
        return moment != null ? moment : otherwise != null ? otherwise : now;
    }

    String lasting(Instant from, Instant to) {
        return texts.stopwatch(Duration.between(from, to));
    }

    Look look(CallStep step) {
        return switch (step.kind()) {
            case ORDERED -> Looks.of(CallStatus.DIALING);
            case REFUSED -> new Look(Tone.WARNING, Symbol.of(Feather.SLASH));
            case RINGING -> new Look(Tone.ACCENT, Symbol.of(Feather.BELL));
            case ANSWERED -> Looks.of(CallStatus.PROGRESSING);
            case ACTION -> new Look(Tone.NEUTRAL, Symbol.of(Feather.PLAY));
            case ACTION_SKIPPED -> new Look(Tone.WARNING, Symbol.of(Feather.SKIP_FORWARD));
            case QUEUE_JOINED -> new Look(Tone.NEUTRAL, Symbol.of(Feather.USERS));
            case AGENT_RINGING -> new Look(Tone.ACCENT, Symbol.of(Feather.PHONE_INCOMING));
            case AGENT_MISSED -> new Look(Tone.WARNING, Symbol.of(Feather.PHONE_MISSED));
            case AGENT_CONNECTED -> new Look(Tone.SUCCESS, Symbol.of(Feather.HEADPHONES));
            case AGENT_RELEASED -> new Look(Tone.NEUTRAL, Symbol.of(Feather.HEADPHONES));
            case QUEUE_LEFT -> new Look(Tone.NEUTRAL, Symbol.of(Feather.LOG_OUT));
            case LISTENED -> new Look(Tone.ACCENT, Symbol.of(Feather.HEADPHONES));
            case HANG_UP_ORDERED -> new Look(Tone.NEUTRAL, Symbol.of(Feather.PHONE_OFF));
            case ENDED -> causeOf(step.text()) == null ? Looks.of(CallStatus.DONE) : look(causeOf(step.text()));
        };
    }

    String title(CallStep step) {
        return switch (step.kind()) {
            case ACTION -> texts.get("calls.step.ACTION", type(step.text()));
            case LISTENED -> known("calls.step.LISTENED." + type(step.text()), texts.get("calls.step.LISTENED"));
            default -> texts.get("calls.step." + step.kind());
        };
    }

    /** Empty where the title says it all. */
    String detail(CallStep step) {
        var text = step.text();
        return switch (step.kind()) {
            case RINGING, ANSWERED -> "";
            case ACTION -> way(text);
            case ORDERED -> PhoneNumbers.show(Address.tel(text));
            case REFUSED -> text;
            case ACTION_SKIPPED -> skipped(text);
            case QUEUE_JOINED -> queue(UUID.fromString(text));
            case AGENT_RINGING, AGENT_CONNECTED -> agent(UUID.fromString(text));
            case AGENT_MISSED -> ofAgent("calls.missed.", text);
            case AGENT_RELEASED -> ofAgent("calls.released.", text);
            case QUEUE_LEFT -> known("calls.left." + text, text);
            case LISTENED -> text.substring(text.indexOf(' ') + 1);
            case HANG_UP_ORDERED, ENDED -> known("calls.cause." + text, text);
        };
    }

    private String ofAgent(String words, String text) {
        var what = text.substring(text.indexOf(' ') + 1);
        return texts.get("calls.ofAgent", agent(UUID.fromString(type(text))), known(words + what, what));
    }

    private static String type(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    /** Which way an action that decides went, after its type. */
    private String way(String text) {
        int space = text.indexOf(' ');
        var way = text.substring(space + 1);
        return space < 0 ? "" : way.startsWith("=") ? way.substring(1) : known("calls.way." + way, way);
    }

    /** "talk: it cannot run here", from the type and a code, or only a reason. */
    private String skipped(String text) {
        int space = text.indexOf(' ');
        var code = text.substring(space + 1);
        var key = "calls.reason." + code;
        if (!texts.bundle().containsKey(key)) {
            return text;
        }
        return space < 0 ? texts.get(key) : texts.get("calls.skipped", text.substring(0, space), texts.get(key));
    }

    private String known(String key, String otherwise) {
        return texts.bundle().containsKey(key) ? texts.get(key) : otherwise;
    }

    private static @Nullable EndCause causeOf(String name) {
        for (var cause : EndCause.values()) {
            if (cause.name().equals(name)) {
                return cause;
            }
        }
        return null;
    }
}
