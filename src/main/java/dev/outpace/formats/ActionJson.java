package dev.outpace.formats;

import dev.outpace.flow.FlowReading;
import dev.outpace.model.Action;
import dev.outpace.model.FilePlace;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.numbers.NumberReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.ObjectReadContext;

/** Actions as JSON text, in the shape that stands in a campaign's {@code "actions"}. */
public final class ActionJson {
    static final int MAX_CHARACTERS = 10 << 20;

    /** Addresses stand in the options of actions, which are kept as they are. */
    private static final Fields.Numbers NO_REGION = new NumberReader("")::read;

    /** Laid out as in a file; ends with a line feed. */
    public String write(List<Action> actions) {
        var text = new StringWriter();
        try (var json = JsonWriter.pretty(text)) {
            json.value(CampaignShape.write(actions));
            json.endOfFile();
        }
        return text.toString();
    }

    /** Takes a list of actions, one action alone, or a campaign, of which the actions are taken. Nothing is thrown. */
    public FlowReading read(String text) {
        var problems = new Problems();
        var actions = List.<Action>of();
        if (text.length() > MAX_CHARACTERS) {
            problems.add(Problem.error("json.too_big", "", MAX_CHARACTERS >> 20));
        } else {
            try (var parser = JsonReader.FACTORY.createParser(ObjectReadContext.empty(), text)) {
                actions = actions(JsonReader.read("", parser, null), problems);
            } catch (FileRefused refused) {
                problems.add(refused.problem());
            }
        }
        return new FlowReading(
                actions, problems.list().stream().map(ActionJson::placed).toList());
    }

    private static List<Action> actions(Json root, Problems problems) {
        var whole = FilePlace.whole("");
        return switch (root) {
            case Json.Array list ->
                CampaignShape.actions(new Fields(new Json.Obj(Map.of("", list)), whole, problems, NO_REGION), "");
            case Json.Obj campaign
            when campaign.fields().containsKey(CampaignShape.ACTIONS) ->
                CampaignShape.actions(new Fields(campaign, whole, problems, NO_REGION), CampaignShape.ACTIONS);
            case Json.Obj action -> List.of(CampaignShape.action(new Fields(action, whole, problems, NO_REGION)));
            default -> {
                problems.add(Problem.error("json.no_actions", "", Shown.of(root)));
                yield List.of();
            }
        };
    }

    /** Without the sign that stands between a file and the place in it: here is no file. */
    private static Problem placed(Problem problem) {
        var place = problem.place();
        boolean ofFile = place.startsWith(":") || place.startsWith(" ");
        return ofFile ? new Problem(problem.severity(), problem.code(), place.substring(1), problem.args()) : problem;
    }
}
