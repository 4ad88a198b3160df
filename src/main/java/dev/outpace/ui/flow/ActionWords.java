package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph.PortKind;
import dev.outpace.flow.OptionKind;
import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Action;
import dev.outpace.model.Json;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The catalogue of actions in a person's words. */
final class ActionWords {
    private static final int LONGEST = 120;
    private static final Set<OptionKind> TELLING = Set.of(
            OptionKind.PARAGRAPH,
            OptionKind.TEXT,
            OptionKind.EXPRESSION,
            OptionKind.VARIABLE,
            OptionKind.URL,
            OptionKind.KEYS,
            OptionKind.MILLISECONDS,
            OptionKind.SECONDS);

    private final Texts texts;

    ActionWords(Texts texts) {
        this.texts = texts;
    }

    String category(ActionType.Category category) {
        return texts.get("action.category." + category.name().toLowerCase(Locale.ROOT));
    }

    /** A few words, for the palette. */
    String summary(ActionType type) {
        return texts.get("action." + type.published() + ".summary");
    }

    /** A sentence, for the form. */
    String purpose(ActionType type) {
        return find("action." + type.published() + ".long").orElseGet(() -> summary(type));
    }

    String option(ActionType type, OptionSpec spec) {
        return find("option." + type.published() + "." + spec.name())
                .orElseGet(() -> texts.get("option." + spec.name()));
    }

    /** Empty for an option that its name explains. */
    String hint(ActionType type, OptionSpec spec) {
        return find("hint." + type.published() + "." + spec.name()).orElse("");
    }

    /** @param value one of the spec's, or another that a file gave */
    String choice(String type, OptionSpec spec, String value) {
        return find("choice." + type + "." + spec.name() + "." + value)
                .or(() -> find("choice." + spec.name() + "." + value))
                .orElseGet(() -> texts.get("choice.foreign", value));
    }

    /** What stands for no value: with what the engine takes then, where that is told. */
    String unset(String type, OptionSpec spec) {
        return spec.byDefault().isEmpty()
                ? texts.get("choice.unset")
                : texts.get(
                        "choice.unset.default",
                        spec.values().contains(spec.byDefault())
                                ? choice(type, spec, spec.byDefault())
                                : spec.byDefault());
    }

    /** "When true" and the like. */
    String nextLabel(Optional<ActionType> type) {
        if (type.filter(ActionType::isCondition).isPresent()) {
            return texts.get("inspector.next.true");
        }
        return texts.get(
                type.filter(known -> known == ActionType.GOTO).isPresent()
                        ? "inspector.next.usedUp"
                        : "inspector.next");
    }

    /** "talk – One moment, …": a card of a list. */
    String card(Action action) {
        var telling = telling(action);
        return telling.isEmpty() ? action.type() : texts.get("inspector.card", action.type(), telling);
    }

    private String telling(Action action) {
        var type = ActionType.of(action.type());
        return type.flatMap(known -> known.options().stream()
                        .filter(spec -> TELLING.contains(spec.kind()))
                        .map(spec -> told(spec, action.options()))
                        .filter(told -> !told.isEmpty())
                        .findFirst())
                .or(() -> type.map(this::summary))
                .orElse("");
    }

    private String told(OptionSpec spec, Json.Obj options) {
        return switch (spec.kind()) {
            case MILLISECONDS -> span(options.integer(spec.name(), 0));
            case SECONDS -> span(Math.clamp(options.integer(spec.name(), 0), 0, Long.MAX_VALUE / 1_000) * 1_000);
            default -> cut(options.text(spec.name(), ""));
        };
    }

    private String span(long millis) {
        return millis <= 0 ? "" : texts.span(Duration.ofMillis(millis));
    }

    private static String cut(String text) {
        var start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return start.replaceAll("\\s+", " ").strip();
    }

    /** The option that holds where a port leads; empty for the ports that no option of its own holds. */
    static String optionOf(PortKind kind) {
        return switch (kind) {
            case FALSE -> "false_target_id";
            case DEFAULT -> "default_target_id";
            case JUMP -> "target_id";
            case NEXT, BRANCH -> "";
        };
    }

    private Optional<String> find(String key) {
        return texts.bundle().containsKey(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }
}
