package dev.outpace.pacing;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingSnapshot;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Dials as much as an abandon target allows. A line is dialed while the chance that it finds no agent when it is answered stays
 * under the target times a factor; the factor follows the calls that may still be abandoned. Everything else is learned from the pool as
 * it goes: answer rate, times to answer and to fail, talk and wrap-up.
 */
final class AdaptivePacing implements PacingPolicy, PoolListener {
    /** Until so many dials ended, one line for each free agent. */
    private static final int CAREFUL_START = 25;

    private static final long CAREFUL_TIME = 40_000_000_000L;
    private static final double FAIRNESS = 0.7;
    private static final int MAX_LINES_PER_AGENT = 15;

    private final UUID campaignId;
    private final AgentPool pool;
    private final PacingChoice choice;
    private final RingingLines lines;

    AdaptivePacing(UUID campaignId, PacingChoice choice, AgentPool pool) {
        this.campaignId = campaignId;
        this.choice = choice;
        this.pool = pool;
        this.lines = pool.lines(campaignId);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        lines.asked(pool.now());
        return mostMore() > 0 && chanceOfAbandon() <= risk();
    }

    /**
     * The chance that a line dialed now finds no agent: because of the queue's own calls, or because of those of the other queues
     * that its people serve, in the union in which that is likeliest.
     */
    private double chanceOfAbandon() {
        double alone = chanceIn(pool);
        double together = 0;
        for (var union : pool.unions()) {
            together = Math.max(together, chanceIn(union));
        }
        return alone + (1 - alone) * together;
    }

    private double chanceIn(AgentPool some) {
        some.at(pool.now());
        return some.outlook().chanceOfAbandon(left(some));
    }

    private AgentPool tightest() {
        var tightest = pool;
        if (!pool.unions().isEmpty()) {
            double highest = chanceIn(pool);
            for (var union : pool.unions()) {
                double chance = chanceIn(union);
                if (chance > highest) {
                    highest = chance;
                    tightest = union;
                }
            }
        }
        return tightest;
    }

    /** Lines that may be dialed more at most, whatever is expected; 0 when nobody can take a call now or soon. */
    private int mostMore() {
        if (pool.agents(AgentPhase.FREE) == 0 && pool.agents(AgentPhase.WRAPPING_UP) == 0) {
            return 0;
        }
        int most = mostMore(pool);
        for (var union : pool.unions()) {
            most = Math.min(most, mostMore(union));
        }
        return Math.max(0, most);
    }

    private int mostMore(AgentPool some) {
        return (isNew() ? left(some) : MAX_LINES_PER_AGENT * some.atWork()) - some.dialing();
    }

    /** Failures come sooner than answers: what the first lines tell is only known when all of them have ended. */
    private boolean isNew() {
        return lines.answerRate.seen() < CAREFUL_START || pool.now() - lines.firstDialedAt() < CAREFUL_TIME;
    }

    /** Free agents less the callers who need one. */
    private static int left(AgentPool some) {
        return some.agents(AgentPhase.FREE) - Math.max(some.reserved(), some.waiting());
    }

    /** All queues that its people connect with this one. */
    private AgentPool widest() {
        return pool.unions().isEmpty() ? pool : pool.unions().getFirst();
    }

    private double risk() {
        return choice.abandonTarget()
                * pool.control().share(budget(), pool.answerRate.now(), pool.atWork())
                * fairness();
    }

    private boolean isAlone() {
        for (var one : widest().campaigns()) {
            if (one != lines && one.wantsToDial(pool.now())) {
                return false;
            }
        }
        return true;
    }

    /** Of campaigns that want to dial, the one that dialed less lately may risk a little more. */
    private double fairness() {
        if (isAlone()) {
            return 1;
        }
        double sum = 0;
        int count = 0;
        for (var one : widest().campaigns()) {
            if (one == lines || one.wantsToDial(pool.now())) {
                sum += one.lately(pool.now());
                count++;
            }
        }
        if (sum < 1) {
            return 1;
        }
        double ahead = lines.lately(pool.now()) * count / sum - 1;
        return Math.exp(-FAIRNESS * Math.clamp(ahead, -1, 1));
    }

    private double budget() {
        return budget(standing());
    }

    private static double budget(AbandonStanding standing) {
        return standing.target() * standing.of() - standing.abandoned();
    }

    private AbandonStanding standing() {
        return lines.standing(choice, pool.hour());
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        int most = mostMore();
        return OptionalInt.of(pool.dialing() + (most == 0 ? 0 : linesWithin(risk(), most)));
    }

    /** How many lines more may be dialed at once with no chance of abandon above a risk. */
    private int linesWithin(double risk, int most) {
        int more = 0;
        while (more < most && chanceOfAbandon() <= risk) {
            pool.outlook().assumeLine(lines);
            pool.unions().forEach(union -> union.outlook().assumeLine(lines));
            more++;
        }
        pool.outlook().forgetAssumed();
        pool.unions().forEach(union -> union.outlook().forgetAssumed());
        return more;
    }

    @Override
    public PacingSnapshot explained(PacingSnapshot snapshot) {
        var tightest = tightest();
        int left = left(tightest);
        var outlook = tightest.outlook();
        var standing = standing();
        return snapshot.with(new PacingForecast(
                tightest.dialing(),
                outlook.expectedAnswers(),
                Math.max(0, left + outlook.expectedReleases()),
                outlook.expectedAbandons(left),
                lines.answerRate.now(),
                standing.rate(),
                budget(standing),
                chanceOfAbandon(),
                risk(),
                isNew()));
    }

    @Override
    public void answered(UUID campaign, double seconds) {
        if (campaign.equals(campaignId) && choice.denominator() == AbandonDenominator.ANSWERED) {
            pool.control().answered(choice.abandonTarget(), pool.atWork());
        }
    }

    @Override
    public void queued(UUID campaign) {
        if (campaign.equals(campaignId) && choice.denominator() == AbandonDenominator.QUEUED) {
            pool.control().answered(choice.abandonTarget(), pool.atWork());
        }
    }

    @Override
    public void abandoned(UUID campaign) {
        if (campaign.equals(campaignId)) {
            pool.control().abandoned();
        }
    }
}
