package dev.outpace.simulation.baseline;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import java.util.OptionalInt;

/**
 * Dials while the chance that one more line, if it is answered, finds no agent is below a constant. It knows everything that a
 * real dialer has to learn: the true answer rate, and the true laws of the times to answer, of talk and of wrap-up. The chance is
 * the exact one of the present moment: of each ringing line to be answered before the new one, by its age, and of each busy agent
 * to be free before that caller's patience ends. Lines are taken for those of its own campaign; inbound callers are unknown to it.
 */
public final class StaticRisk implements PacingPolicy {
    private static final double NANOS = 1e9;
    private static final double SHORTEST_ANSWER = 1;

    private final QueueFloor queue;
    private final Numbers numbers;
    private final double threshold;
    private final BaselineLines lines;
    private final Survival answer;
    private final TrueHandle busy;
    /** When the new line may be answered, each as likely as another; seconds from now. */
    private final double[] moments;

    /** @param patience seconds that a caller waits for an agent */
    public StaticRisk(QueueFloor queue, Numbers numbers, Handle handle, double patience, double threshold) {
        this.queue = queue;
        this.numbers = numbers;
        this.threshold = threshold;
        lines = new BaselineLines(queue);
        answer = new Survival(
                numbers.dial().timeToAnswer(), SHORTEST_ANSWER, numbers.dial().noAnswer());
        moments = answer.quantiles(8);
        var served = new double[moments.length];
        for (int i = 0; i < moments.length; i++) {
            served[i] = moments[i] + patience;
        }
        busy = new TrueHandle(handle, served);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        if (queue.agents(AgentPhase.FREE) - queue.unserved() > lines.size()) {
            return true;
        }
        if (queue.atWork() == 0) {
            return false;
        }
        return risk() < threshold;
    }

    /** The chance that one more line, if it is answered, finds no agent. */
    double risk() {
        double sum = 0;
        for (int moment = 0; moment < moments.length; moment++) {
            sum += risk(moment);
        }
        return sum / moments.length;
    }

    private double risk(int moment) {
        var free = new Count();
        queue.forEach(AgentPhase.TALKING, elapsed -> free.add(busy.freeAfterTalk(moment, elapsed)));
        queue.forEach(AgentPhase.WRAPPING_UP, elapsed -> free.add(busy.freeAfterWrapUp(moment, elapsed)));
        var answered = new Count();
        double share = numbers.answered(queue.now() / NANOS);
        for (int line = 0; line < lines.size(); line++) {
            answered.add(answeredWithin(moments[moment], lines.age(line), share));
        }
        return answered.reaches(queue.agents(AgentPhase.FREE) - queue.unserved(), free);
    }

    /** The chance of a line of this age to be answered in so many seconds. */
    private double answeredWithin(double seconds, double age, double share) {
        double failing = Math.min(1, numbers.dial().badNumber() / Math.max(1e-9, 1 - share));
        double still = answer.after(age);
        double yes = share * still;
        double no = (1 - share) * (age < numbers.dial().fastFail() ? 1 : 1 - failing);
        return yes == 0 ? 0 : share * (still - answer.after(age + seconds)) / (yes + no);
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.empty();
    }
}
