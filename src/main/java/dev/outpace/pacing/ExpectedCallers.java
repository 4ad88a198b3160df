package dev.outpace.pacing;

import dev.outpace.floor.AgentPool;
import dev.outpace.floor.LinesByAge;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The callers who are expected to come to a pool. Its calls stand in groups: those of one campaign that ring, and those at one stage of
 * the flow. What a group comes to is kept until its calls, the step of their ages or its chances change.
 */
final class ExpectedCallers {
    private final AgentPool pool;
    private final PacingMemory all;
    private final Arrivals arrivals;
    /** By the queues of the pool and the numbers of their groups. */
    private final @Nullable Group[][] groups;

    /** Counts the times at which chances were learned. */
    private int learned;

    private final class Group {
        final LinesByAge lines;
        /** The share that leaves by the first way. */
        final AnswerRate rate;

        final Arrivals arrivals;
        private @Nullable Chances chances;
        private int learnedWith;
        private long changes = -1;
        private long step;
        private double chance;

        Group(LinesByAge lines) {
            this.lines = lines;
            var campaign = all.of(lines.campaign());
            var stage = lines.stage();
            rate = stage == null ? campaign.ringing.chance : campaign.fromStage(stage).chance;
            arrivals = new Arrivals(ExpectedCallers.this.arrivals.callers.length);
        }

        void compute(long now, Outlook outlook) {
            var known = chances;
            if (known == null || learnedWith != learned) {
                known = outlook.chances(lines);
                chances = known;
                learnedWith = learned;
                changes = -1;
            }
            double present = rate.now();
            if (changes != lines.changes() || step != LinesByAge.step(now) || chance != present) {
                changes = lines.changes();
                step = LinesByAge.step(now);
                chance = present;
                arrivals.clear();
                arrivals.add(lines, known, present, now);
            }
        }
    }

    ExpectedCallers(AgentPool pool, PacingMemory all, Arrivals arrivals) {
        this.pool = pool;
        this.all = all;
        this.arrivals = arrivals;
        groups = new @Nullable Group[pool.queues().size()][0];
    }

    /** Called when chances were learned, or learned anew. */
    void learned() {
        learned++;
    }

    /** Adds the calls to the arrivals. */
    void compute(Outlook outlook) {
        long now = pool.now();
        var queues = pool.queues();
        for (int queue = 0; queue < groups.length; queue++) {
            add(queue, queues.get(queue).ringing(), now, outlook);
            add(queue, queues.get(queue).inFlow(), now, outlook);
        }
    }

    private void add(int queue, List<LinesByAge> some, long now, Outlook outlook) {
        for (int i = 0; i < some.size(); i++) {
            var group = group(queue, some.get(i));
            group.compute(now, outlook);
            arrivals.add(group.arrivals);
        }
    }

    private Group group(int queue, LinesByAge lines) {
        int number = lines.number();
        if (number >= groups[queue].length) {
            groups[queue] = Arrays.copyOf(groups[queue], Math.max(2 * number, number + 4));
        }
        var known = groups[queue][number];
        if (known == null || known.lines != lines) {
            known = new Group(lines);
            groups[queue][number] = known;
        }
        return known;
    }

    /** Answered callers whose flow may lead to the pool. */
    int inFlow() {
        int callers = 0;
        for (var queue : pool.queues()) {
            for (var lines : queue.inFlow()) {
                callers += lines.count();
            }
        }
        return callers;
    }
}
