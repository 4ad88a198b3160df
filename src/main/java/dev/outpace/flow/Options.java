package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Reads the options of actions as a run needs them, with every variable filled in. Absent is as good as zero. */
final class Options {
    /** Nothing in a flow takes longer than a day. */
    private static final long MAX_MILLIS = Duration.ofDays(1).toMillis();

    private static final Duration ECHO = Duration.ofMinutes(3);

    private final UnaryOperator<String> fill;

    Options(Variables variables) {
        this(variables::fill);
    }

    /** @param fill puts values into a text, in place of its variables */
    Options(UnaryOperator<String> fill) {
        this.fill = fill;
    }

    String text(Action action, String name) {
        return fill.apply(action.options().text(name, ""));
    }

    /** Whether a text of the action has a variable that is not filled in. */
    boolean isVariable(Action action) {
        return action.options().fields().values().stream()
                .anyMatch(value ->
                        value instanceof Json.Text(var text) && fill.apply(text).contains("${"));
    }

    long count(Action action, String name) {
        return action.options().integer(name, 0);
    }

    boolean flag(Action action, String name) {
        return action.options().get(name) instanceof Json.Bool(var on) && on;
    }

    Duration millis(Action action, String name) {
        return Duration.ofMillis(Math.clamp(count(action, name), 0, MAX_MILLIS));
    }

    private Duration seconds(Action action, String name) {
        return Duration.ofSeconds(Math.clamp(count(action, name), 0, MAX_MILLIS / 1_000));
    }

    private List<String> texts(Action action, String name) {
        return action.options().get(name) instanceof Json.Array(var items)
                ? items.stream()
                        .filter(Json.Text.class::isInstance)
                        .map(item -> fill.apply(((Json.Text) item).value()))
                        .toList()
                : List.of();
    }

    private List<Address> addresses(Action action, String name) {
        return action.options().get(name) instanceof Json.Array(var items)
                ? items.stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(item -> address((Json.Obj) item))
                        .filter(address -> !address.isEmpty())
                        .toList()
                : List.of();
    }

    /** One without a type is a number (published). */
    private Address address(Json.Obj fields) {
        var type = fields.text("type", "tel");
        return new Address(
                type,
                fill.apply(fields.text("target", "")).strip(),
                fill.apply(fields.text("target_name", "")),
                fill.apply(fields.text("name", "")),
                "");
    }

    /** Nil for what is no id. */
    private UUID id(Action action, String name) {
        return Ids.parse(text(action, name).strip()).orElse(Ids.NIL);
    }

    MediaOrder.ReceiveDigits receive(Action action) {
        return new MediaOrder.ReceiveDigits(
                millis(action, "duration"), Math.clamp(count(action, "length"), 0, 100), text(action, "key"));
    }

    MediaOrder order(ActionType type, Action action) {
        return switch (type) {
            case TALK ->
                new MediaOrder.Talk(
                        text(action, "text"),
                        text(action, "language"),
                        text(action, "voice_id"),
                        text(action, "provider"),
                        text(action, "digits_handle").equals("next"),
                        !flag(action, "async"));
            case PLAY -> new MediaOrder.Play(texts(action, "stream_urls"));
            case BEEP -> new MediaOrder.Beep();
            case DIGITS_SEND ->
                new MediaOrder.SendDigits(
                        text(action, "digits"), millis(action, "duration"), millis(action, "interval"));
            case ECHO, STREAM_ECHO ->
                new MediaOrder.Echo(count(action, "duration") <= 0 ? ECHO : millis(action, "duration"));
            case AMD -> new MediaOrder.DetectMachine(!flag(action, "async"));
            case RECORDING_START -> {
                var endKey = text(action, "end_of_key");
                yield new MediaOrder.StartRecording(
                        text(action, "format"),
                        seconds(action, "end_of_silence"),
                        endKey.equals("none") ? "" : endKey,
                        seconds(action, "duration"));
            }
            case RECORDING_STOP -> new MediaOrder.StopRecording();
            case CONNECT ->
                new MediaOrder.Connect(
                        addresses(action, "destinations"),
                        action.options().get("source") instanceof Json.Obj source ? address(source) : null,
                        flag(action, "early_media"));
            case CONFERENCE_JOIN -> new MediaOrder.Conference(id(action, "conference_id"));
            case CONFBRIDGE_JOIN -> new MediaOrder.Conference(id(action, "confbridge_id"));
            default -> throw new IllegalArgumentException("no media order: " + type);
        };
    }
}
