package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.AgentPool;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.QueueFloor;
import dev.outpace.floor.QueueUnion;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.PacingChoice;
import dev.outpace.pacing.PoolMemory.Wanting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the campaigns of one queue may risk with one line, and which of them may dial. After each change of the floor this is worked out
 * at most once for each of them, and only for those that the answer depends on.
 */
final class QueueRisks {
    private static final long NEVER = Long.MIN_VALUE;
    private static final double FAIRNESS = 0.7;
    /** How much more fairness asks of a campaign whose lines hold others back, all of them in the end. */
    private static final double YIELDING = 6;
    /** The most that fairness can multiply a risk by. */
    private static final double MOST_FAIRNESS = Math.exp(FAIRNESS);

    private final QueueFloor queue;
    private final PoolMemory ofQueue;
    private final PacingMemory all;
    /** The queue's changes of campaigns with which these were taken over. */
    private long adopted = NEVER;
    /** The following by the campaigns' places in this queue. */
    private OfCampaign[] each = new OfCampaign[0];

    /** By the campaigns' numbers on the floor. */
    private int[] places = new int[0];

    private boolean someCountWaits;

    /** The queues that people share with this one. */
    private List<Neighbour> neighbours = List.of();

    private List<QueueUnion> neighboursIn = List.of();

    private boolean ringingIsKnown;
    /** The campaigns of this queue that ring. Not all of them once two are beyond their limit. */
    private final List<OfCampaign> ringing = new ArrayList<>();
    /** Of these, the ones whose ringing lines are beyond their limit already, at most 2, and the last of them. */
    private int beyondHere;

    private @Nullable OfCampaign lastBeyondHere;

    private boolean limitsAreKnown;
    /** The same with those of the neighbours. */
    private int beyond;

    private @Nullable OfCampaign lastBeyond;
    /** What {@link #fairness} compares with. */
    private Wanting wanting = Wanting.NONE;

    private boolean wantingIsKnown;

    private long computedAt = NEVER;
    private long computedChanges;
    /** Counts the changes of the floor. */
    private long look;

    private double free;
    private double callersPerDial;
    /** What all campaigns' {@link OfCampaign#factor} depends on, as it was when they were computed. */
    private long controlChanges;

    private long lastCallerAt;
    private long hour;
    private int atWork;
    /** Counts the changes of these. */
    private long experience;

    /** @param unions of both queues */
    private record Neighbour(QueueRisks risks, List<QueueUnion> unions) {}

    /** One campaign's numbers. */
    private static final class OfCampaign {
        final CampaignFloor campaign;
        final CampaignMemory learned;
        /** What its own experience was, and that of all, when the following were computed. */
        long learnedChanges = NEVER;

        long hour = NEVER;
        long experience = NEVER;
        /** The part of its target that callers who find no agent may take, for each that came to the queue. */
        double spare;

        AbandonStanding standing = new AbandonStanding(0, 0, 0);
        double factor;
        /** How much more of its risk others may take. */
        double slack;

        /** The look at the floor that {@link #risk} and {@link #alone} are of. */
        long riskOf = NEVER;

        double risk;
        /** The chance of an abandon by the calls of the own queue alone. */
        double alone;
        /** The look at the floor that {@link #fits} is of. */
        long fitsOf = NEVER;
        /** Whether one more line stays within its own risk. */
        boolean fits;
        /** What a line may risk by others' dials. */
        double limit;
        /** The look at the floor that {@link #keepsOthers} is of. */
        long keepsOthersOf = NEVER;
        /** Whether one more line leaves the others within their limits. */
        boolean keepsOthers;

        double recentDials;

        OfCampaign(CampaignFloor campaign, CampaignMemory learned) {
            this.campaign = campaign;
            this.learned = learned;
        }

        double rate() {
            return learned.ringing.chance.now();
        }
    }

    QueueRisks(QueueFloor queue, PoolMemory ofQueue, PacingMemory all) {
        this.queue = queue;
        this.ofQueue = ofQueue;
        this.all = all;
    }

    /** Must be called when a campaign's target changes, which is no change of the floor. */
    void forget() {
        computedAt = NEVER;
        adopted = NEVER;
    }

    /** False if no campaign that wants to dial may. */
    boolean mightAnyDial() {
        if (queue.agents(AgentPhase.FREE) == 0 && queue.agents(AgentPhase.WRAPPING_UP) == 0) {
            return false;
        }
        if (isOnlyOne()) {
            return true;
        }
        compute();
        return (beyond() <= 1 && someoneMayDial()) || (someCountWaits && someoneIsLate());
    }

    private boolean someoneMayDial() {
        for (var its : each) {
            if (its.campaign.wantsToDial() && fits(its) && othersKeepTheirs(its)) {
                return true;
            }
        }
        return false;
    }

    /** Whether late pick-ups allow a campaign to dial whatever the risk is. */
    private boolean someoneIsLate() {
        for (var its : each) {
            var choice = its.learned.adaptive;
            if (choice != null && its.campaign.wantsToDial() && AdaptivePacing.pickUpCosts(its.learned, choice)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOnlyOne() {
        return queue.campaigns().size() == 1 && queue.unions().isEmpty();
    }

    /** Whether one more line of the campaign stays within its own risk. */
    boolean fits(CampaignFloor campaign, PacingChoice choice) {
        if (isOnlyOne()) {
            var learned = all.of(campaign);
            double risk = risk(learned, choice);
            return ofQueue.outlook.isWithin(risk, AdaptivePacing.freeAgents(queue), campaign)
                    || (hasOwnAgent(learned, choice, 0) && chanceOfOtherCaller() <= risk);
        }
        return fits(of(campaign));
    }

    /**
     * Whether a line of the queue's only campaign has a free agent whom no ringing line and no caller needs. Only a caller whom no
     * campaign called can then take that agent; sums that are taken as normally distributed don't show it where few agents are free.
     * Where people are lost to the detection of machines, too, more calls lose more, and the budget of the window holds them.
     *
     * @param more lines that are assumed to be dialed before it
     */
    boolean hasOwnAgent(CampaignMemory learned, PacingChoice choice, int more) {
        if (!isOnlyOne()) {
            return false;
        }
        int needed = Math.max(queue.promised(), queue.waiting()) + ofQueue.outlook.inFlow();
        return queue.agents(AgentPhase.FREE) - needed - queue.dialing() > more
                && (choice.machineErrors() == 0 || !standing(learned, choice).isOver());
    }

    /** How many callers whom no campaign called are expected before a line dialed now comes to the queue. */
    double chanceOfOtherCaller() {
        return ofQueue.others.perSecond() * ofQueue.timeToQueue.mean();
    }

    private boolean fits(OfCampaign its) {
        if (its.fitsOf != look) {
            its.fitsOf = look;
            its.fits = its.learned.adaptive != null && fitsNow(its);
        }
        return its.fits;
    }

    private boolean fitsNow(OfCampaign its) {
        computeRisk(its);
        double most = its.risk * MOST_FAIRNESS;
        if (its.alone > most) {
            return false;
        }
        double chance = together(its.alone, its.campaign);
        return chance <= most && chance <= its.risk * fairness(its);
    }

    private OfCampaign of(CampaignFloor campaign) {
        compute();
        return each[places[campaign.number()]];
    }

    private void compute() {
        long now = queue.now();
        long changes = 0;
        var connected = queue.connected();
        for (int i = 0; i < connected.size(); i++) {
            changes += connected.get(i).changes();
        }
        if (computedAt == now && computedChanges == changes) {
            return;
        }
        computedAt = now;
        computedChanges = changes;
        look++;
        ringingIsKnown = false;
        limitsAreKnown = false;
        wantingIsKnown = false;
        findNeighbours();
        if (adopted != queue.campaignChanges()) {
            adoptCampaigns();
        }
        free = AdaptivePacing.freeAgents(queue);
        callersPerDial = ofQueue.callersPerDial.now();
        lookAtExperience();
    }

    @SuppressWarnings("ReferenceEquality") // other unions are another list
    private void findNeighbours() {
        if (neighboursIn == queue.unions()) {
            return;
        }
        neighboursIn = queue.unions();
        var found = new ArrayList<Neighbour>();
        for (var other : queue.connected()) {
            var unions = neighboursIn.stream()
                    .filter(union -> union.queues().contains(other))
                    .toList();
            if (other != queue && !unions.isEmpty()) {
                found.add(new Neighbour(all.of(other).risks, unions));
            }
        }
        neighbours = List.copyOf(found);
    }

    private void lookAtExperience() {
        long nowHour = PacingMemory.hour(queue);
        if (hour != nowHour
                || controlChanges != ofQueue.control.changes()
                || lastCallerAt != ofQueue.lastCallerAt()
                || atWork != queue.atWork()) {
            experience++;
        }
        controlChanges = ofQueue.control.changes();
        lastCallerAt = ofQueue.lastCallerAt();
        hour = nowHour;
        atWork = queue.atWork();
    }

    private void lookWhoWantsToDial() {
        if (wantingIsKnown) {
            return;
        }
        wantingIsKnown = true;
        for (var its : each) {
            its.recentDials = its.learned.recentDials(computedAt);
        }
        wanting = ofQueue.wanting();
    }

    private void adoptCampaigns() {
        adopted = queue.campaignChanges();
        var campaigns = queue.campaigns();
        each = new OfCampaign[campaigns.size()];
        someCountWaits = false;
        for (int i = 0; i < each.length; i++) {
            var campaign = campaigns.get(i);
            each[i] = new OfCampaign(campaign, all.of(campaign));
            someCountWaits |= each[i].learned.countsWaits();
            places = Arrays.copyOf(places, Math.max(places.length, campaign.number() + 1));
            places[campaign.number()] = i;
        }
    }

    /** What one line of the campaign may risk, and what it does. */
    private void computeRisk(OfCampaign its) {
        if (its.riskOf == look) {
            return;
        }
        its.riskOf = look;
        var choice = Objects.requireNonNull(its.learned.adaptive);
        learnChanges(its, choice);
        its.risk = its.spare * AbandonControl.share(choice.abandonTarget(), callersPerDial, its.factor);
        its.alone = ofQueue.outlook.chanceOfAbandon(free, its.campaign, 0);
    }

    /** What experience allows changes with events only, and the most of it with a campaign's own. */
    private void learnChanges(OfCampaign its, PacingChoice choice) {
        boolean own = its.hour != hour || its.learnedChanges != its.learned.changes();
        if (own) {
            its.hour = hour;
            its.learnedChanges = its.learned.changes();
            its.spare = spare(its.learned, choice);
            its.standing = standing(its.learned, choice);
        }
        if (own || its.experience != experience) {
            its.experience = experience;
            its.factor = factor(its.learned, its.standing);
            its.slack = Math.exp(Math.max(0, ofQueue.slack(its.learned)));
        }
    }

    /**
     * The chance that a line of the campaign that is dialed now finds no agent. Calls of the own queue can cause that, and so can calls
     * of other queues that its agents serve; of these pools the one with the highest chance counts.
     *
     * @param alone the chance by calls of the own queue
     */
    private double together(double alone, CampaignFloor campaign) {
        double together = 0;
        for (var union : queue.unions()) {
            together = Math.max(together, chance(union, all.of(union).outlook, campaign));
        }
        return alone + (1 - alone) * together;
    }

    private static double chance(AgentPool pool, Outlook outlook, CampaignFloor campaign) {
        return outlook.chanceOfAbandon(AdaptivePacing.freeAgents(pool), campaign, 0);
    }

    /** Without regard to what other campaigns dialed. */
    double risk(CampaignMemory learned, PacingChoice choice) {
        double callers = ofQueue.callersPerDial.now();
        return spare(learned, choice)
                * (isOnlyOne()
                        ? ofQueue.control.share(standing(learned, choice), callers, queue.atWork())
                        : AbandonControl.share(
                                choice.abandonTarget(), callers, factor(learned, standing(learned, choice))));
    }

    /** The target may count all people who answered, but the risk is that of a caller who came to the queue. */
    private static double spare(CampaignMemory learned, PacingChoice choice) {
        return learned.spare(choice) / learned.callersPer(choice);
    }

    private double factor(CampaignMemory learned, AbandonStanding standing) {
        return ofQueue.control.factorOf(learned.control, ofQueue.agentsFor(learned), standing, queue.atWork());
    }

    private AbandonStanding standing(CampaignMemory learned, PacingChoice choice) {
        return learned.standing(choice, PacingMemory.hour(queue));
    }

    /** By what a campaign's own risk is multiplied so that all have their part of the dials. */
    double fairness(CampaignFloor campaign) {
        return isOnlyOne() ? 1 : fairness(of(campaign));
    }

    /**
     * Of the campaigns that want to dial, those that dialed less lately may risk a little more. Lines that are seldom answered hold
     * campaigns with more answers back, for as long as they ring: a campaign that dials such lines more often than the others yields to
     * them.
     */
    private double fairness(OfCampaign its) {
        lookWhoWantsToDial();
        boolean wants = its.campaign.wantsToDial();
        int count = wanting.campaigns() + (wants ? 0 : 1);
        double sum = wanting.recentDials() + (wants ? 0 : its.recentDials);
        if (count == 1 || sum < 1) {
            return 1;
        }
        double ahead = Math.clamp(its.recentDials * count / sum - 1, -1, 1);
        double holdsBack = ahead <= 0 ? 0 : Math.max(0, 1 - its.rate() / wanting.highestRate());
        return Math.exp(-(FAIRNESS + YIELDING * holdsBack) * ahead);
    }

    /**
     * Whether the ringing lines of the queue's other campaigns stay within their own risk if one more line is dialed. Callers of a
     * campaign with a lower target, or one that has lost too many, find the floor as it is after the dials of all others. So do
     * those of a campaign whose lines are seldom answered: of them most ring while others with more answers dial again and again,
     * and a part of the new line counts as if it were there.
     */
    boolean othersKeepTheirs(CampaignFloor campaign) {
        return isOnlyOne() || othersKeepTheirs(of(campaign));
    }

    private boolean othersKeepTheirs(OfCampaign its) {
        if (its.keepsOthersOf != look) {
            its.keepsOthersOf = look;
            its.keepsOthers = computeOthers(its);
        }
        return its.keepsOthers;
    }

    private boolean computeOthers(OfCampaign its) {
        int those = beyond();
        if (those > 1 || (those == 1 && lastBeyond != its)) {
            return false;
        }
        for (int i = 0; i < ringing.size(); i++) {
            var other = ringing.get(i);
            if (other != its && !keeps(other, its, queue.unions())) {
                return false;
            }
        }
        for (var neighbour : neighbours) {
            var theirs = neighbour.risks.ringing;
            for (int i = 0; i < theirs.size(); i++) {
                if (!keepsTogether(theirs.get(i), its, neighbour.unions)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean keeps(OfCampaign other, OfCampaign its, List<QueueUnion> unions) {
        double part = part(other, its);
        return part == 0
                || (ofQueue.outlook.staysWithin(other.limit, free, other.campaign, its.campaign, part)
                        && keepsTogether(other, its, unions));
    }

    /** The part of a new line of the campaign that counts for another one. */
    private static double part(OfCampaign other, OfCampaign its) {
        return Math.max(0, 1 - other.rate() / its.rate());
    }

    private boolean keepsTogether(OfCampaign other, OfCampaign its, List<QueueUnion> unions) {
        double part = part(other, its);
        if (part > 0) {
            for (int i = 0; i < unions.size(); i++) {
                var union = unions.get(i);
                var outlook = all.of(union).outlook;
                if (!outlook.staysWithin(
                        other.limit, AdaptivePacing.freeAgents(union), other.campaign, its.campaign, part)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Once there are two, no line of any campaign leaves all others within their limits. */
    private int beyond() {
        if (!limitsAreKnown) {
            limitsAreKnown = true;
            lookAtRinging();
            beyond = beyondHere;
            lastBeyond = lastBeyondHere;
            for (int i = 0; i < neighbours.size() && beyond < 2; i++) {
                var its = neighbours.get(i).risks;
                its.compute();
                its.lookAtRinging();
                beyond += its.beyondHere;
                lastBeyond = its.lastBeyondHere == null ? lastBeyond : its.lastBeyondHere;
            }
        }
        return beyond;
    }

    private void lookAtRinging() {
        if (ringingIsKnown) {
            return;
        }
        ringingIsKnown = true;
        beyondHere = 0;
        lastBeyondHere = null;
        ringing.clear();
        var lines = queue.ringing();
        for (int i = 0; i < lines.size() && beyondHere < 2; i++) {
            var its = ofThisQueue(lines.get(i).campaign());
            if (its != null && its.learned.adaptive != null) {
                ringing.add(its);
                computeRisk(its);
                its.limit = its.risk * its.slack;
                if (its.alone > its.limit || isBeyondTogether(its)) {
                    beyondHere++;
                    lastBeyondHere = its;
                }
            }
        }
    }

    private boolean isBeyondTogether(OfCampaign its) {
        var unions = queue.unions();
        for (int i = 0; i < unions.size(); i++) {
            if (chance(unions.get(i), all.of(unions.get(i)).outlook, its.campaign) > its.limit) {
                return true;
            }
        }
        return false;
    }

    /** Null for a campaign that has gone to another queue while its last lines ring. */
    private @Nullable OfCampaign ofThisQueue(CampaignFloor campaign) {
        int place = campaign.number() < places.length ? places[campaign.number()] : 0;
        return place < each.length && each[place].campaign == campaign ? each[place] : null;
    }
}
