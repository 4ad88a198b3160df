package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.PortKind;
import dev.outpace.flow.FlowLead;
import dev.outpace.flow.OptionKind;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a card says in one line, and the words on its links. */
final class FlowWords {
    private static final int MAX_LABEL = 18;

    private final Texts texts;
    private final Function<UUID, @Nullable String> queueName;

    /** @param queueName null for a queue that isn't there */
    FlowWords(Texts texts, Function<UUID, @Nullable String> queueName) {
        this.texts = texts;
        this.queueName = queueName;
    }

    static String icon(Action action) {
        return ActionType.of(action.type()).map(ActionType::icon).orElse("fth-box");
    }

    String summary(FlowDocument document, int index) {
        var action = document.actions().get(index);
        var options = action.options();
        return switch (ActionType.of(action.type()).orElse(null)) {
            case TALK, MESSAGE_SEND, CONVERSATION_SEND -> line(options.text("text", ""));
            case SLEEP, ECHO, STREAM_ECHO -> span(options, "duration");
            case DIGITS_RECEIVE -> digits(options);
            case BRANCH -> branch(options);
            case CONDITION_VARIABLE -> condition(options);
            case GOTO -> jump(document, index);
            case QUEUE_JOIN -> queue(action);
            case ANSWER -> texts.get("flowCanvas.summary.answer");
            case HANGUP -> texts.get("flowCanvas.summary.hangup");
            case STOP -> texts.get("flowCanvas.summary.stop");
            case VARIABLE_SET -> options.text("key", "") + " = " + line(options.text("value", ""));
            case null -> texts.get("flowCanvas.summary.kept");
            default -> firstText(action);
        };
    }

    /** The first option that says something, or else the category. */
    private String firstText(Action action) {
        var type = ActionType.of(action.type()).orElseThrow();
        return type.options().stream()
                .filter(spec -> spec.kind() != OptionKind.ACTION && !spec.kind().isResource())
                .map(spec -> switch (action.options().get(spec.name())) {
                    case Json.Text(var text) -> line(text);
                    case Json.Array(var items)
                    when !items.isEmpty() && items.getFirst() instanceof Json.Text(var text) -> line(text);
                    case null, default -> "";
                })
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() ->
                        texts.get("action.category." + type.category().name().toLowerCase(Locale.ROOT)));
    }

    private String span(Json.Obj options, String name) {
        return texts.span(Duration.ofMillis(options.integer(name, 0)));
    }

    private String digits(Json.Obj options) {
        return texts.get("flowCanvas.summary.digits", options.integer("length", 1), span(options, "duration"));
    }

    private String branch(Json.Obj options) {
        var variable = options.text("variable", "");
        return variable.isEmpty() || variable.equals("voipbin.call.digits")
                ? texts.get("flowCanvas.summary.branch.key")
                : texts.get("flowCanvas.summary.branch", variable);
    }

    private static String condition(Json.Obj options) {
        var value = switch (options.text("value_type", "")) {
            case "number" -> options.get("value_number") instanceof Json.Num(var number) ? number.toPlainString() : "";
            case "length" -> options.get("value_length") instanceof Json.Num(var number) ? number.toPlainString() : "";
            default -> options.text("value_string", "");
        };
        return (options.text("variable", "") + ' ' + options.text("condition", "") + ' ' + value).strip();
    }

    private String jump(FlowDocument document, int index) {
        long times = document.actions().get(index).options().integer("loop_count", 0);
        return document.graph().links(index).stream()
                .filter(link -> link.port().kind() == PortKind.JUMP && link.leads())
                .findFirst()
                .map(link -> texts.get(
                        "flowCanvas.summary.goto",
                        document.actions().get(link.to()).type(),
                        times))
                .orElseGet(() -> texts.get("flowCanvas.summary.goto.none"));
    }

    private String queue(Action action) {
        var id = FlowLead.queueOf(action);
        var name = queueName.apply(id);
        return name != null
                ? name
                : texts.get(Ids.isNil(id) ? "flowCanvas.summary.queue.none" : "flowCanvas.summary.queue.missing");
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** On the pill of a link; empty for one that has none. */
    String label(FlowDocument document, Link link) {
        var condition = ActionType.of(document.actions().get(link.from()).type())
                .filter(ActionType::isCondition)
                .isPresent();
        return switch (link.port().kind()) {
            case NEXT -> condition ? texts.get("flowCanvas.port.true") : "";
            case FALSE -> texts.get("flowCanvas.port.false");
            case DEFAULT -> texts.get("flowCanvas.port.default");
            case BRANCH -> cut(link.port().key());
            case JUMP -> "";
        };
    }

    /** Of every port, for menus. */
    String port(FlowDocument document, Link link) {
        return switch (link.port().kind()) {
            case JUMP -> texts.get("flowCanvas.port.jump");
            case NEXT -> label(document, link).isEmpty() ? texts.get("flowCanvas.port.next") : label(document, link);
            default -> label(document, link);
        };
    }

    private String cut(String key) {
        if (key.isEmpty()) {
            return texts.get("flowCanvas.port.empty");
        }
        return key.length() > MAX_LABEL ? key.substring(0, MAX_LABEL - 1) + "…" : key;
    }
}
