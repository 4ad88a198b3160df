package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.TestCall.Caller;
import dev.outpace.flow.TestCall.End;
import dev.outpace.flow.TestCall.Result;
import dev.outpace.flow.TestCall.Step;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ReferencePicker.Choice;
import dev.outpace.ui.texts.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.IntStream;

/** Flows and what forms are made from, without a workspace. */
final class FlowSamples {
    static final UUID RENEWALS = UUID.fromString("5a9b1f3e-0000-4000-8000-000000000001");
    static final UUID OTHER = UUID.fromString("5a9b1f3e-0000-4000-8000-000000000002");
    static final JacksonJson JSON = new JacksonJson();

    private FlowSamples() {}

    static Texts texts() {
        return new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
    }

    static FormSources sources(DialogLayer dialogs) {
        return new FormSources(
                texts(),
                JSON,
                () -> List.of(new Choice(RENEWALS, "Renewals", "48 agents"), new Choice(OTHER, "Claims", "7 agents")),
                () -> List.of(new Choice(OTHER, "Flow of Winter campaign", "4 actions")),
                dialogs);
    }

    static Json.Obj json(String text) {
        if (JSON.read(text.replace('\'', '"')) instanceof Json.Obj object) {
            return object;
        }
        throw new IllegalArgumentException(text);
    }

    /** @param number of its id */
    static Action action(int number, String type, String options) {
        return new Action(id(number), Ids.NIL, type, json(options), Json.Obj.EMPTY);
    }

    static UUID id(int number) {
        return new UUID(0x1000, number);
    }

    /** A small flow around an action, which stands at index 2. */
    static FlowGraph around(Action action) {
        return new FlowGraph(List.of(
                action(1, "answer", "{}"),
                action(2, "variable_set", "{'key': 'customer.first_name', 'value': '${target.name}'}"),
                action,
                action(4, "talk", "{'text': 'One moment, I connect you.'}"),
                action(5, "queue_join", "{'queue_id': '" + RENEWALS + "'}"),
                action(6, "hangup", "{}")));
    }

    static Action filled(String type) {
        return action(
                3,
                type,
                switch (type) {
                    case "talk" ->
                        "{'text': 'Good morning ${customer.first_name}, this is Nordhavn Insurance. Your home policy"
                                + " ends on ${target.data.policy_end}. Press 1 to speak with an advisor now.', 'language':"
                                + " 'en-GB', 'gender': 'female', 'voice_id': 'Amelia', 'speed': 2}";
                    case "branch" ->
                        "{'variable': 'voipbin.call.digits', 'target_ids': {'1': '" + id(4) + "', '2': ''},"
                                + " 'default_target_id': '" + id(6) + "'}";
                    case "goto" -> "{'target_id': '" + id(1) + "', 'loop_count': 2}";
                    case "condition_datetime" ->
                        "{'condition': '>=', 'hour': 8, 'minute': -1, 'weekdays': [1, 2, 3, 4, 5], 'false_target_id': '"
                                + id(6) + "'}";
                    case "condition_variable" ->
                        "{'condition': '>', 'variable': '${target.data.age}', 'value_type': 'number', 'value_number':"
                                + " 5}";
                    case "digits_receive" -> "{'duration': 5000, 'length': 1, 'key': '#'}";
                    case "connect" ->
                        "{'source': {'type': 'tel', 'target': '+12125550101'}, 'destinations': [{'type': 'tel',"
                                + " 'target': '+12125550102', 'name': 'Desk'}, {'type': 'sip', 'target': 'a@b'}]}";
                    case "email_send" ->
                        "{'destinations': [{'type': 'email', 'target': 'a@example.com'}], 'attachments':"
                                + " [{'reference_type': 'recording', 'reference_id': '" + OTHER + "'}]}";
                    case "play" -> "{'stream_urls': ['https://example.com/a.wav', 'https://example.com/b.wav']}";
                    case "queue_join" -> "{'queue_id': '" + RENEWALS + "'}";
                    case "call" ->
                        "{'destinations': [{'type': 'tel', 'target': '+12125550102'}], 'actions': [{'type':"
                                + " 'answer'}]}";
                    default -> "{}";
                });
    }

    static FlowGraph large(int actions) {
        return new FlowGraph(IntStream.range(0, actions)
                .mapToObj(i -> action(i + 1, "talk", "{'text': 'Number " + i + "'}"))
                .toList());
    }

    /** A made-up flow: a person who presses 1 comes to the queue. */
    static Result menuCall(Caller caller) {
        if (!caller.answers()) {
            return new Result(
                    List.of(), List.of(), Map.of("target.name", caller.targetName()), End.NOT_ANSWERED, "", Ids.NIL, 0);
        }
        var pressed = caller.keys().isEmpty() ? "" : caller.keys().getFirst();
        boolean one = pressed.equals("1");
        var path = new ArrayList<>(List.of(
                step(0, "answer", "", "", ""),
                step(1, "talk", "", "Good morning " + caller.targetName() + ". Press 1 for an advisor.", ""),
                step(2, "digits_receive", "", "", pressed),
                step(3, "branch", one ? "=1" : "default", "", "")));
        path.add(one ? step(4, "queue_join", "", "", "") : step(5, "talk", "", "Goodbye.", ""));
        if (!one) {
            path.add(new Step(6, Ids.NIL, action(7, "message_send", "{}"), "", "", "", "flow.skipped.not_possible"));
        }
        var variables = new HashMap<>(caller.variables());
        variables.put("target.name", caller.targetName());
        variables.put("voipbin.call.digits", "");
        return new Result(
                path,
                List.of(),
                variables,
                one ? End.QUEUE : End.FINISHED,
                "",
                one ? RENEWALS : Ids.NIL,
                caller.keys().isEmpty() ? 1 : 0);
    }

    private static Step step(int index, String type, String way, String spoken, String keys) {
        return new Step(index, Ids.NIL, action(index + 1, type, "{'length': 1}"), way, spoken, keys, "");
    }
}
