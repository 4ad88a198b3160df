package dev.outpace.telephony.simulated;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who answered a call, a person or a machine, and what becomes of the call in each stage of the flow. */
final class FarEnd {
    private final Dice dice;
    private final boolean machine;
    private final List<FlowStage> stages;
    private int stage;
    private int keys;
    /** What is left of a person's will to listen: used up by the chance of each second to hang up. */
    private double will;

    /**
     * @param seconds until it is over
     * @param hangsUp the person does, then
     * @param heardMachine the verdict is: a machine
     * @param presses a key, at the end
     */
    record Stay(double seconds, boolean hangsUp, boolean heardMachine, boolean presses) {}

    FarEnd(Dice dice, boolean machine, List<FlowStage> stages) {
        this.dice = dice;
        this.machine = machine;
        this.stages = stages;
        will = -Math.log(dice.uniform(SimulatedCall.WILL));
    }

    /** The next stage; null after the last one. */
    @Nullable
    Stay next() {
        if (stage >= stages.size()) {
            return null;
        }
        var now = stages.get(stage++);
        return switch (now) {
            case FlowStage.Talk(var seconds, var _) -> stay(now, seconds, false, false);
            case FlowStage.Detection(var seconds, var missed, var mistaken, var _) ->
                stay(now, seconds, dice.chance(SimulatedCall.HEARD, machine ? 1 - missed : mistaken), false);
            case FlowStage.Passage(var reached, var time, var leaves) -> {
                boolean through = dice.chance(SimulatedCall.KEYS + keys++, reached);
                yield new Stay(
                        dice.seconds(SimulatedCall.KEYS + keys++, through ? time : leaves), !through, false, false);
            }
            case FlowStage.Key(var seconds, var pressed, var longest, var _) -> {
                boolean presses = dice.chance(SimulatedCall.KEYS + keys++, pressed) && !machine;
                yield stay(now, presses ? Math.min(seconds, longest) : longest, false, presses);
            }
        };
    }

    private Stay stay(FlowStage now, double seconds, boolean heardMachine, boolean presses) {
        double used = machine ? 0 : seconds * now.hangUpsPerSecond();
        if (used > will) {
            return new Stay(will / now.hangUpsPerSecond(), true, false, false);
        }
        will -= used;
        return new Stay(seconds, false, heardMachine, presses);
    }
}
