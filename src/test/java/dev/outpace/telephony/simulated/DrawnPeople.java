package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom the dials of one campaign meet in the simulated world, and how long the work after each talk takes, to play the same people
 * elsewhere: the n-th dial of the same seed meets the same person. For numbers without machines, drift, congestion and flow.
 */
public final class DrawnPeople {
    private final long seed;
    private final UUID campaignId;
    private final WorldSettings.Dial dial;
    private final Handle handle;
    private final Distribution patience;
    private final Map<UUID, Long> offers = new HashMap<>();
    private long dials;

    public DrawnPeople(long seed, UUID campaignId, WorldSettings.Dial dial, Handle handle, Distribution patience) {
        this.seed = seed;
        this.campaignId = campaignId;
        this.dial = dial;
        this.handle = handle;
        this.patience = patience;
    }

    /** Whom the next dial meets. */
    public Person next() {
        var dice = Dice.of(seed, campaignId, ++dials);
        double drawn = dice.uniform(SimulatedCall.FATE);
        boolean answers = drawn < dial.answered();
        boolean wrong = !answers && drawn < dial.answered() + dial.badNumber();
        double seconds = answers
                ? dial.clipped(dice.seconds(SimulatedCall.ANSWER_TIME, dial.timeToAnswer()))
                : wrong ? dial.fastFail() : dial.noAnswer();
        return new Person(
                outcome(answers, wrong),
                seconds,
                dice.seconds(SimulatedCall.PATIENCE, patience),
                0,
                dice.seconds(SimulatedCall.TALK, handle.talk()),
                0);
    }

    private static @Nullable Outcome outcome(boolean answers, boolean wrong) {
        if (answers) {
            return null;
        }
        return wrong ? Outcome.BAD_NUMBER : Outcome.NO_ANSWER;
    }

    /** Seconds of work after the next caller whom this agent is offered. */
    public double wrapUp(UUID agentId) {
        long offer = offers.merge(agentId, 1L, Long::sum) - 1;
        return Dice.of(seed, agentId, offer).seconds(SimulatedAgent.WRAP_UP, handle.wrapUp());
    }
}
