package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.TestCall.Result;
import dev.outpace.flow.TestCall.Step;
import dev.outpace.ui.texts.Texts;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** What happened in a test call, in words. */
final class TestCallWords {
    private final Texts texts;
    private final Function<UUID, String> queues;

    /** @param queues the name of a queue; empty for one that isn't there */
    TestCallWords(Texts texts, Function<UUID, String> queues) {
        this.texts = texts;
        this.queues = queues;
    }

    /** What it said, what was pressed, where it led or why it was left out; empty for nothing of these. */
    String happened(Step step, boolean awaitsKeys) {
        if (!step.skipped().isEmpty()) {
            return texts.get("testCall.skipped", reason(step.skipped()));
        }
        if (!step.spoken().isEmpty()) {
            return texts.get("testCall.said", step.spoken());
        }
        if (step.action().type().equals(ActionType.DIGITS_RECEIVE.published())) {
            if (awaitsKeys) {
                return texts.get("testCall.awaits");
            }
            return step.keys().isEmpty()
                    ? texts.get("testCall.nothingPressed")
                    : texts.get("testCall.pressed", step.keys());
        }
        return way(step.way());
    }

    private String way(String way) {
        if (way.startsWith("=")) {
            return texts.get("testCall.way.value", way.substring(1));
        }
        var key = "testCall.way." + way;
        return !way.isEmpty() && texts.bundle().containsKey(key) ? texts.get(key) : "";
    }

    String end(Result result) {
        var key = "testCall.end." + result.end().name().toLowerCase(Locale.ROOT);
        return switch (result.end()) {
            case QUEUE -> {
                var name = queues.apply(result.queueId());
                yield name.isEmpty() ? texts.get(key + ".missing") : texts.get(key, name);
            }
            case ERROR -> texts.get(key, reason(result.reason()));
            case HANGUP ->
                result.reason().isEmpty() || result.reason().equals("normal")
                        ? texts.get(key)
                        : texts.get(key + ".reason", hangup(result.reason()));
            case FINISHED, LIMIT, NOT_ANSWERED -> texts.get(key);
        };
    }

    private String hangup(String reason) {
        return ActionType.HANGUP
                .spec("reason")
                .filter(spec -> spec.values().contains(reason))
                .map(spec -> new ActionWords(texts).choice(ActionType.HANGUP.published(), spec, reason))
                .orElseGet(() -> reason(reason));
    }

    private String reason(String code) {
        var key = "calls.reason." + code;
        return texts.bundle().containsKey(key) ? texts.get(key) : code;
    }
}
