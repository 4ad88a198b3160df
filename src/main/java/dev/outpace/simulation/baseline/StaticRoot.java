package dev.outpace.simulation.baseline;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Numbers;
import java.util.OptionalInt;

/**
 * Keeps a constant square-root margin, and knows everything that a real dialer has to learn. The answers expected from the
 * ringing lines are kept below F - c × √F, with at least one ringing line per free agent. F is the number of free agents minus
 * callers waiting. Optionally F also contains each agent in wrap-up, weighted by the chance to be free within 7 s. A line that
 * has rung for e seconds is answered with probability p S(e) / (p S(e) + (1 - p) n(e)), by the true shares and times of its
 * campaign's numbers.
 */
public final class StaticRoot implements PacingPolicy {
    private static final double SOON = 7;
    private static final double NANOS = 1e9;
    private static final double SHORTEST_ANSWER = 1;

    private final QueueFloor queue;
    private final Numbers numbers;
    private final double margin;
    private final boolean withWrapUp;
    private final BaselineLines lines;
    private final Survival answer;
    private final Survival wrapUp;

    /** @param margin c in the formula above */
    public StaticRoot(QueueFloor queue, Numbers numbers, Distribution wrapUpTime, double margin, boolean withWrapUp) {
        this.queue = queue;
        this.numbers = numbers;
        this.margin = margin;
        this.withWrapUp = withWrapUp;
        lines = new BaselineLines(queue);
        answer = new Survival(
                numbers.dial().timeToAnswer(), SHORTEST_ANSWER, numbers.dial().noAnswer());
        wrapUp = new Survival(wrapUpTime, 0, Double.MAX_VALUE);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        if (snapshot.dialing() < snapshot.available()) {
            return true;
        }
        double agents = queue.agents(AgentPhase.FREE) - queue.unserved() + (withWrapUp ? soonFree() : 0);
        return agents > 0 && expectedAnswers() < agents - margin * Math.sqrt(agents);
    }

    private double soonFree() {
        var sum = new double[1];
        queue.forEach(AgentPhase.WRAPPING_UP, elapsed -> {
            double still = wrapUp.after(elapsed);
            sum[0] += still == 0 ? 1 : 1 - wrapUp.after(elapsed + SOON) / still;
        });
        return sum[0];
    }

    private double expectedAnswers() {
        double share = numbers.answered(queue.now() / NANOS);
        double failing = Math.min(1, numbers.dial().badNumber() / Math.max(1e-9, 1 - share));
        double sum = 0;
        for (int line = 0; line < lines.size(); line++) {
            double age = lines.age(line);
            double yes = share * answer.after(age);
            double no = (1 - share) * (age < numbers.dial().fastFail() ? 1 : 1 - failing);
            sum += yes == 0 ? 0 : yes / (yes + no);
        }
        return sum;
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.empty();
    }
}
