package dev.outpace.whatif;

import dev.outpace.model.Campaign;
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
 */
public record WhatIfQuestion(
        int agents,
        long targets,
        int tries,
        Called called,
        int campaigns,
        List<WhatIfSetting> others,
        double inboundPerHour,
        WhatIfSetting current,
        PacingMode wanted,
        double abandonTarget,
        LineLimits lines) {
    static final int MAX_AGENTS = 2_000;
    static final int MAX_CAMPAIGNS = 20;
    private static final long MAX_TARGETS = 100_000_000;
    private static final int MAX_TRIES = 100;
    private static final int MAX_INBOUND = 100_000;
    private static final double LONGEST = 3_600;

    public WhatIfQuestion {
        others = List.copyOf(others);
    }

    /**
     * Those who are called, and what a call with them takes.
     *
     * @param unreachable share of numbers that end before they ring
     * @param unreachableAfter from the dial to that end
     * @param ring from the dial to the answer, on average
     * @param noAnswer from the dial until we give up
     * @param patience from the answer until a caller who finds no free agent counts as abandoned
     */
    public record Called(
            double answered,
            double unreachable,
            double unreachableAfter,
            double ring,
            double noAnswer,
            Spread talk,
            Spread wrapUp,
            double patience) {}

    /** @param sd standard deviation */
    public record Spread(double mean, double sd) {}

    /** How a campaign of the queue is paced while another setting of the asked one, number 0, is tried. */
    WhatIfSetting paced(int campaign) {
        return campaign > 0 && campaign <= others.size() ? others.get(campaign - 1) : current;
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
        if (called.answered + called.unreachable > 1) {
            found.add(Problem.error("world.shares", "answered"));
        }
        time(found, "unreachableAfter", called.unreachableAfter, 0);
        time(found, "ring", called.ring, 1);
        time(found, "noAnswer", called.noAnswer, 2);
        time(found, "talk", called.talk.mean, 1);
        time(found, "talkSd", called.talk.sd, 0);
        time(found, "wrapUp", called.wrapUp.mean, 0);
        time(found, "wrapUpSd", called.wrapUp.sd, 0);
        time(found, "patience", called.patience, 0);
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
