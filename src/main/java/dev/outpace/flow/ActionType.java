package dev.outpace.flow;

import static dev.outpace.flow.OptionKind.ACTION;
import static dev.outpace.flow.OptionKind.ACTIONS;
import static dev.outpace.flow.OptionKind.ADDRESS;
import static dev.outpace.flow.OptionKind.ADDRESSES;
import static dev.outpace.flow.OptionKind.ATTACHMENTS;
import static dev.outpace.flow.OptionKind.BRANCHES;
import static dev.outpace.flow.OptionKind.CHOICE;
import static dev.outpace.flow.OptionKind.COUNT;
import static dev.outpace.flow.OptionKind.EXPRESSION;
import static dev.outpace.flow.OptionKind.FLAG;
import static dev.outpace.flow.OptionKind.FLOW;
import static dev.outpace.flow.OptionKind.KEYS;
import static dev.outpace.flow.OptionKind.LANGUAGE;
import static dev.outpace.flow.OptionKind.MILLISECONDS;
import static dev.outpace.flow.OptionKind.NUMBER;
import static dev.outpace.flow.OptionKind.PARAGRAPH;
import static dev.outpace.flow.OptionKind.QUEUE;
import static dev.outpace.flow.OptionKind.RESOURCE;
import static dev.outpace.flow.OptionKind.SECONDS;
import static dev.outpace.flow.OptionKind.TEXT;
import static dev.outpace.flow.OptionKind.URL;
import static dev.outpace.flow.OptionKind.URLS;
import static dev.outpace.flow.OptionKind.VARIABLE;
import static dev.outpace.flow.OptionKind.WEEKDAYS;
import static dev.outpace.flow.OptionSpec.option;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of the published action types: palette, forms, checks and the runner all read it. Other types are kept in a
 * flow and shown by the name that the file gave them. Summaries and names of options stand in the texts, by these names.
 *
 * <p>Source: the published contract, its action registry; {@code gender} of {@code talk} and {@code direction} of
 * {@code external_media_start} are older options that files still have.
 */
public enum ActionType {
    ANSWER(Category.CALL, Needs.CALL, Here.RUNS, "fth-phone"),
    HANGUP(
            Category.CALL,
            Needs.CALL,
            Here.RUNS,
            "fth-phone-off",
            option("reason", CHOICE, "normal", "failed", "busy", "cancel", "timeout", "noanswer", "dialout", "amd")
                    .otherwise("normal"),
            option("reference_id", RESOURCE)),
    AMD(
            Category.CALL,
            Needs.CALL,
            Here.RUNS,
            "fth-voicemail",
            option("machine_handle", CHOICE, "hangup", "continue"),
            option("async", FLAG)),
    TALK(
            Category.SPEECH,
            Needs.CALL,
            Here.RUNS,
            "fth-message-square",
            option("text", PARAGRAPH).must(),
            option("language", LANGUAGE),
            option("gender", CHOICE, "female", "male", "neutral"),
            option("provider", CHOICE, "gcp", "aws").otherwise("gcp"),
            option("voice_id", TEXT),
            option("digits_handle", CHOICE, "next"),
            option("async", FLAG)),
    PLAY(
            Category.SPEECH,
            Needs.CALL,
            Here.RUNS,
            "fth-volume-2",
            option("stream_urls", URLS).must()),
    BEEP(Category.SPEECH, Needs.CALL, Here.RUNS, "fth-bell"),
    RECORDING_START(
            Category.SPEECH,
            Needs.CALL,
            Here.RUNS,
            "fth-mic",
            option("format", CHOICE, "wav", "mp3", "ogg"),
            option("end_of_silence", SECONDS).between(0, Long.MAX_VALUE),
            option("end_of_key", CHOICE, "none", "any", "*", "#"),
            option("duration", SECONDS).between(0, Long.MAX_VALUE),
            option("beep_start", FLAG),
            option("on_end_flow_id", FLOW)),
    RECORDING_STOP(Category.SPEECH, Needs.CALL, Here.RUNS, "fth-mic-off"),
    ECHO(
            Category.SPEECH,
            Needs.CALL,
            Here.RUNS,
            "fth-repeat",
            option("duration", MILLISECONDS).otherwise("180000")),
    STREAM_ECHO(
            Category.SPEECH,
            Needs.CALL,
            Here.RUNS,
            "fth-repeat",
            option("duration", MILLISECONDS).otherwise("180000")),
    MUTE(Category.SPEECH, Needs.CALL, Here.SKIPPED, "fth-volume-x"),
    DIGITS_RECEIVE(
            Category.INPUT,
            Needs.CALL,
            Here.RUNS,
            "fth-hash",
            option("duration", MILLISECONDS).between(0, Long.MAX_VALUE),
            option("length", COUNT).between(0, 100),
            option("key", KEYS)),
    DIGITS_SEND(
            Category.INPUT,
            Needs.CALL,
            Here.RUNS,
            "fth-grid",
            option("digits", KEYS).must().between(0, 100),
            option("duration", MILLISECONDS).between(100, 1_000),
            option("interval", MILLISECONDS).between(0, 5_000)),
    BRANCH(
            Category.LOGIC,
            Needs.NOTHING,
            Here.RUNS,
            "fth-git-branch",
            option("variable", VARIABLE).otherwise("voipbin.call.digits"),
            option("target_ids", BRANCHES),
            option("default_target_id", ACTION)),
    CONDITION_DATETIME(
            Category.LOGIC,
            Needs.NOTHING,
            Here.RUNS,
            "fth-calendar",
            option("condition", CHOICE, "==", "!=", ">", ">=", "<", "<=").must(),
            option("hour", COUNT).between(-1, 23),
            option("minute", COUNT).between(-1, 59),
            option("day", COUNT).between(-1, 31),
            option("month", COUNT).between(-1, 12),
            option("weekdays", WEEKDAYS),
            option("false_target_id", ACTION)),
    CONDITION_VARIABLE(
            Category.LOGIC,
            Needs.NOTHING,
            Here.RUNS,
            "fth-filter",
            option("variable", EXPRESSION).must(),
            option("condition", CHOICE, "==", "!=", ">", ">=", "<", "<=").must(),
            option("value_type", CHOICE, "string", "number", "length").must(),
            option("value_string", TEXT),
            option("value_number", NUMBER),
            option("value_length", COUNT).between(0, Long.MAX_VALUE),
            option("false_target_id", ACTION)),
    CONDITION_CALL_DIGITS(
            Category.LOGIC,
            Needs.CALL,
            Here.RUNS,
            "fth-hash",
            option("length", COUNT).between(0, 100),
            option("key", KEYS),
            option("false_target_id", ACTION)),
    CONDITION_CALL_STATUS(
            Category.LOGIC,
            Needs.CALL,
            Here.RUNS,
            "fth-activity",
            option("status", CHOICE, "dialing", "ringing", "progressing", "terminating", "canceling", "hangup")
                    .must(),
            option("false_target_id", ACTION)),
    GOTO(
            Category.LOGIC,
            Needs.NOTHING,
            Here.RUNS,
            "fth-corner-up-left",
            option("target_id", ACTION),
            option("loop_count", COUNT).between(0, Long.MAX_VALUE)),
    SLEEP(
            Category.LOGIC,
            Needs.CALL,
            Here.RUNS,
            "fth-clock",
            option("duration", MILLISECONDS).must().between(0, Long.MAX_VALUE)),
    VARIABLE_SET(
            Category.LOGIC,
            Needs.NOTHING,
            Here.RUNS,
            "fth-edit-3",
            option("key", VARIABLE).must(),
            option("value", EXPRESSION)),
    FETCH_FLOW(
            Category.LOGIC,
            Needs.NOTHING,
            Here.RUNS,
            "fth-layers",
            option("flow_id", FLOW).must()),
    FETCH(
            Category.LOGIC,
            Needs.NOTHING,
            Here.REFUSES_START,
            "fth-download-cloud",
            option("event_url", URL).must(),
            option("event_method", CHOICE, "POST", "GET", "PUT", "DELETE")),
    BLOCK(Category.LOGIC, Needs.NO_CALL, Here.REFUSES_START, "fth-pause"),
    STOP(Category.LOGIC, Needs.NOTHING, Here.RUNS, "fth-square"),
    QUEUE_JOIN(
            Category.CONNECT,
            Needs.CALL,
            Here.RUNS,
            "fth-users",
            option("queue_id", QUEUE).must()),
    CONNECT(
            Category.CONNECT,
            Needs.CALL,
            Here.RUNS,
            "fth-phone-forwarded",
            option("source", ADDRESS),
            option("destinations", ADDRESSES).must(),
            option("early_media", FLAG),
            option("relay_reason", FLAG),
            option("anonymous", CHOICE, "auto", "yes", "no").otherwise("auto")),
    CALL(
            Category.CONNECT,
            Needs.NOTHING,
            Here.SKIPPED,
            "fth-phone-outgoing",
            option("source", ADDRESS),
            option("destinations", ADDRESSES).must(),
            option("flow_id", FLOW).mustUnless("actions"),
            option("actions", ACTIONS),
            option("chained", FLAG),
            option("early_execution", FLAG),
            option("anonymous", CHOICE, "auto", "yes", "no").otherwise("auto")),
    CONFERENCE_JOIN(
            Category.CONNECT,
            Needs.CALL,
            Here.RUNS,
            "fth-user-plus",
            option("conference_id", RESOURCE).must()),
    CONFBRIDGE_JOIN(
            Category.CONNECT,
            Needs.CALL,
            Here.RUNS,
            "fth-user-plus",
            option("confbridge_id", RESOURCE).must()),
    MESSAGE_SEND(
            Category.MESSAGES,
            Needs.NOTHING,
            Here.SKIPPED,
            "fth-message-circle",
            option("source", ADDRESS),
            option("destinations", ADDRESSES).must(),
            option("text", PARAGRAPH).must()),
    EMAIL_SEND(
            Category.MESSAGES,
            Needs.NOTHING,
            Here.SKIPPED,
            "fth-mail",
            option("destinations", ADDRESSES).must(),
            option("subject", TEXT),
            option("content", PARAGRAPH),
            option("attachments", ATTACHMENTS)),
    CONVERSATION_SEND(
            Category.MESSAGES,
            Needs.NOTHING,
            Here.SKIPPED,
            "fth-send",
            option("conversation_id", RESOURCE).must(),
            option("text", PARAGRAPH).must(),
            option("sync", FLAG)),
    WEBHOOK_SEND(
            Category.MESSAGES,
            Needs.NOTHING,
            Here.SKIPPED,
            "fth-link",
            option("uri", URL).must(),
            option("method", CHOICE, "POST", "GET", "PUT", "DELETE"),
            option("data_type", TEXT),
            option("data", PARAGRAPH),
            option("sync", FLAG)),
    CASE_CREATE(
            Category.MESSAGES,
            Needs.NOTHING,
            Here.SKIPPED,
            "fth-briefcase",
            option("name", TEXT),
            option("detail", PARAGRAPH),
            option("note", PARAGRAPH),
            option("sync", FLAG)),
    AI_TALK(
            Category.AI,
            Needs.NOTHING,
            Here.SKIPPED,
            "fth-cpu",
            option("assistance_type", CHOICE, "ai", "team"),
            option("assistance_id", RESOURCE).mustUnless("ai_id"),
            option("duration", SECONDS).between(0, Long.MAX_VALUE),
            option("ai_id", RESOURCE)),
    AI_TASK(
            Category.AI,
            Needs.NO_CALL,
            Here.SKIPPED,
            "fth-cpu",
            option("assistance_type", CHOICE, "ai", "team"),
            option("assistance_id", RESOURCE).mustUnless("ai_id"),
            option("ai_id", RESOURCE)),
    AI_SUMMARY(
            Category.AI,
            Needs.NO_CALL,
            Here.SKIPPED,
            "fth-file-text",
            option("on_end_flow_id", FLOW),
            option("reference_type", CHOICE, "call", "conference", "transcribe", "recording"),
            option("reference_id", RESOURCE),
            option("language", LANGUAGE)),
    TRANSCRIBE_START(
            Category.AI,
            Needs.CALL,
            Here.SKIPPED,
            "fth-align-left",
            option("language", LANGUAGE),
            option("provider", CHOICE, "gcp", "aws"),
            option("direction", CHOICE, "in", "out", "both").otherwise("both"),
            option("on_end_flow_id", FLOW)),
    TRANSCRIBE_STOP(Category.AI, Needs.CALL, Here.SKIPPED, "fth-align-left"),
    TRANSCRIBE_RECORDING(
            Category.AI,
            Needs.NOTHING,
            Here.SKIPPED,
            "fth-align-left",
            option("language", LANGUAGE),
            option("provider", CHOICE, "gcp", "aws"),
            option("direction", CHOICE, "in", "out", "both").otherwise("both"),
            option("on_end_flow_id", FLOW)),
    EXTERNAL_MEDIA_START(
            Category.AI,
            Needs.CALL,
            Here.SKIPPED,
            "fth-radio",
            option("external_host", TEXT).must(),
            option("encapsulation", CHOICE, "rtp").otherwise("rtp"),
            option("transport", CHOICE, "udp").otherwise("udp"),
            option("transport_data", TEXT),
            option("connection_type", CHOICE, "client").otherwise("client"),
            option("format", CHOICE, "ulaw").otherwise("ulaw"),
            option("direction", TEXT),
            option("direction_listen", TEXT),
            option("direction_speak", TEXT),
            option("data", TEXT)),
    EXTERNAL_MEDIA_STOP(Category.AI, Needs.CALL, Here.SKIPPED, "fth-radio");

    /** Where it stands in the palette. */
    public enum Category {
        CALL,
        SPEECH,
        INPUT,
        LOGIC,
        CONNECT,
        MESSAGES,
        AI
    }

    /** Published as its media: one that doesn't fit is passed over without a word. */
    public enum Needs {
        CALL,
        NO_CALL,
        NOTHING
    }

    /** What becomes of it in a campaign of this workspace. */
    public enum Here {
        RUNS,
        /** Left out, with a line in the call's history; starting asks first. */
        SKIPPED,
        /** It decides where a call goes, so that leaving it out would be another flow. */
        REFUSES_START
    }

    private static final Map<String, ActionType> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ActionType::published, Function.identity()));

    private final Category category;
    private final Needs needs;
    private final Here here;
    private final String icon;

    @SuppressWarnings("ImmutableEnumChecker") // A list that was made by List.of.
    private final List<OptionSpec> options;

    ActionType(Category category, Needs needs, Here here, String icon, OptionSpec... options) {
        this.category = category;
        this.needs = needs;
        this.here = here;
        this.icon = icon;
        this.options = List.of(options);
    }

    /** The name that stands in files. */
    public String published() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ActionType> of(String published) {
        return Optional.ofNullable(BY_NAME.get(published));
    }

    public Category category() {
        return category;
    }

    public Needs needs() {
        return needs;
    }

    public Here here() {
        return here;
    }

    /** Its name in the Feather icons. */
    public String icon() {
        return icon;
    }

    public List<OptionSpec> options() {
        return options;
    }

    public Optional<OptionSpec> spec(String name) {
        return options.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }

    /** Whether it is passed over for want of its media: {@code onCall} false in a campaign of type flow. */
    public boolean lacksMedia(boolean onCall) {
        return needs == (onCall ? Needs.NO_CALL : Needs.CALL);
    }

    public boolean runs() {
        return here == Here.RUNS;
    }

    /** Nothing follows it. */
    public boolean ends() {
        return this == HANGUP || this == STOP;
    }

    /** Whether it is one order to the leg of a call, whatever happened before. */
    boolean isMediaOrder() {
        return switch (this) {
            case TALK,
                    PLAY,
                    BEEP,
                    DIGITS_SEND,
                    ECHO,
                    STREAM_ECHO,
                    AMD,
                    RECORDING_START,
                    RECORDING_STOP,
                    CONNECT,
                    CONFERENCE_JOIN,
                    CONFBRIDGE_JOIN -> true;
            default -> false;
        };
    }

    public boolean isCondition() {
        return switch (this) {
            case CONDITION_CALL_DIGITS, CONDITION_CALL_STATUS, CONDITION_DATETIME, CONDITION_VARIABLE -> true;
            default -> false;
        };
    }

    /** Still published, but there is a better one. */
    public boolean isDeprecated() {
        return this == CONDITION_CALL_DIGITS || this == CONDITION_CALL_STATUS;
    }
}
