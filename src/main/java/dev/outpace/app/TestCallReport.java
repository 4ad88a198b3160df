package dev.outpace.app;

import dev.outpace.flow.TestCall.End;
import dev.outpace.flow.TestCall.Result;
import dev.outpace.flow.TestCall.Step;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.FlowFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What a test call did, as one JSON object or in lines. */
final class TestCallReport {
    private final FlowFiles files;
    private final Campaign campaign;
    private final Result result;
    private final Printed printed;
    private final Texts texts = new Texts();

    TestCallReport(FlowFiles files, Campaign campaign, Result result, Printed printed) {
        this.files = files;
        this.campaign = campaign;
        this.result = result;
        this.printed = printed;
    }

    Json asJson() {
        var variables = new LinkedHashMap<String, Json>();
        result.variables().forEach((name, value) -> variables.put(name, new Json.Text(value)));
        return Json.Obj.EMPTY
                .with(
                        "path",
                        new Json.Array(result.path().stream().map(this::asJson).toList()))
                .with(
                        "spoken",
                        new Json.Array(result.spoken().stream()
                                .<Json>map(Json.Text::new)
                                .toList()))
                .with("variables", new Json.Obj(variables))
                .with("end", new Json.Text(word(result.end())))
                .with("reason", new Json.Text(reason()));
    }

    private Json asJson(Step step) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("id", new Json.Text(id(step)));
        fields.put("type", new Json.Text(step.action().type()));
        put(fields, "flow_id", Ids.isNil(step.flowId()) ? "" : step.flowId().toString());
        put(fields, "way", step.way());
        put(fields, "keys", step.keys());
        put(fields, "skipped", sentence(step.skipped()));
        return new Json.Obj(fields);
    }

    private static void put(Map<String, Json> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, new Json.Text(value));
        }
    }

    private String id(Step step) {
        return Ids.isNil(step.flowId())
                ? files.writtenId(campaign, step.index())
                : step.action().id().toString();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(printed.text("text.testcall.path", campaign.name()));
        for (int i = 0; i < result.path().size(); i++) {
            lines.add(String.format(
                    Locale.ROOT, "%4d. %s", i + 1, asText(result.path().get(i))));
        }
        if (!result.spoken().isEmpty()) {
            lines.add(printed.text("text.testcall.spoken"));
            result.spoken().forEach(spoken -> lines.add("      " + spoken));
        }
        lines.add(printed.text("text.testcall.variables"));
        result.variables().forEach((name, value) -> {
            if (!value.isEmpty()) {
                lines.add("      " + name + " = " + value);
            }
        });
        var reason = result.end() == End.QUEUE ? printed.text("text.testcall.end.queue", reason()) : reason();
        lines.add(printed.text("text.testcall.end", word(result.end()), reason));
        if (result.waits() > 0) {
            lines.add(printed.text("text.testcall.waits", result.waits()));
        }
        return lines.stream().map(Printed::plain).toList();
    }

    private String asText(Step step) {
        var line = new StringBuilder(step.action().type());
        line.append("  ").append(id(step));
        if (!step.keys().isEmpty()) {
            line.append("  ").append(printed.text("text.testcall.keys", step.keys()));
        }
        if (!step.way().isEmpty()) {
            line.append("  → ").append(step.way());
        }
        if (!step.skipped().isEmpty()) {
            line.append("  ").append(printed.text("text.testcall.skipped", sentence(step.skipped())));
        }
        return line.toString();
    }

    private String reason() {
        var key = "text.testcall.end." + word(result.end());
        return switch (result.end()) {
            case QUEUE -> queue(result.queueId());
            case HANGUP, FINISHED, NOT_ANSWERED -> printed.text(key, result.reason());
            case LIMIT, ERROR -> {
                var sentence = sentence(result.reason());
                yield sentence.equals(result.reason())
                        ? printed.text(key)
                        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + '.';
            }
        };
    }

    private static String word(End end) {
        return end.name().toLowerCase(Locale.ROOT);
    }

    private String queue(UUID id) {
        if (Ids.isNil(id)) {
            return printed.text("text.testcall.noqueue");
        }
        return files.queue(id).map(Queue::name).filter(name -> !name.isBlank()).orElseGet(id::toString);
    }

    /** Codes of a run are worded as in the history of calls. */
    private String sentence(String code) {
        var key = "calls.reason." + code;
        return texts.bundle().containsKey(key) ? texts.get(key) : code;
    }
}
