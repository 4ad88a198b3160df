package dev.outpace.flow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published action types. Other types are kept in a flow and shown by the name that the file gave them. */
public enum ActionType {
    AI_SUMMARY(Kind.OTHER),
    AI_TALK(Kind.OTHER),
    AI_TASK(Kind.OTHER),
    AMD(Kind.MEDIA),
    ANSWER(Kind.MEDIA),
    BEEP(Kind.MEDIA),
    BLOCK(Kind.OTHER),
    BRANCH(Kind.LOGIC),
    CALL(Kind.OTHER),
    CASE_CREATE(Kind.OTHER),
    CONDITION_CALL_DIGITS(Kind.LOGIC),
    CONDITION_CALL_STATUS(Kind.LOGIC),
    CONDITION_DATETIME(Kind.LOGIC),
    CONDITION_VARIABLE(Kind.LOGIC),
    CONFBRIDGE_JOIN(Kind.MEDIA),
    CONFERENCE_JOIN(Kind.MEDIA),
    CONNECT(Kind.MEDIA),
    CONVERSATION_SEND(Kind.OTHER),
    DIGITS_RECEIVE(Kind.MEDIA),
    DIGITS_SEND(Kind.MEDIA),
    ECHO(Kind.MEDIA),
    EMAIL_SEND(Kind.OTHER),
    EXTERNAL_MEDIA_START(Kind.MEDIA),
    EXTERNAL_MEDIA_STOP(Kind.MEDIA),
    FETCH(Kind.LOGIC),
    FETCH_FLOW(Kind.LOGIC),
    GOTO(Kind.LOGIC),
    HANGUP(Kind.MEDIA),
    MESSAGE_SEND(Kind.OTHER),
    MUTE(Kind.MEDIA),
    PLAY(Kind.MEDIA),
    QUEUE_JOIN(Kind.QUEUE),
    RECORDING_START(Kind.MEDIA),
    RECORDING_STOP(Kind.MEDIA),
    SLEEP(Kind.MEDIA),
    STOP(Kind.LOGIC),
    STREAM_ECHO(Kind.MEDIA),
    TALK(Kind.MEDIA),
    TRANSCRIBE_START(Kind.MEDIA),
    TRANSCRIBE_STOP(Kind.MEDIA),
    TRANSCRIBE_RECORDING(Kind.OTHER),
    VARIABLE_SET(Kind.LOGIC),
    WEBHOOK_SEND(Kind.OTHER);

    /** {@code MEDIA} needs a call; {@code LOGIC} and {@code QUEUE} decide where a call goes and can't be left out. */
    public enum Kind {
        MEDIA,
        LOGIC,
        QUEUE,
        OTHER
    }

    private static final Map<String, ActionType> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ActionType::published, Function.identity()));

    private final Kind kind;

    ActionType(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The name that stands in files. */
    public String published() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ActionType> of(String published) {
        return Optional.ofNullable(BY_NAME.get(published));
    }

    /** Whether a flow does something with it, on a telephony that speaks. */
    public boolean runs() {
        return switch (this) {
            case ANSWER, TALK, SLEEP, QUEUE_JOIN, HANGUP, STOP -> true;
            default -> false;
        };
    }

    /** What a form offers of it; an action may carry more, which is kept. Empty for one that can't run here. */
    public List<OptionSpec> options() {
        return switch (this) {
            case TALK ->
                List.of(
                        OptionSpec.of("text", OptionSpec.Kind.PARAGRAPH),
                        OptionSpec.of("language", OptionSpec.Kind.LINE),
                        OptionSpec.of("provider", OptionSpec.Kind.CHOICE, "gcp", "aws"),
                        OptionSpec.of("voice_id", OptionSpec.Kind.LINE),
                        OptionSpec.of("digits_handle", OptionSpec.Kind.CHOICE, "next"),
                        OptionSpec.of("async", OptionSpec.Kind.FLAG));
            case SLEEP -> List.of(OptionSpec.of("duration", OptionSpec.Kind.MILLIS));
            case QUEUE_JOIN -> List.of(OptionSpec.of("queue_id", OptionSpec.Kind.QUEUE));
            default -> List.of();
        };
    }

    public boolean needsCall() {
        return kind == Kind.MEDIA || kind == Kind.QUEUE;
    }
}
