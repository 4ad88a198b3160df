package dev.outpace.simulation;

import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowRunner;
import dev.outpace.flow.FlowStep;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.flow.Variables;
import dev.outpace.model.Action;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.Campaign;
import dev.outpace.telephony.simulated.Reaction;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets many callers of the simulated telephony through a campaign's flow, to see who comes to its queue, and when. */
public final class FlowTrial {
    private static final int CALLERS = 1_000;

    private final Campaign campaign;
    private final Function<UUID, @Nullable List<Action>> flows;
    private final double charactersPerSecond;
    private final Instant now;
    private final SplittableRandom chance = new SplittableRandom(1);
    private Times toQueue = Times.NONE;
    private Times leaving = Times.NONE;
    private double detection;

    private FlowTrial(
            Campaign campaign, Function<UUID, @Nullable List<Action>> flows, double charactersPerSecond, Instant now) {
        this.campaign = campaign;
        this.flows = flows;
        this.charactersPerSecond = charactersPerSecond;
        this.now = now;
    }

    /**
     * What became of the callers. All are people; the simulated telephony has no machines.
     *
     * @param toQueue seconds from the answer to the campaign's queue, of those who came there
     * @param leaving seconds from the answer to the end, of the others
     * @param detection seconds from the answer to the verdict of the first detection of machines; 0 without one
     */
    public record Outcome(Times toQueue, Times leaving, double detection) {
        public double reached() {
            return (double) toQueue.count() / (toQueue.count() + leaving.count());
        }
    }

    /**
     * @param flows the actions of a flow by its id; null where there is none
     * @param charactersPerSecond how fast a text is spoken
     * @param now for conditions on the time
     */
    public static Outcome of(
            Campaign campaign, Function<UUID, @Nullable List<Action>> flows, double charactersPerSecond, Instant now) {
        var trial = new FlowTrial(campaign, flows, charactersPerSecond, now);
        for (int caller = 0; caller < CALLERS; caller++) {
            trial.call();
        }
        return new Outcome(trial.toQueue, trial.leaving, trial.detection);
    }

    private @Nullable FlowGraph flow(UUID id) {
        var actions = flows.apply(id);
        return actions == null ? null : new FlowGraph(actions);
    }

    private void call() {
        var variables = new Variables();
        variables.campaign(campaign);
        var runner = new FlowRunner(new FlowGraph(campaign.actions()), true, variables, this::flow, () -> now);
        double seconds = 0;
        while (true) {
            switch (runner.next()) {
                case FlowStep.Passed _, FlowStep.Skipped _ -> {}
                case FlowStep.Sleep(var _, var duration) -> seconds += duration.toNanos() / 1e9;
                case FlowStep.Perform(var _, var order) -> {
                    seconds += perform(runner, order);
                    if (order instanceof MediaOrder.DetectMachine && detection == 0) {
                        detection = seconds;
                    }
                }
                case FlowStep.JoinQueue(var _, var queueId) -> {
                    ended(queueId.equals(campaign.queueId()), seconds);
                    return;
                }
                case FlowStep.Finished(var queueFollows) -> {
                    ended(queueFollows, seconds);
                    return;
                }
                case FlowStep.HangUp _, FlowStep.MachineHeard _, FlowStep.Stopped _, FlowStep.Failed _ -> {
                    ended(false, seconds);
                    return;
                }
            }
        }
    }

    private double perform(FlowRunner runner, MediaOrder order) {
        var keys =
                order instanceof MediaOrder.ReceiveDigits receive ? Reaction.pressed(receive, chance.nextDouble()) : "";
        keys.chars().forEach(key -> runner.pressed((char) key));
        runner.ended(MediaResult.DONE);
        return Math.max(0, Reaction.seconds(order, keys, charactersPerSecond));
    }

    private void ended(boolean inQueue, double seconds) {
        if (inQueue) {
            toQueue = toQueue.with(seconds);
        } else {
            leaving = leaving.with(seconds);
        }
    }
}
