package dev.outpace.simulation;

import dev.outpace.model.Compliance;
import dev.outpace.model.LineLimits;
import dev.outpace.telephony.simulated.Distribution;
import dev.outpace.telephony.simulated.Drift;
import dev.outpace.telephony.simulated.Numbers;
import dev.outpace.telephony.simulated.WorldSettings.Breaks;
import dev.outpace.telephony.simulated.WorldSettings.Dial;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import dev.outpace.telephony.simulated.WorldSettings.Misses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day in a call centre, without the policies to try.
 *
 * @param hours length of the day
 * @param seed of the first day; each further day has the next seed
 * @param patience how long callers of campaigns wait in the queue
 */
public record Scenario(
        String name,
        double hours,
        long seed,
        List<Desk> queues,
        List<Calling> campaigns,
        Handle handle,
        Distribution patience,
        Breaks breaks,
        LineLimits lines,
        Misses misses) {
    /** More lines and launches than a floor of the largest allowed size can use. */
    public static final LineLimits NO_LIMITS = new LineLimits(Integer.MAX_VALUE, 100_000);

    public static final double MAX_HOURS = 168;
    public static final int MAX_AGENTS = 2_000;
    public static final int MAX_CAMPAIGNS = 50;
    public static final int MAX_QUEUES = 50;

    public Scenario {
        queues = List.copyOf(queues);
        campaigns = List.copyOf(campaigns);
    }

    /** A day whose agents take every call. */
    public Scenario(
            String name,
            double hours,
            long seed,
            List<Desk> queues,
            List<Calling> campaigns,
            Handle handle,
            Distribution patience,
            Breaks breaks,
            LineLimits lines) {
        this(name, hours, seed, queues, campaigns, handle, patience, breaks, lines, Misses.NONE);
    }

    /**
     * A queue and its agents.
     *
     * @param rota number of agents logged in, from which minute on; in ascending order
     * @param inbound callers who dial the queue themselves
     * @param agentsStay whether agents stay connected, so that no phone rings
     * @param agentsAlsoServe ids of other queues that its agents take callers of, too
     */
    public record Desk(String id, List<Step> rota, Inbound inbound, boolean agentsStay, List<String> agentsAlsoServe) {
        public Desk {
            rota = List.copyOf(rota);
            agentsAlsoServe = List.copyOf(agentsAlsoServe);
        }

        /** With phones that ring for each caller, and agents of its own. */
        public Desk(String id, List<Step> rota, Inbound inbound) {
            this(id, rota, inbound, false, List.of());
        }

        public Desk(String id, List<Step> rota, double inboundPerHour) {
            this(id, rota, new Inbound(inboundPerHour, Drift.NONE, Inbound.PATIENCE));
        }

        public double inboundPerHour() {
            return inbound.perHour();
        }

        /** Number of agents who work for at least a part of the day. */
        public int agents() {
            return rota.stream().mapToInt(Step::agents).max().orElse(0);
        }
    }

    /**
     * Callers who are not ours.
     *
     * @param perHour without the drift
     */
    public record Inbound(double perHour, Drift drift, Distribution patience) {
        static final Distribution PATIENCE = new Distribution.Exponential(120);
        static final Inbound NONE = new Inbound(0, Drift.NONE, PATIENCE);
    }

    public record Step(double atMinutes, int agents) {}

    /**
     * A campaign.
     *
     * @param queue id of its queue
     * @param policy used unless another policy is tried
     * @param targets null for an endless list
     * @param rules which of its calls count as abandoned
     */
    public record Calling(
            String id,
            String queue,
            LabPolicy policy,
            @Nullable Long targets,
            Numbers numbers,
            Retries retries,
            Compliance rules) {
        /** A campaign that dials each target once and counts no waits. */
        public Calling(String id, String queue, LabPolicy policy, @Nullable Long targets, Numbers numbers) {
            this(id, queue, policy, targets, numbers, Retries.NONE, Compliance.DEFAULT);
        }

        public Calling withNumbers(Numbers newNumbers) {
            return new Calling(id, queue, policy, targets, newNumbers, retries, rules);
        }

        public Calling withRules(Compliance newRules) {
            return new Calling(id, queue, policy, targets, numbers, retries, newRules);
        }

        boolean tellsTargetsApart() {
            return retries.tries() > 1 || numbers.spread() > 0;
        }
    }

    /**
     * How often a target is tried that no agent took.
     *
     * @param tries at most
     * @param minutes from the end of one try to the next
     */
    public record Retries(int tries, double minutes) {
        public static final Retries NONE = new Retries(1, 0);
    }

    /** Index of a campaign's queue. */
    int queue(Calling campaign) {
        for (int i = 0; i < queues.size(); i++) {
            if (queues.get(i).id().equals(campaign.queue())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no queue " + campaign.queue());
    }

    /** The lowest abandon target of its campaigns. */
    public double abandonLimit() {
        return campaigns.stream()
                .mapToDouble(campaign -> campaign.policy().abandonTarget())
                .min()
                .orElseThrow();
    }

    /** The same day with this constant number of agents in each queue. */
    public Scenario withAgents(int agents) {
        var desks = queues.stream()
                .map(desk -> new Desk(
                        desk.id(),
                        List.of(new Step(0, agents)),
                        desk.inbound(),
                        desk.agentsStay(),
                        desk.agentsAlsoServe()))
                .toList();
        return new Scenario(name, hours, seed, desks, campaigns, handle, patience, breaks, lines, misses);
    }

    /** The same day with these numbers for every campaign. */
    public Scenario withNumbers(Numbers numbers) {
        var same = campaigns.stream().map(one -> one.withNumbers(numbers)).toList();
        return new Scenario(name, hours, seed, queues, same, handle, patience, breaks, lines, misses);
    }

    public Scenario withAnswered(double share) {
        var first = campaigns.getFirst().numbers();
        Dial dial = first.dial().withAnswered(share);
        return withNumbers(first.withDial(dial));
    }

    public Scenario withHours(double newHours) {
        return new Scenario(name, newHours, seed, queues, campaigns, handle, patience, breaks, lines, misses);
    }
}
