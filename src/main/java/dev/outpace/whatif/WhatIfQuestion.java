package dev.outpace.whatif;

import dev.outpace.model.Campaign;
import dev.outpace.model.Compliance;
import dev.outpace.model.LineLimits;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;
import dev.outpace.model.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What a simulated day of a campaign is made from. All shares are 0 to 1, all times seconds.
 *
 * @param agents who serve the queue
 * @param targets left in the list
 * @param tries most dials of a target
 * @param campaigns that dial on the queue, the asked one included; their calls are like its own
 * @param others how the other campaigns are paced, which stays; those beyond are paced like the asked one is now
 * @param inboundPerHour calls that come to the queue by themselves
 * @param current how the asked campaign is paced, as that which every setting is compared with
 * @param wanted what an advice is asked for: a service level, or adaptive pacing
 * @param abandonTarget what the mean abandon rate may come to
 * @param lines that all these campaigns share
 * @param rules by which the asked campaign's calls count as abandoned
 */
public record WhatIfQuestion(
        int agents,
        long targets,
        int tries,
        Called called,
        int campaigns,
        List<OtherCampaign> others,
        double inboundPerHour,
        WhatIfSetting current,
        PacingMode wanted,
        double abandonTarget,
        LineLimits lines,
        Compliance rules) {
    static final int MAX_AGENTS = 2_000;
    static final int MAX_CAMPAIGNS = 20;
    private static final long MAX_TARGETS = 100_000_000;
    private static final int MAX_TRIES = 100;
    private static final int MAX_INBOUND = 100_000;
    private static final double LONGEST = 3_600;
    /** The engine waits no longer for a verdict. */
    static final double LONGEST_DETECTION = 45;

    public WhatIfQuestion {
        others = List.copyOf(others);
    }

    /** A campaign that counts no waits. */
    public WhatIfQuestion(
            int agents,
            long targets,
            int tries,
            Called called,
            int campaigns,
            List<OtherCampaign> others,
            double inboundPerHour,
            WhatIfSetting current,
            PacingMode wanted,
            double abandonTarget,
            LineLimits lines) {
        this(
                agents,
                targets,
                tries,
                called,
                campaigns,
                others,
                inboundPerHour,
                current,
                wanted,
                abandonTarget,
                lines,
                Compliance.DEFAULT);
    }

    /**
     * Those who are called, and what a call with them takes.
     *
     * @param unreachable share of numbers that end before they ring
     * @param unreachableAfter from the dial to that end
     * @param ring from the dial to the answer, on average
     * @param noAnswer from the dial until we give up
     * @param patience from joining the queue until a caller gives up; one time for each of equal parts of the callers
     */
    public record Called(
            double answered,
            double unreachable,
            double unreachableAfter,
            double ring,
            double noAnswer,
            Spread talk,
            Spread wrapUp,
            List<Double> patience,
            BeforeQueue flow,
            Phones phones) {
        public Called {
            patience = List.copyOf(patience);
        }

        /** Callers who come to the queue at once and are all equally patient, and agents who pick up at once. */
        public Called(
                double answered,
                double unreachable,
                double unreachableAfter,
                double ring,
                double noAnswer,
                Spread talk,
                Spread wrapUp,
                double patience) {
            this(
                    answered,
                    unreachable,
                    unreachableAfter,
                    ring,
                    noAnswer,
                    talk,
                    wrapUp,
                    List.of(patience),
                    BeforeQueue.NONE,
                    Phones.AT_ONCE);
        }

        public double meanPatience() {
            return patience.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }
    }

    /**
     * What happens between the answer and the queue. All times begin with the answer.
     *
     * @param machines share of dials that an answering machine answers and the detection of machines ends
     * @param detection until its verdict; 0 without a detection
     * @param mistaken share of people whom it takes for machines
     * @param reached share of the other people who come to the queue
     * @param toQueue until then
     * @param leaves until the end of those who don't
     * @param hungUp share of those who are dialed again, since they hung up before the flow was through
     */
    public record BeforeQueue(
            double machines,
            double detection,
            double mistaken,
            double reached,
            Spread toQueue,
            Spread leaves,
            double hungUp) {
        public static final BeforeQueue NONE = new BeforeQueue(0, 0, 0, 1, new Spread(0, 0), new Spread(0, 0), 0);
    }

    /**
     * How the phones of agents are answered.
     *
     * @param pickUp how long one rings until the agent takes the caller
     * @param noAnswer share of the times that one is offered a caller when nobody picks up
     * @param rejected share when the agent rejects the caller
     * @param unreachable share when the phone can't be rung
     * @param ringFor how long one rings that nobody picks up
     */
    public record Phones(Spread pickUp, double noAnswer, double rejected, double unreachable, double ringFor) {
        public static final Phones AT_ONCE = new Phones(new Spread(0, 0), 0, 0, 0, 15);

        public double missed() {
            return noAnswer + rejected + unreachable;
        }

        /** The same phones that miss another share of callers, for the same causes. */
        public Phones withMissed(double share) {
            double factor = missed() == 0 ? 0 : share / missed();
            return missed() == 0
                    ? new Phones(pickUp, share, 0, 0, ringFor)
                    : new Phones(pickUp, factor * noAnswer, factor * rejected, factor * unreachable, ringFor);
        }

        public Phones withPickUp(Spread spread) {
            return new Phones(spread, noAnswer, rejected, unreachable, ringFor);
        }
    }

    /**
     * A campaign that dials on the same queue.
     *
     * @param rules by which its calls count as abandoned
     */
    public record OtherCampaign(String name, WhatIfSetting setting, Compliance rules) {
        /** One that counts no waits. */
        public OtherCampaign(String name, WhatIfSetting setting) {
            this(name, setting, Compliance.DEFAULT);
        }
    }

    /** @param sd standard deviation */
    public record Spread(double mean, double sd) {}

    /** How a campaign of the queue is paced while another setting of the asked one, number 0, is tried. */
    WhatIfSetting paced(int campaign) {
        return campaign > 0 && campaign <= others.size()
                ? others.get(campaign - 1).setting()
                : current;
    }

    /** Empty for a campaign beyond those of the queue. */
    String nameOf(int campaign) {
        return campaign > 0 && campaign <= others.size()
                ? others.get(campaign - 1).name()
                : "";
    }

    /** By which the calls of a campaign of the queue count as abandoned; those beyond the others count like the asked one's. */
    Compliance rulesOf(int campaign) {
        return campaign > 0 && campaign <= others.size()
                ? others.get(campaign - 1).rules()
                : rules;
    }

    /** What the mean abandon rate of another campaign of the queue may come to. */
    double targetOf(int campaign) {
        return paced(campaign) instanceof WhatIfSetting.Adaptive(var target) ? target : PacingChoice.ABANDON_TARGET;
    }

    /** What is wrong with it; places are names of components. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        whole(found, "agents", agents, 1, MAX_AGENTS);
        whole(found, "targets", targets, 0, MAX_TARGETS);
        whole(found, "tries", tries, 1, MAX_TRIES);
        whole(found, "campaigns", campaigns, 1, MAX_CAMPAIGNS);
        whole(found, "inbound", Math.round(inboundPerHour), 0, MAX_INBOUND);
        if (current instanceof WhatIfSetting.Level(var level)) {
            whole(found, "level", level, 0, Campaign.MAX_SERVICE_LEVEL);
        }
        share(found, "abandonTarget", abandonTarget, PacingChoice.LOWEST_TARGET, PacingChoice.HIGHEST_TARGET);
        share(found, "answered", called.answered, 0.001, 1);
        share(found, "unreachable", called.unreachable, 0, 1);
        share(found, "machines", called.flow.machines, 0, 1);
        share(found, "mistaken", called.flow.mistaken, 0, 1);
        share(found, "reached", called.flow.reached, 0, 1);
        share(found, "hungUp", called.flow.hungUp, 0, 1);
        share(found, "missed", called.phones.missed(), 0, 1);
        double shares = called.answered + called.unreachable + called.flow.machines;
        if (shares > 1 + 1e-9) {
            found.add(Problem.error("world.shares", "answered", shares));
        }
        time(found, "unreachableAfter", called.unreachableAfter, 0);
        time(found, "ring", called.ring, 1);
        time(found, "noAnswer", called.noAnswer, 2);
        time(found, "talk", called.talk.mean, 1);
        time(found, "talkSd", called.talk.sd, 0);
        time(found, "wrapUp", called.wrapUp.mean, 0);
        time(found, "wrapUpSd", called.wrapUp.sd, 0);
        time(found, "patience", called.meanPatience(), 0);
        if (!(called.flow.detection >= 0 && called.flow.detection <= LONGEST_DETECTION)) {
            found.add(Problem.error("world.time", "detection", called.flow.detection, 0, LONGEST_DETECTION));
        }
        time(found, "toQueue", called.flow.toQueue.mean, 0);
        time(found, "toQueueSd", called.flow.toQueue.sd, 0);
        time(found, "leaves", called.flow.leaves.mean, 0);
        time(found, "pickUp", called.phones.pickUp.mean, 0);
        return found;
    }

    private static void whole(List<Problem> found, String place, long value, long least, long most) {
        if (value < least || value > most) {
            found.add(Problem.error("settings.range", place, value, least, most));
        }
    }

    private static void share(List<Problem> found, String place, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            found.add(Problem.error("whatif.share", place, 100 * least, 100 * most));
        }
    }

    private static void time(List<Problem> found, String place, double seconds, double shortest) {
        if (!(seconds >= shortest && seconds <= LONGEST)) {
            found.add(Problem.error("world.time", place, seconds, shortest, LONGEST));
        }
    }
}
