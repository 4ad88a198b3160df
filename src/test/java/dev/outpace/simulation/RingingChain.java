package dev.outpace.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * A call centre in which all times are exponential and nobody waits, as a Markov chain of busy agents and ringing lines.
 * After each event lines may be added; an answer with all agents busy is an abandoned call.
 */
final class RingingChain {
    private static final double TOLERANCE = 1e-9;
    private static final int BISECTIONS = 12;

    private final int agents;
    private final double handle;
    private final double ring;
    private final double answered;
    private final int mostLines;
    /** Seconds between the steps of the chain: shorter than any state lasts. */
    private final double step;

    /**
     * @param handle seconds, mean
     * @param ring seconds until a line is answered or not, mean
     */
    RingingChain(int agents, double handle, double ring, double answered) {
        this.agents = agents;
        this.handle = handle;
        this.ring = ring;
        this.answered = answered;
        mostLines = (int) (agents / answered) + 5;
        step = 0.95 / (agents / handle + mostLines / ring);
    }

    /** @param table ringing lines up to which is dialed, by free agents */
    record Best(double utilisation, List<Integer> table) {}

    record Figures(double utilisation, double abandonRate) {}

    /** The highest utilisation at an abandon rate, by mixing two tables, and the more careful of the two. */
    Best best(double abandonRate) {
        double cheap = 0;
        double dear = 60;
        for (int i = 0; i < BISECTIONS; i++) {
            double price = (cheap + dear) / 2;
            if (figures(table(price)).abandonRate() > abandonRate) {
                cheap = price;
            } else {
                dear = price;
            }
        }
        int[] careful = table(dear);
        var low = figures(careful);
        var high = figures(table(cheap));
        double lowExcess = excess(low, abandonRate);
        double highExcess = excess(high, abandonRate);
        double share = highExcess == lowExcess ? 0 : -lowExcess / (highExcess - lowExcess);
        return new Best(
                low.utilisation() + share * (high.utilisation() - low.utilisation()),
                Arrays.stream(careful).boxed().toList());
    }

    /** Abandoned calls beyond the allowed share, in a handling time of one agent. */
    private static double excess(Figures figures, double abandonRate) {
        double answers = figures.utilisation() / (1 - figures.abandonRate());
        return answers * (figures.abandonRate() - abandonRate);
    }

    /** The best table where an abandoned call costs so many handling times, by relative value iteration. */
    private int[] table(double price) {
        var value = new double[agents + 1][mostLines + 1];
        var next = new double[agents + 1][mostLines + 1];
        double spread = 1;
        while (spread > TOLERANCE) {
            double least = Double.MAX_VALUE;
            double most = -Double.MAX_VALUE;
            for (int busy = 0; busy <= agents; busy++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int lines = mostLines; lines >= 0; lines--) {
                    best = Math.max(best, ahead(value, busy, lines, price));
                    next[busy][lines] = best;
                    double gain = best - value[busy][lines];
                    least = Math.min(least, gain);
                    most = Math.max(most, gain);
                }
            }
            spread = most - least;
            double base = next[0][0];
            for (int busy = 0; busy <= agents; busy++) {
                for (int lines = 0; lines <= mostLines; lines++) {
                    value[busy][lines] = next[busy][lines] - base;
                }
            }
        }
        return table(value, price);
    }

    private int[] table(double[][] value, double price) {
        var table = new int[agents + 1];
        for (int free = 0; free <= agents; free++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int lines = mostLines; lines >= 0; lines--) {
                double ahead = ahead(value, agents - free, lines, price);
                if (ahead >= best) {
                    best = ahead;
                    table[free] = lines;
                }
            }
        }
        return table;
    }

    /** What one step is worth from a state to which no line is added: busy time, less abandoned calls, and what comes. */
    private double ahead(double[][] value, int busy, int lines, double price) {
        double ends = step * busy / handle;
        double answers = step * lines / ring * answered;
        double fails = step * lines / ring * (1 - answered);
        double worth = step * busy / handle + (1 - ends - answers - fails) * value[busy][lines];
        worth += busy == 0 ? 0 : ends * value[busy - 1][lines];
        if (lines > 0) {
            worth += fails * value[busy][lines - 1];
            worth += answers * (busy < agents ? value[busy + 1][lines - 1] : value[busy][lines - 1] - price);
        }
        return worth;
    }

    /** What a table comes to in the long run. */
    Figures figures(List<Integer> table) {
        return figures(table.stream().mapToInt(lines -> lines).toArray());
    }

    private Figures figures(int[] table) {
        var now = new double[agents + 1][mostLines + 1];
        var next = new double[agents + 1][mostLines + 1];
        now[0][table[agents]] = 1;
        double moved = 1;
        while (moved > TOLERANCE) {
            for (var row : next) {
                Arrays.fill(row, 0);
            }
            for (int busy = 0; busy <= agents; busy++) {
                for (int lines = 0; lines <= mostLines; lines++) {
                    if (now[busy][lines] > 0) {
                        spread(now[busy][lines], busy, lines, table, next);
                    }
                }
            }
            moved = 0;
            for (int busy = 0; busy <= agents; busy++) {
                for (int lines = 0; lines <= mostLines; lines++) {
                    moved += Math.abs(next[busy][lines] - now[busy][lines]);
                }
            }
            var before = now;
            now = next;
            next = before;
        }
        return figures(now);
    }

    private void spread(double chance, int busy, int lines, int[] table, double[][] next) {
        double ends = step * busy / handle;
        double answers = step * lines / ring * answered;
        double fails = step * lines / ring * (1 - answered);
        next[busy][lines] += chance * (1 - ends - answers - fails);
        if (busy > 0) {
            next[busy - 1][dialed(busy - 1, lines, table)] += chance * ends;
        }
        if (lines > 0) {
            next[busy][dialed(busy, lines - 1, table)] += chance * fails;
            int after = Math.min(agents, busy + 1);
            next[after][dialed(after, lines - 1, table)] += chance * answers;
        }
    }

    private int dialed(int busy, int lines, int[] table) {
        return Math.max(lines, table[agents - busy]);
    }

    private Figures figures(double[][] chances) {
        double meanBusy = 0;
        double answers = 0;
        double abandons = 0;
        for (int busy = 0; busy <= agents; busy++) {
            for (int lines = 0; lines <= mostLines; lines++) {
                meanBusy += chances[busy][lines] * busy;
                double rate = chances[busy][lines] * lines / ring * answered;
                answers += rate;
                abandons += busy == agents ? rate : 0;
            }
        }
        return new Figures(meanBusy / agents, abandons / answers);
    }
}
