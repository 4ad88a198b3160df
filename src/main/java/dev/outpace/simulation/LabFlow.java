package dev.outpace.simulation;

import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.PacingChoice;
import dev.outpace.telephony.simulated.FlowStage;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the stages of a scenario's flow as the actions that the engine runs. The campaign's queue follows the last one. */
final class LabFlow {
    private static final double MILLIS = 1_000;
    /** Milliseconds that no passage lasts. */
    private static final long LONGEST = (long) (WorldSettings.LONGEST * MILLIS);

    private final double charactersPerSecond;
    private final List<Action> actions = new ArrayList<>();

    private LabFlow(double charactersPerSecond) {
        this.charactersPerSecond = charactersPerSecond;
    }

    /** @param charactersPerSecond how fast a text is spoken */
    static List<Action> of(List<FlowStage> stages, double charactersPerSecond) {
        var flow = new LabFlow(charactersPerSecond);
        stages.forEach(flow::add);
        return List.copyOf(flow.actions);
    }

    /** The true share of people among those whom the first detection of machines in the flow takes for machines. */
    static double machineErrors(Numbers numbers) {
        for (var stage : numbers.flow()) {
            if (stage instanceof FlowStage.Detection(var _, var missed, var mistaken, var _)) {
                double people = numbers.dial().answered() * mistaken;
                double all = people + numbers.machines().share() * (1 - missed);
                return all == 0 ? 0 : Math.min(PacingChoice.MOST_MACHINE_ERRORS, people / all);
            }
        }
        return 0;
    }

    private void add(FlowStage stage) {
        switch (stage) {
            case FlowStage.Detection _ -> action("amd", Map.of("machine_handle", new Json.Text("hangup")));
            case FlowStage.Talk talk -> {
                int length = (int) Math.ceil(Math.max(1, talk.seconds() * charactersPerSecond));
                action("talk", Map.of("text", new Json.Text("a".repeat(length))));
            }
            case FlowStage.Passage _ -> action("echo", Map.of("duration", number(LONGEST)));
            case FlowStage.Key key -> key(key);
        }
    }

    /** Whoever presses goes on behind the hang-up. */
    private void key(FlowStage.Key key) {
        long longest = (long) Math.ceil(key.longest() * MILLIS);
        action("digits_receive", Map.of("duration", number(longest), "length", number(1)));
        int hangUp = actions.size() + 1;
        action(
                "branch",
                Map.of(
                        "target_ids",
                        new Json.Obj(Map.of(FlowStage.Key.PRESSED, text(id(hangUp + 1)))),
                        "default_target_id",
                        text(id(hangUp))));
        action("hangup", Map.of());
        action("answer", Map.of());
    }

    private void action(String type, Map<String, Json> options) {
        actions.add(new Action(id(actions.size()), Ids.NIL, type, new Json.Obj(options), Json.Obj.EMPTY));
    }

    private static UUID id(int number) {
        return LabIds.of(LabIds.ACTION, number);
    }

    private static Json text(UUID id) {
        return new Json.Text(id.toString());
    }

    private static Json number(long number) {
        return new Json.Num(BigDecimal.valueOf(number));
    }
}
