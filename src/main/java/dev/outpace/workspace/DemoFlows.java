package dev.outpace.workspace;

import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The flows of the demo's campaigns. */
final class DemoFlows {
    private final Supplier<UUID> ids;

    DemoFlows(Supplier<UUID> ids) {
        this.ids = ids;
    }

    List<Action> greeting(String text) {
        return List.of(
                action("answer", Json.Obj.EMPTY),
                talk("Good morning, this is Nordhavn. " + text + " One moment, I connect you."));
    }

    List<Action> reminder() {
        return List.of(
                action("answer", Json.Obj.EMPTY),
                talk("This is a reminder from Nordhavn. Your invoice is due this week. Thank you."),
                hangup());
    }

    /** Who presses 1 comes to the end of the flow, where the campaign's queue follows; asks twice more for a key. */
    List<Action> pressOne(String text) {
        var keys = action(
                "digits_receive", Json.Obj.EMPTY.with("duration", number(5_000)).with("length", number(1)));
        var again = action("goto", Json.Obj.EMPTY.with("target_id", id(keys)).with("loop_count", number(2)));
        var connect = talk("One moment, I connect you.");
        var branch = action(
                "branch",
                Json.Obj.EMPTY
                        .with("variable", new Json.Text("voipbin.call.digits"))
                        .with("target_ids", Json.Obj.EMPTY.with("1", id(connect)))
                        .with("default_target_id", id(again)));
        return List.of(
                action("answer", Json.Obj.EMPTY),
                talk("Good morning ${target.name}, this is Nordhavn. " + text + " Press 1 to speak with an advisor."),
                keys,
                branch,
                again,
                talk("Thank you, goodbye."),
                hangup(),
                connect);
    }

    List<Action> stop() {
        return List.of(action("stop", Json.Obj.EMPTY));
    }

    private Action hangup() {
        return action("hangup", Json.Obj.EMPTY.with("reason", new Json.Text("normal")));
    }

    private Action talk(String text) {
        return action(
                "talk", Json.Obj.EMPTY.with("text", new Json.Text(text)).with("language", new Json.Text("en-GB")));
    }

    private Action action(String type, Json.Obj option) {
        return new Action(ids.get(), Ids.NIL, type, option, Json.Obj.EMPTY);
    }

    private static Json.Text id(Action action) {
        return new Json.Text(action.id().toString());
    }

    private static Json.Num number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }
}
